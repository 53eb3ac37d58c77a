package poolscope.ui.pools;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Subscription;
import poolscope.live.PoolRow;

/// Keeps what is selected and what is in view over every new order of the rows: a table remembers places, people remember pools.
final class RowSelection {
    private final TableView<PoolRow> table;
    private final PoolsModel model;
    private boolean swapping;
    private Optional<View> view = Optional.empty();

    /// The first row in view, and how far it is scrolled out above.
    private record View(PoolRow first, double above) {}

    RowSelection(TableView<PoolRow> table, PoolsModel model) {
        this.table = table;
        this.model = model;
    }

    Subscription install() {
        ListChangeListener<PoolRow> chosen = _ -> remember();
        table.getSelectionModel().getSelectedItems().addListener(chosen);
        restore();
        return Subscription.combine(
                () -> table.getSelectionModel().getSelectedItems().removeListener(chosen),
                table.getSelectionModel().selectedItemProperty().subscribe((_, _) -> remember()),
                model.onSwap(this::before, this::after));
    }

    private void remember() {
        if (swapping) return;
        var selection = table.getSelectionModel();
        model.select(List.copyOf(selection.getSelectedItems().stream().filter(row -> row != null).toList()),
                Optional.ofNullable(selection.getSelectedItem()));
    }

    private void before() {
        swapping = true;
        view = flow().flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell())).filter(cell -> cell.getIndex() > 0)
                .filter(cell -> cell.getIndex() < table.getItems().size())
                .map(cell -> new View(table.getItems().get(cell.getIndex()), -cell.getLayoutY()));
    }

    private void after(boolean refreshed) {
        restore();
        swapping = false;
        boolean alone = refreshed && table.getItems().size() == 1 && model.currentProperty().get().isEmpty();
        if (alone) table.getSelectionModel().select(0);
        if (refreshed) view.ifPresent(this::scrollBack);
    }

    private void restore() {
        Set<PoolRow> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(model.selectedProperty().get());
        var selection = table.getSelectionModel();
        selection.clearSelection();
        if (wanted.isEmpty()) return;
        var rows = table.getItems();
        int current = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (!wanted.contains(rows.get(i))) continue;
            if (model.currentProperty().get().filter(rows.get(i)::equals).isPresent()) current = i;
            else
                selection.select(i);
        }
        if (current >= 0) selection.select(current);
    }

    private void scrollBack(View before) {
        int index = table.getItems().indexOf(before.first());
        if (index < 0) return;
        flow().ifPresent(flow -> {
            flow.scrollToTop(index);
            flow.scrollPixels(before.above());
        });
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
