package poolscope.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.table.ArrangedPools;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.FitResultText;

/// The first column while a demand is set: whether each pool has room for it. It is not a field of a pool, so it is not
/// sorted, copied or remembered. A value is computed when its cell is shown.
final class CapacityColumn extends TableColumn<TableRowItem, Optional<FitResult>> {
    /// Pixels at 100 %.
    private static final double WIDEST = 320;
    private static final double MOST_OF_TABLE = 0.4;
    private static final double NARROWEST = 72;
    /// Results that are measured, evenly spread over all.
    private static final int MEASURED = 300;

    private final FitResultText texts;
    private double scale = 1;

    CapacityColumn(PoolsTableModel model, FitResultText texts) {
        this.texts = texts;
        var jobDemand = demandOf(model);
        setId("fit-column");
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(line -> switch (line.getValue()) {
            case PoolRow row ->
                row.poolProperty().flatMap(pool -> jobDemand.map(now -> now.map(it -> FitResult.of(pool, it))));
            case GroupRow _, GonePoolRow _ -> new SimpleObjectProperty<>(Optional.empty());
        });
        setCellFactory(_ -> new Cell(texts));
        var header = new Label(texts.column());
        LazyTooltip.setText(header, texts.columnMeaning());
        setGraphic(header);
        // for screen readers; the style sheet hides it beside the graphic
        setText(texts.column());
        // pinned with the pinned columns, which begin at its end
        PinnedColumns.mark(this, true);
    }

    void scaleTo(double scale) {
        this.scale = scale;
        setMinWidth(NARROWEST * scale);
    }

    /// Makes it as wide as its longest text, up to a limit.
    ///
    /// @param tableWidth
    ///            in pixels, of which other columns keep some
    /// @param measure
    ///            the width of the longest of several texts, in pixels
    void fitWidth(ArrangedPools shown, double tableWidth, ToDoubleFunction<List<String>> measure) {
        int step = Math.max(1, shown.size() / MEASURED);
        var results = IntStream.iterate(0, place -> place < shown.size(), place -> place + step)
                .mapToObj(shown::fitAt)
                .flatMap(Optional::stream)
                .map(texts::cell)
                .toList();
        double widest = Math.max(getMinWidth(), Math.min(WIDEST * scale, tableWidth * MOST_OF_TABLE));
        setPrefWidth(Math.clamp(measure.applyAsDouble(results), getMinWidth(), widest));
    }

    /// The demand by which the rows on screen are ordered.
    static ObservableValue<Optional<JobDemand>> demandOf(PoolsTableModel model) {
        return model.arrangedPoolsProperty().map(now -> now.tableQuery().jobDemand());
    }

    private static final class Cell extends TableCell<TableRowItem, Optional<FitResult>> {
        private final FitResultText texts;

        Cell(FitResultText texts) {
            getStyleClass().addAll("value-cell", "fit-cell");
            LazyTooltip.setText(this, () -> getItem() == null ? "" : getItem().map(texts::whole).orElse(""));
            this.texts = texts;
        }

        @Override
        protected void updateItem(Optional<FitResult> fitResult, boolean empty) {
            super.updateItem(fitResult, empty);
            setText(empty || fitResult == null ? null : fitResult.map(texts::cell).orElse(""));
        }
    }
}
