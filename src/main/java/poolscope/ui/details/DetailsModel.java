package poolscope.ui.details;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.Newest;
import poolscope.pool.InCommon;
import poolscope.pool.Totals;
import poolscope.ui.pools.PoolsModel;

/// What the details are of: one pool, several that are selected, or all that are shown.
public final class DetailsModel {
    private final PoolsModel pools;
    private final Newest newest;
    private final ReadOnlyObjectWrapper<Subject> subject = new ReadOnlyObjectWrapper<>(this, "subject",
            new Subject.Shown(Totals.NONE, false));
    private List<InCommon> common = List.of();

    /// @param newest
    ///            compares what is selected, in the background
    public DetailsModel(PoolsModel pools, Newest newest) {
        this.pools = pools;
        this.newest = newest;
        pools.currentProperty().subscribe((_, _) -> show());
        pools.arrangementProperty().subscribe((_, _) -> show());
        pools.stageProperty().subscribe((_, _) -> show());
        // The totals come a moment after the selection, and only when it has settled.
        pools.selectedTotalsProperty().subscribe((_, _) -> compare());
        pools.picks().selectionProperty().subscribe((_, _) -> show());
        show();
    }

    ReadOnlyObjectProperty<Subject> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    private void compare() {
        common = List.of();
        var selected = pools.selectedPools();
        show();
        if (selected.size() < 2) return;
        newest.ask(_ -> InCommon.of(selected), found -> {
            common = found;
            show();
        });
    }

    private void show() {
        var now = now();
        if (!now.equals(subject.get())) subject.set(now);
    }

    private Subject now() {
        var totals = pools.selectedTotalsProperty().get();
        if (isSeveral(totals)) return new Subject.Many(totals, common);
        return pools.currentProperty().get().<Subject>map(Subject.One::new)
                .orElseGet(() -> new Subject.Shown(pools.arrangement().totals(), pools.stageProperty().get().isCounted()));
    }

    /// The head of a group is one line that stands for several pools.
    private boolean isSeveral(Totals totals) {
        int lines = pools.picks().selection().size();
        return lines > 1 || lines == 1 && pools.currentProperty().get().isEmpty() && totals.pools() > 1;
    }
}
