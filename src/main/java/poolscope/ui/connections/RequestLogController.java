package poolscope.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.api.RequestLog;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.TextColumn;
import poolscope.ui.parts.TextColumnWidths;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The table of the request log.
public final class RequestLogController implements AutoCloseable {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    /// Minimum widths in pixels at 100 %.
    private static final double LEAST_ADDRESS = 240;
    private static final double LEAST_ID = 130;
    private static final double LEAST_QUERY = 160;

    private final RequestLogModel model;
    private final Texts texts;
    private final TimeText times;
    private final Runnable close;
    private final TextColumnWidths<RequestLogModel.Line> widths = new TextColumnWidths<>();
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private VBox requestLog;
    @FXML
    private ComboBox<String> connection;
    @FXML
    private TableView<RequestLogModel.Line> requests;

    public RequestLogController(RequestLogModel model, Texts texts, TimeText times, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.times = times;
        this.close = close;
    }

    @FXML
    private void initialize() {
        requests.setRowFactory(_ -> new Row());
        requests.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ClipboardText.onKey(requestLog, this::copySelected);
        add("requests.at", line -> times.clock(line.at()));
        add("requests.connection", RequestLogModel.Line::connection);
        add("requests.method", RequestLogModel.Line::method);
        var address = add("requests.address", RequestLogModel.Line::address);
        address.getStyleClass().add("address");
        var query = add("requests.query", RequestLogModel.Line::query);
        add("requests.status", this::status);
        add("requests.millis", line -> Long.toString(line.millis())).getStyleClass().add("number");
        var requestId = add("requests.id", RequestLogModel.Line::requestId);
        requestId.getStyleClass().add("id");
        // an address is cut in the middle, where least is lost, before an id, and that before a query
        widths.allow(address, new TextColumnWidths.Cut(LEAST_ADDRESS, true));
        widths.allow(requestId, new TextColumnWidths.Cut(LEAST_ID, false));
        widths.allow(query, new TextColumnWidths.Cut(LEAST_QUERY, false));
        connection.getItems().add(texts.format("requests.allConnections"));
        connection.getSelectionModel().selectFirst();
        show();
        subscriptions = Subscription.combine(widths.fitToView(requests, model::scale),
                model.nowProperty().subscribe((_, _) -> show()),
                connection.getSelectionModel().selectedIndexProperty().subscribe((_, _) -> show()));
    }

    private TableColumn<RequestLogModel.Line, String> add(String key, Function<RequestLogModel.Line, String> cell) {
        var column = new TextColumn<>(texts.format(key), cell);
        requests.getColumns().add(column);
        return column;
    }

    /// A failed request is coloured; its status has the reason in words.
    private static final class Row extends TableRow<RequestLogModel.Line> {
        @Override
        protected void updateItem(RequestLogModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            var state = line == null || empty ? null : line.state();
            pseudoClassStateChanged(FAILED, state == RequestLogModel.State.FAILED);
            pseudoClassStateChanged(RUNNING, state == RequestLogModel.State.RUNNING);
        }
    }

    private String status(RequestLogModel.Line line) {
        return switch (line.state()) {
            case RUNNING -> texts.format("requests.running");
            case SUCCEEDED -> Integer.toString(line.status());
            case FAILED -> line.status() == 0
                    ? withoutAnswer(line.failure())
                    : texts.format("requests.failed", Integer.toString(line.status()));
        };
    }

    private String withoutAnswer(String failure) {
        return failure.equals(RequestLog.Entry.GIVEN_UP)
                ? texts.format("requests.stopped")
                : new FailureText(texts).brief(failure);
    }

    private void show() {
        addNewConnections();
        var now = lines();
        if (now.equals(requests.getItems())) return;
        var selected = Set.copyOf(requests.getSelectionModel().getSelectedItems());
        requests.getItems().setAll(now);
        requests.getSelectionModel().clearSelection();
        for (int i = 0; i < now.size(); i++)
            if (selected.contains(now.get(i))) requests.getSelectionModel().select(i);
    }

    /// Only adds, so that the choice stays.
    private void addNewConnections() {
        var names = new ArrayList<>(model.connections());
        names.removeAll(connection.getItems());
        connection.getItems().addAll(names);
    }

    private List<RequestLogModel.Line> lines() {
        boolean isAll = connection.getSelectionModel().getSelectedIndex() <= 0;
        return model.lines(isAll ? "" : connection.getValue());
    }

    /// The selected requests; all when none is selected.
    private void copySelected() {
        var selected = List.copyOf(requests.getSelectionModel().getSelectedItems());
        copy(selected.isEmpty() ? lines() : selected);
    }

    @FXML
    private void copy() {
        copy(lines());
    }

    /// The columns of the table, with dates.
    private void copy(List<RequestLogModel.Line> lines) {
        var head = requests.getColumns().stream().map(TableColumn::getText).toList();
        var rows = lines.stream()
                .map(line -> List.of(line.at().toString(), line.connection(), line.method(), line.address(),
                        line.query(), status(line), Long.toString(line.millis()), line.requestId()));
        ClipboardText.put(requests, SpreadsheetPasteCellText.table(Stream.concat(Stream.of(head), rows).toList()));
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
