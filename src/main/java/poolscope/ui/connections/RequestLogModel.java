package poolscope.ui.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.api.RequestLog;
import poolscope.live.ObservableRequestLog;
import poolscope.live.ObservableSettings;
import poolscope.live.background.SecondTicker;

/// The requests that the program sent, so that anybody can see that it only reads.
public final class RequestLogModel {
    private final ObservableRequestLog observableRequestLog;
    private final SecondTicker secondTicker;
    private final ObservableSettings settings;

    /// How far a request has come.
    enum State {
        RUNNING,
        /// A response came that refuses nothing.
        SUCCEEDED,
        /// No response came, or one that refuses the request.
        FAILED
    }

    /// One request.
    ///
    /// @param status
    ///            HTTP status, 0 while it runs and when no response came; then `failure` has the reason
    /// @param millis
    ///            how long it took, of a running one until now
    record Line(RequestLog.Request request, State state, int status, String failure, long millis, String requestId) {
        Instant at() {
            return request.at();
        }

        /// The name of the connection; empty for none.
        String connection() {
            return request.connection();
        }

        String method() {
            return request.method();
        }

        String query() {
            return request.query();
        }

        /// Host and path.
        String address() {
            return request.host() + request.path();
        }
    }

    public RequestLogModel(ObservableRequestLog observableRequestLog, SecondTicker secondTicker,
            ObservableSettings settings) {
        this.observableRequestLog = observableRequestLog;
        this.secondTicker = secondTicker;
        this.settings = settings;
    }

    /// The zoom as a factor: 1 at 100 %.
    double scale() {
        return settings.settings().windowAppearance().scale();
    }

    /// Changes when the list must be refreshed.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return secondTicker.nowProperty();
    }

    /// The names of the connections that requests were sent for, in alphabetical order; without those that belong
    /// to none.
    List<String> connections() {
        return lines("").stream()
                .map(line -> line.connection())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// The requests, running ones first, each newest first.
    ///
    /// @param connection
    ///            of which connection; empty for all
    List<Line> lines(String connection) {
        return Stream
                .concat(observableRequestLog.runningNewestFirst().stream().map(this::running),
                        observableRequestLog.newestFirst().stream().map(RequestLogModel::finished))
                .filter(line -> connection.isEmpty() || line.connection().equals(connection))
                .toList();
    }

    private Line running(RequestLog.Request request) {
        long millis = Math.max(0, Duration.between(request.at(), nowProperty().get()).toMillis());
        return new Line(request, State.RUNNING, 0, "", millis, "");
    }

    private static Line finished(RequestLog.Entry entry) {
        boolean isFailed = entry.status() == 0 || entry.status() >= 400;
        return new Line(entry.request(), isFailed ? State.FAILED : State.SUCCEEDED, entry.status(), entry.failure(),
                entry.millis(), entry.requestId());
    }
}
