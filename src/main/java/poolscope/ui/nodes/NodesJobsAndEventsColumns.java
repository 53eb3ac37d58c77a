package poolscope.ui.nodes;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseEvent;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolStatus;
import poolscope.pool.node.PoolEvent;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.ui.parts.ExactColumnWidth;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.text.JobText;
import poolscope.ui.text.NodeText;
import poolscope.ui.text.PoolContentsColumn;
import poolscope.ui.text.PoolContentsText;

/// The columns of the three tables.
final class NodesJobsAndEventsColumns {
    /// The least widths of columns whose values may be cut, in em. An address has room in that of a job's nodes.
    private static final Map<PoolContentsColumn, Integer> LEAST = Map.of(PoolContentsColumn.NODE_TAKES_JOBS, 7,
            PoolContentsColumn.NODE_JOBS, 6, PoolContentsColumn.NODE_TAINTS, 8, PoolContentsColumn.NODE_MAINTENANCE, 8,
            PoolContentsColumn.JOB_NODES, 8, PoolContentsColumn.EVENT_MESSAGE, 8);

    private final PoolContentsText words;
    private final NodeText nodes;
    private final JobText jobs;

    NodesJobsAndEventsColumns(PoolContentsText words) {
        this.words = words;
        nodes = words.nodes();
        jobs = words.jobs();
    }

    /// Lets headers say what their columns mean. The skin makes headers anew whenever other columns are shown.
    private void explainHeaders(TableView<?> table) {
        table.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> {
            if (event.getTarget() instanceof TableColumnHeader header
                    && header.getTableColumn() instanceof TableColumn<?, ?> column)
                PoolContentsColumn.ofId(column.getId()).ifPresent(id -> LazyTooltip.setText(header, words.meaning(id)));
        });
    }

    /// @param marked
    ///            the cards of a node that are outlined
    void nodes(TableView<NodeTableRow> table, Function<PoolNode, BitSet> marked) {
        table.getColumns()
                .setAll(List.of(
                        verdict(ids(text(PoolContentsColumn.NODE_NAME, 136, row -> words.text(row.node().name()),
                                row -> row.node().name()))),
                        verdict(text(PoolContentsColumn.NODE_TAKES_JOBS, 116, row -> nodes.use(row.use()),
                                row -> nodes.use(row.use()))),
                        cards(marked),
                        verdict(text(PoolContentsColumn.NODE_PHASE, 84, row -> words.text(row.node().phase()),
                                row -> row.node().phase())),
                        text(PoolContentsColumn.NODE_JOBS, 130, row -> nodes.jobs(row.jobs()), NodeTableRow::jobCount),
                        number(PoolContentsColumn.NODE_CPU, 112,
                                row -> nodes.share(row.node().free().cpuCores(), row.node().total().cpuCores()),
                                row -> amount(row.node().free().cpuCores())),
                        number(PoolContentsColumn.NODE_MEMORY, 110,
                                row -> nodes.memory(row.node().free().memoryMiB(), row.node().total().memoryMiB()),
                                row -> amount(row.node().free().memoryMiB())),
                        text(PoolContentsColumn.NODE_ZONE, 90, row -> words.text(row.node().zone()),
                                row -> row.node().zone()),
                        text(PoolContentsColumn.NODE_TAINTS, 140, row -> nodes.taints(row.node().taints()),
                                row -> row.node().taints().size()),
                        tipped(PoolContentsColumn.NODE_MAINTENANCE, 150, row -> nodes.maintenance(row.maintenance()),
                                row -> nodes.wholeMaintenance(row.maintenance()), NodeTableRow::nextMaintenance)));
        table.getColumns().addAll(systemColumns());
        explainHeaders(table);
    }

    /// What a node is made of, which mostly is not looked for.
    private List<TableColumn<NodeTableRow, NodeTableRow>> systemColumns() {
        return List.of(
                text(PoolContentsColumn.NODE_DRIVER, 100, row -> nodes.driver(row.node().system()),
                        row -> row.node().system().driverVersion()),
                hidden(text(PoolContentsColumn.NODE_FLAVOR, 200, row -> words.text(row.node().flavor()),
                        row -> row.node().flavor())),
                hidden(text(PoolContentsColumn.NODE_NODE_POOL, 140, row -> words.text(row.node().labels().nodePool()),
                        row -> row.node().labels().nodePool())),
                hidden(text(PoolContentsColumn.NODE_IP, 110, row -> words.text(row.node().privateIp()),
                        row -> row.node().privateIp())),
                hidden(text(PoolContentsColumn.NODE_OS, 110, row -> words.text(row.node().system().os()),
                        row -> row.node().system().os())));
    }

    /// @param names
    ///            of nodes by their addresses, as far as nodes were read
    void jobs(TableView<PoolJob> table, Supplier<Map<String, FieldValue>> names) {
        table.getColumns()
                .add(text(PoolContentsColumn.JOB_STATUS, 72, job -> words.text(job.status()), PoolJob::status));
        table.getColumns().add(text(PoolContentsColumn.JOB_NAME, 130, job -> words.text(job.name()), PoolJob::name));
        table.getColumns().add(text(PoolContentsColumn.JOB_TYPE, 74, job -> words.text(job.type()), PoolJob::type));
        table.getColumns()
                .add(number(PoolContentsColumn.JOB_CARDS, 78, jobs::cardsOf, job -> amount(job.needs().cardCount())));
        table.getColumns()
                .add(text(PoolContentsColumn.JOB_NODES, 100, job -> jobs.nodesOf(job, names.get()),
                        job -> job.hostIps().size()));
        table.getColumns()
                .add(number(PoolContentsColumn.JOB_SINCE, 132, jobs::since, job -> amount(job.timing().ranSeconds())));
        table.getColumns()
                .add(number(PoolContentsColumn.JOB_PLACE, 54, job -> jobs.place(job.place()),
                        job -> amount(job.place())));
        table.getColumns()
                .add(number(PoolContentsColumn.JOB_PRIORITY, 70, job -> words.text(job.priority()), PoolJob::priority));
        explainHeaders(table);
    }

    void events(TableView<PoolEvent> table) {
        table.getColumns()
                .add(text(PoolContentsColumn.EVENT_LAST, 128, event -> words.moment(event.lastAt()),
                        PoolEvent::lastAt));
        table.getColumns()
                .add(marked(
                        text(PoolContentsColumn.EVENT_TYPE, 74, event -> words.text(event.type()), PoolEvent::type)));
        table.getColumns()
                .add(text(PoolContentsColumn.EVENT_REASON, 196, event -> words.text(event.reason()),
                        PoolEvent::reason));
        table.getColumns()
                .add(text(PoolContentsColumn.EVENT_MESSAGE, 420, event -> words.text(event.message()),
                        PoolEvent::message));
        table.getColumns()
                .add(number(PoolContentsColumn.EVENT_COUNT, 70, event -> words.text(event.count()),
                        event -> amount(event.count())));
        explainHeaders(table);
    }

    /// Identifies a row when it is read again.
    static Object key(Object row) {
        return switch (row) {
            case NodeTableRow(var node, _, _, _, _) when node.name().isKnown() -> node.name();
            case PoolJob job when job.id().isKnown() -> job.id();
            default -> row;
        };
    }

    /// The least width of a column whose values may be cut, in em; empty for one whose values are not.
    static Optional<Integer> leastWidth(TableColumn<?, ?> column) {
        return PoolContentsColumn.ofId(column.getId()).map(LEAST::get);
    }

    /// The width of what is drawn beside the text of that column, in em: cards, or the mark of a warning.
    static double widthBesideText(TableColumn<?, ?> column) {
        return PoolContentsColumn.ofId(column.getId()).map(id -> switch (id) {
            case NODE_FREE_CARDS -> 7.8;
            case EVENT_TYPE -> 1.1;
            default -> 0.0;
        }).orElse(0.0);
    }

    /// What stands in that column of the row.
    @SuppressWarnings("unchecked")
    static <R> String written(TableColumn<R, ?> column, R row) {
        return ((Function<R, String>) column.getUserData()).apply(row);
    }

    private static <R> TableColumn<R, R> hidden(TableColumn<R, R> column) {
        column.setVisible(false);
        return column;
    }

    /// Its words are coloured when the node needs to be looked at.
    private static <R> TableColumn<R, R> verdict(TableColumn<R, R> column) {
        column.getStyleClass().add("verdict");
        return column;
    }

    /// Warnings have a mark before the word.
    private TableColumn<PoolEvent, PoolEvent> marked(TableColumn<PoolEvent, PoolEvent> column) {
        column.setCellFactory(_ -> new TableCell<>() {
            private final StatusIcon mark = new StatusIcon();

            @Override
            protected void updateItem(PoolEvent event, boolean empty) {
                super.updateItem(event, empty);
                boolean isShown = !empty && event != null;
                setText(isShown ? words.text(event.type()) : "");
                setGraphic(isShown ? mark : null);
                mark.setVisible(isShown && event.isWarning());
                StatusIcon.markStatus(mark, Optional.of(PoolStatus.Kind.CONCERNING));
            }
        });
        return column;
    }

    /// Names of nodes differ at their end, so they are shortened in the middle.
    private static <R> TableColumn<R, R> ids(TableColumn<R, R> column) {
        column.getStyleClass().add("id");
        return column;
    }

    private static BigDecimal amount(FieldValue fieldValue) {
        return fieldValue.asNumber().orElse(BigDecimal.ONE.negate());
    }

    private <R, K extends Comparable<? super K>> TableColumn<R, R> number(PoolContentsColumn id, double width,
            Function<R, String> written, Function<R, K> key) {
        var column = text(id, width, written, key);
        column.getStyleClass().add("number");
        return column;
    }

    private <R, K extends Comparable<? super K>> TableColumn<R, R> text(PoolContentsColumn id, double width,
            Function<R, String> written, Function<R, K> key) {
        return tipped(id, width, written, written, key);
    }

    private <R, K extends Comparable<? super K>> TableColumn<R, R> tipped(PoolContentsColumn id, double width,
            Function<R, String> written, Function<R, String> tip, Function<R, K> key) {
        var column = column(id, width, key);
        column.setUserData(written);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                boolean isShown = !empty && row != null;
                setText(isShown ? written.apply(row) : "");
                LazyTooltip.setText(this, isShown ? tip.apply(row) : "");
            }
        });
        return column;
    }

    private TableColumn<NodeTableRow, NodeTableRow> cards(Function<PoolNode, BitSet> marked) {
        var column = column(PoolContentsColumn.NODE_FREE_CARDS, 176, NodeTableRow::freeCards);
        column.setUserData((Function<NodeTableRow, String>) this::cards);
        column.setCellFactory(_ -> new TableCell<>() {
            private final CardSquares squares = new CardSquares();

            @Override
            protected void updateItem(NodeTableRow row, boolean empty) {
                super.updateItem(row, empty);
                boolean isShown = !empty && row != null;
                setText(isShown ? cards(row) : "");
                setGraphic(null);
                setContentDisplay(ContentDisplay.LEFT);
                setAlignment(Pos.CENTER_LEFT);
                if (!isShown) return;
                squares.show(row.node(), row.use().takesJobs(), marked.apply(row.node()));
                if (!squares.getChildren().isEmpty()) setGraphic(squares);
                setAccessibleText(nodes.whichCards(row.node()));
                LazyTooltip.setText(this, nodes.whichCards(row.node()));
            }
        });
        return column;
    }

    private String cards(NodeTableRow row) {
        return nodes.cards(row.node(), row.missingCards());
    }

    private <R, K extends Comparable<? super K>> TableColumn<R, R> column(PoolContentsColumn id, double width,
            Function<R, K> key) {
        var column = new TableColumn<R, R>(words.name(id));
        column.setId(id.id());
        ExactColumnWidth.set(column, width);
        column.setComparator(Comparator.comparing(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        return column;
    }
}
