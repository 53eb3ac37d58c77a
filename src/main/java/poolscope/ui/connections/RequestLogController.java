package poolscope.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.export.SpreadsheetPasteCellText;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.TextColumn;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The table of the request log.
public final class RequestLogController implements AutoCloseable {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final RequestLogModel model;
    private final Texts texts;
    private final TimeText times;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

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
        add("requests.at", 76, line -> times.clock(line.at()));
        add("requests.connection", 110, RequestLogModel.Line::connection);
        add("requests.method", 78, RequestLogModel.Line::method);
        add("requests.address", 320, RequestLogModel.Line::address).getStyleClass().add("address");
        add("requests.query", 270, RequestLogModel.Line::query);
        add("requests.status", 110, this::status);
        add("requests.millis", 60, line -> Long.toString(line.millis())).getStyleClass().add("number");
        add("requests.id", 220, RequestLogModel.Line::requestId);
        connection.getItems().add(texts.format("requests.allConnections"));
        connection.getSelectionModel().selectFirst();
        show();
        subscriptions = Subscription.combine(model.nowProperty().subscribe((_, _) -> show()),
                connection.getSelectionModel().selectedIndexProperty().subscribe((_, _) -> show()));
    }

    private TableColumn<RequestLogModel.Line, String> add(String key, double width,
            Function<RequestLogModel.Line, String> cell) {
        var column = new TextColumn<>(texts.format(key), cell);
        column.setPrefWidth(width * model.scale());
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
        var shown = line.status() == 0 ? line.failure() : Integer.toString(line.status());
        return switch (line.state()) {
            case RUNNING -> texts.format("requests.running");
            case SUCCEEDED -> shown;
            case FAILED -> texts.format("requests.failed", shown);
        };
    }

    private void show() {
        addNewConnections();
        var now = lines();
        if (!now.equals(requests.getItems())) requests.getItems().setAll(now);
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

    /// The columns of the table, with dates.
    @FXML
    private void copy() {
        var head = requests.getColumns().stream().map(TableColumn::getText);
        var rows = lines().stream()
                .map(line -> Stream.of(line.at().toString(), line.connection(), line.method(), line.address(),
                        line.query(), status(line), Long.toString(line.millis()), line.requestId()));
        ClipboardText.put(requests,
                Stream.concat(Stream.of(head), rows)
                        .map(cells -> cells.map(SpreadsheetPasteCellText::ofShown).collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n")));
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
