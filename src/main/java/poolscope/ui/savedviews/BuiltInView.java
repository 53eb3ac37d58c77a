package poolscope.ui.savedviews;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.pool.PoolField;
import poolscope.settings.SavedView;
import poolscope.settings.TableLayout;
import poolscope.settings.TableLayout.SortBy;

/// The predefined views. They are not stored in files, can't be changed or removed, and their names are translated.
public enum BuiltInView {
    ALL("", List.of()),
    /// Not running, or with unavailable nodes.
    PROBLEMS("status!=running or avail<nodes", List.of()),
    /// Pools with free cards where the service reports these, otherwise with allocatable ones. Most cards first.
    FREE_ACCELERATORS("free>0 or (missing:free gpu>0)",
            List.of(new SortBy(PoolField.FREE_ACCELERATORS.id(), true), new SortBy(PoolField.ACCELERATORS.id(), true))),
    /// The service sends each of these four fields for prepaid pools only.
    PREPAID("has:order or has:product or has:period or has:periods", List.of());

    private final String filter;
    private final List<SortBy> sort;

    /// @param filter
    ///            in canonical form, so that nothing needs to be parsed before the window opens
    BuiltInView(String filter, List<SortBy> sort) {
        this.filter = filter;
        this.sort = sort;
    }

    public String filter() {
        return filter;
    }

    public SavedView savedView() {
        return new SavedView("built-in:" + name().toLowerCase(Locale.ROOT), name(), SavedView.Scope.AS_TICKED, filter,
                new TableLayout(List.of(), sort), 0);
    }

    /// The predefined view that this view is, if any.
    public static Optional<BuiltInView> of(SavedView savedView) {
        return Arrays.stream(values()).filter(one -> one.savedView().id().equals(savedView.id())).findFirst();
    }
}
