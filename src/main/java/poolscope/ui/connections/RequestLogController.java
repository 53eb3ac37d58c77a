package poolscope.ui.connections;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
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

    private final RequestLogModel model;
    private final Texts texts;
    private final TimeText times;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

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
        add("requests.at", 80, line -> times.clock(line.at()));
        add("requests.method", 80, RequestLogModel.Line::method);
        add("requests.address", 360, RequestLogModel.Line::address);
        add("requests.status", 110, RequestLogController::status);
        add("requests.millis", 64, line -> Long.toString(line.millis())).getStyleClass().add("number");
        add("requests.id", 220, RequestLogModel.Line::requestId);
        show();
        subscriptions = model.nowProperty().subscribe((_, _) -> show());
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
            pseudoClassStateChanged(FAILED, line != null && !empty && line.isFailed());
        }
    }

    private static String status(RequestLogModel.Line line) {
        return line.status() == 0 ? line.failure() : Integer.toString(line.status());
    }

    private void show() {
        model.nowProperty().get();
        List<RequestLogModel.Line> now = model.lines();
        if (!now.equals(requests.getItems())) requests.getItems().setAll(now);
    }

    @FXML
    private void copy() {
        var text = model.lines()
                .stream()
                .map(line -> Stream
                        .of(line.at().toString(), line.method(), line.address(), status(line),
                                Long.toString(line.millis()), line.requestId())
                        .map(SpreadsheetPasteCellText::ofShown)
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        ClipboardText.put(requests, text);
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
