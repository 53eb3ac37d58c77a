package poolscope.ui.pools;

import poolscope.ui.parts.Tip;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import poolscope.live.GroupRow;
import poolscope.live.Line;
import poolscope.live.PoolRow;
import poolscope.pool.Demand;
import poolscope.pool.Fit;
import poolscope.ui.text.FitText;

/// The first column while a demand is on: whether each pool has room for it. It is no field of a pool, so it is not sorted by,
/// not copied, not remembered. An answer is found when its cell is shown: one costs next to nothing.
final class FitColumn extends TableColumn<Line, Optional<Fit>> {
    /// Pixels at 100 %.
    private static final double WIDTH = 208;
    private static final double NARROWEST = 48;

    FitColumn(PoolsModel model, FitText texts) {
        var demand = demandOf(model);
        setId("fit-column");
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(line -> switch (line.getValue()) {
            case PoolRow row -> row.poolProperty().flatMap(pool -> demand.map(now -> now.map(it -> Fit.of(pool, it))));
            case GroupRow _ -> new SimpleObjectProperty<>(Optional.empty());
        });
        setCellFactory(_ -> new Cell(texts));
        var header = new Label(texts.column());
        Tip.setText(header, texts.columnMeaning());
        setGraphic(header);
        // Beside pinned columns it has to stay too: they stand where it ends.
        PinnedColumns.mark(this, true);
    }

    void scaleTo(double scale) {
        setMinWidth(NARROWEST * scale);
        setPrefWidth(WIDTH * scale);
    }

    /// The demand that the rows on screen stand in the order of.
    static ObservableValue<Optional<Demand>> demandOf(PoolsModel model) {
        return model.arrangementProperty().map(now -> now.wish().demand());
    }

    private static final class Cell extends TableCell<Line, Optional<Fit>> {
        private final FitText texts;

        Cell(FitText texts) {
            getStyleClass().addAll("value-cell", "fit-cell");
            Tip.setText(this, () -> getItem() == null ? "" : getItem().map(texts::whole).orElse(""));
            this.texts = texts;
        }

        @Override
        protected void updateItem(Optional<Fit> fit, boolean empty) {
            super.updateItem(fit, empty);
            setText(empty || fit == null ? null : fit.map(texts::cell).orElse(""));
        }
    }
}
