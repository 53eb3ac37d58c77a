package poolscope.ui.savedviews;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.pool.PoolField;
import poolscope.settings.SavedView;
import poolscope.settings.TableLayout;
import poolscope.settings.TableLayout.SortBy;
import poolscope.ui.pools.TableLayoutColumns;

/// The predefined views. They are not stored in files, can't be changed or removed, and their names are translated.
public enum BuiltInView {
    ALL("", List.of(), List.of()),
    /// Not running, or with unavailable nodes; the worst first, and since when.
    PROBLEMS("status!=running or avail<nodes", List.of(PoolField.STATUS_SINCE),
            List.of(new SortBy(PoolField.STATUS.id(), true), new SortBy(PoolField.UNAVAILABLE_NODES.id(), true))),
    /// Pools with free cards where the service reports these, otherwise with allocatable ones. Most free cards first;
    /// those of which it is unknown come last, and the meaning of the view says so.
    FREE_ACCELERATORS("(free>0 or (missing:free gpu>0)) status!=Deleting", List.of(),
            List.of(new SortBy(PoolField.FREE_ACCELERATORS.id(), true), new SortBy(PoolField.ACCELERATORS.id(), true))),
    /// With the period that was bought and its order.
    PREPAID("has:prepaid", List.of(PoolField.BOUGHT, PoolField.ORDER_ID), List.of());

    private final String filter;
    private final TableLayout table;

    /// @param filter
    ///            in canonical form, so that nothing needs to be parsed before the window opens
    /// @param besideStatus
    ///            fields that have columns beside the status, besides those of the first start
    BuiltInView(String filter, List<PoolField> besideStatus, List<SortBy> sort) {
        this.filter = filter;
        table = TableLayoutColumns.withShownBeside(PoolField.STATUS, besideStatus, new TableLayout(List.of(), sort));
    }

    public String filter() {
        return filter;
    }

    public SavedView savedView() {
        return new SavedView("built-in:" + name().toLowerCase(Locale.ROOT), name(), SavedView.Scope.AS_TICKED, filter,
                table, 0);
    }

    /// The predefined view that this view is, if any.
    public static Optional<BuiltInView> of(SavedView savedView) {
        return Arrays.stream(values()).filter(one -> one.savedView().id().equals(savedView.id())).findFirst();
    }
}
