package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.ObservableTableRows;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;

/// The pools that the operator selected. What is kept is which pools, not which places: a new order, a filter or a
/// refresh moves places. A selected pool that a filter hides is not part of what is copied or summed; it is selected
/// again when it is shown again.
public final class SelectedPools {
    private final ObservableTableRows rows;
    private final ReadOnlyObjectWrapper<SelectedRowIndexes> selectedRowIndexes = new ReadOnlyObjectWrapper<>(this,
            "selectedRowIndexes", SelectedRowIndexes.NONE);
    private final ReadOnlyIntegerWrapper hidden = new ReadOnlyIntegerWrapper(this, "hidden", 0);
    private List<PoolRow> hiddenRows = List.of();
    private List<PoolRow> captured = List.of();
    private Set<GonePoolRow> capturedGone = Set.of();
    private int stamps;

    SelectedPools(ObservableTableRows rows) {
        this.rows = rows;
    }

    /// The selected places of the rows shown.
    public ReadOnlyObjectProperty<SelectedRowIndexes> selectedRowIndexesProperty() {
        return selectedRowIndexes.getReadOnlyProperty();
    }

    public SelectedRowIndexes selectedRowIndexes() {
        return selectedRowIndexes.get();
    }

    /// How many selected pools are not shown: a filter or a folded group hides them.
    public ReadOnlyIntegerProperty hiddenProperty() {
        return hidden.getReadOnlyProperty();
    }

    /// How many pools are selected and shown.
    public int count() {
        return rows.hasOnlyPools() ? selectedRowIndexes.get().size() : rows().size();
    }

    /// The rows of the selected pools, in the order shown. The head of a group stands for its pools; a pool that is
    /// gone is none.
    public List<PoolRow> rows() {
        var chosen = new ArrayList<PoolRow>(selectedRowIndexes.get().size());
        int begin = 0;
        for (int place : selectedRowIndexes.get().places().toArray()) {
            if (place < begin) continue;
            switch (rows.get(place)) {
                case PoolRow row -> chosen.add(row);
                case GonePoolRow _ -> {
                }
                case GroupRow head -> {
                    chosen.addAll(head.now().rows());
                    if (!head.now().isFolded()) begin = nextHeader(place);
                }
            }
        }
        return chosen;
    }

    /// The selected pools that are gone.
    public List<GonePoolRow> gone() {
        if (rows.hasOnlyPools()) return List.of();
        return selectedRowIndexes.get()
                .places()
                .mapToObj(rows::get)
                .flatMap(line -> line instanceof GonePoolRow gone ? Stream.of(gone) : Stream.empty())
                .toList();
    }

    private int nextHeader(int place) {
        int next = place + 1;
        while (next < rows.size() && !(rows.get(next) instanceof GroupRow))
            next++;
        return next;
    }

    /// Selects these places and nothing else, hidden or not.
    public void select(SelectedRowIndexes now) {
        hide(List.of());
        selectedRowIndexes.set(now);
    }

    /// Changes the selection of what is shown and leaves what is hidden as it is.
    public void change(SelectedRowIndexes now) {
        selectedRowIndexes.set(now);
    }

    /// To be called before the rows take a new order.
    void capture() {
        captured = rows();
        capturedGone = Set.copyOf(gone());
        if (!hiddenRows.isEmpty()) captured.addAll(hiddenRows);
    }

    /// To be called after the rows took a new order: finds those that were selected.
    void restore() {
        if (captured.isEmpty() && capturedGone.isEmpty()) {
            selectedRowIndexes.set(SelectedRowIndexes.NONE);
            return;
        }
        int wanted = ++stamps;
        int found = ++stamps;
        captured.forEach(row -> row.stamp(wanted));
        var places = new BitSet(rows.size());
        int shown = 0;
        for (int place = 0; place < rows.size(); place++) {
            if (rows.get(place) instanceof GonePoolRow gone && capturedGone.contains(gone)) places.set(place);
            var wantedRows = wantedRows(rows.get(place), wanted);
            if (wantedRows.isEmpty()) continue;
            places.set(place);
            wantedRows.forEach(row -> row.stamp(found));
            shown += wantedRows.size();
        }
        selectedRowIndexes.set(SelectedRowIndexes.of(places, places.nextSetBit(0)));
        hide(shown == captured.size() ? List.of() : captured.stream().filter(row -> !row.hasStamp(found)).toList());
        captured = List.of();
    }

    /// The pools that a line stands for, if they are all wanted.
    private static List<PoolRow> wantedRows(TableRowItem tableRowItem, int wanted) {
        return switch (tableRowItem) {
            case PoolRow row -> row.hasStamp(wanted) ? List.of(row) : List.of();
            case GonePoolRow _ -> List.of();
            case GroupRow head ->
                head.now().isFolded() && head.now().rows().stream().allMatch(row -> row.hasStamp(wanted))
                        ? head.now().rows()
                        : List.of();
        };
    }

    /// A pool that is gone, or whose connection is no longer ticked, is not selected any more (P06).
    void forgetGone() {
        hide(hiddenRows.stream().filter(PoolRow::isThere).toList());
    }

    private void hide(List<PoolRow> now) {
        hiddenRows = now;
        hidden.set(now.size());
    }
}
