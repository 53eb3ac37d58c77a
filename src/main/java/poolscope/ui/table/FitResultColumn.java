package poolscope.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.fit.NodeFits;
import poolscope.pool.table.ArrangedPools;
import poolscope.ui.parts.ExactColumnWidth;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.text.FitResultText;

/// The first column while a demand is set: whether each pool has room for it. It is not a field of a pool, so it is not
/// sorted, copied or remembered. A value is computed when its cell is shown.
final class FitResultColumn extends TableColumn<TableRowItem, Optional<FitResult>> {
    /// Pixels at 100 %.
    private static final double WIDEST = 320;
    private static final double MOST_OF_TABLE = 0.4;
    private static final double NARROWEST = 72;
    /// Results that are measured, evenly spread over all.
    private static final int MEASURED = 300;

    private final PoolsTableModel model;
    private final FitResultText texts;
    private final ColumnContentWidth contents;
    private double scale = 1;
    /// The pools of which all texts were measured.
    private ArrangedPools fittedToAll = ArrangedPools.EMPTY;

    FitResultColumn(PoolsTableModel model, FitResultText texts, ColumnContentWidth contents) {
        this.model = model;
        this.texts = texts;
        this.contents = contents;
        var query = model.arrangedPoolsProperty().map(ArrangedPools::tableQuery);
        setId("fit-column");
        setSortable(false);
        setReorderable(false);
        setCellValueFactory(line -> switch (line.getValue()) {
            case PoolRow row -> row.poolProperty().flatMap(pool -> query.map(now -> now.fitOf(pool)));
            case GroupRow _, GonePoolRow _ -> new SimpleObjectProperty<>(Optional.empty());
        });
        setCellFactory(_ -> new Cell(texts, contents, this::fitToAll));
        setGraphic(header());
        // for screen readers; the style sheet hides it beside the graphic
        setText(texts.column());
        // pinned with the pinned columns, which begin at its end
        PinnedColumns.mark(this, true);
    }

    /// A box like those of other columns, which may get a padding of its own.
    private HBox header() {
        var name = new Label(texts.column());
        name.getStyleClass().add("name");
        var header = new HBox(name);
        header.getStyleClass().add("header-name");
        LazyTooltip.setText(header, texts.columnMeaning());
        return header;
    }

    void scaleTo(double scale) {
        this.scale = scale;
        setMinWidth(NARROWEST * scale);
    }

    /// Makes it as wide as the longest text of the first rows.
    ///
    /// @param table
    ///            of which other columns keep some width
    /// @param rows
    ///            as many as are in view
    void fitToFirst(TableView<TableRowItem> table, int rows) {
        ExactColumnWidth.set(this, widthOfFirst(table, rows));
    }

    /// The same, but no narrower than it is, because other texts have taken the place of those in view.
    void widenToFirst(TableView<TableRowItem> table, int rows) {
        double now = widthOfFirst(table, rows);
        if (now > getWidth()) ExactColumnWidth.set(this, now);
    }

    private double widthOfFirst(TableView<TableRowItem> table, int rows) {
        return width(table, IntStream.range(0, Math.min(rows, model.arrangedPools().size())));
    }

    /// Makes it as wide as the longest of all texts, because a longer one has come into view: it gets wider once, not
    /// with each longer text that is scrolled to.
    private void fitToAll() {
        var shown = model.arrangedPools();
        if (getTableView() == null || shown == fittedToAll) return;
        fittedToAll = shown;
        int size = shown.size();
        int step = Math.max(1, size / MEASURED);
        double all = width(getTableView(), IntStream.iterate(0, place -> place < size, place -> place + step));
        if (all > getWidth()) ExactColumnWidth.set(this, all);
    }

    private double width(TableView<TableRowItem> table, IntStream rows) {
        var words = rows.mapToObj(model.arrangedPools()::fitAt).flatMap(Optional::stream).map(texts::cell).toList();
        double widest = Math.max(getMinWidth(), Math.min(WIDEST * scale, table.getWidth() * MOST_OF_TABLE));
        return Math.clamp(contents.longest(words) + contents.markGap(), getMinWidth(), widest);
    }

    /// The demand by which the rows on screen are ordered.
    static ObservableValue<Optional<JobDemand>> demandOf(PoolsTableModel model) {
        return model.arrangedPoolsProperty().map(now -> now.tableQuery().jobDemand());
    }

    /// What the nodes say of the rows on screen.
    static ObservableValue<NodeFits> nodeFitsOf(PoolsTableModel model) {
        return model.arrangedPoolsProperty().map(now -> now.tableQuery().nodeFits());
    }

    private static final class Cell extends TableCell<TableRowItem, Optional<FitResult>> {
        private final FitResultText texts;
        private final ColumnContentWidth contents;
        private final Runnable widen;

        Cell(FitResultText texts, ColumnContentWidth contents, Runnable widen) {
            this.contents = contents;
            this.widen = widen;
            getStyleClass().addAll("value-cell", "fit-cell");
            LazyTooltip.setText(this, () -> getItem() == null ? "" : getItem().map(texts::whole).orElse(""));
            this.texts = texts;
        }

        @Override
        protected void updateItem(Optional<FitResult> fitResult, boolean empty) {
            super.updateItem(fitResult, empty);
            var before = getText();
            setText(empty || fitResult == null ? null : fitResult.map(texts::cell).orElse(""));
            // later, because a cell is updated while the table is laid out
            if (getText() != null && !getText().equals(before)
                    && contents.longest(List.of(getText())) + contents.markGap() > getTableColumn().getWidth())
                Platform.runLater(widen);
        }
    }
}
