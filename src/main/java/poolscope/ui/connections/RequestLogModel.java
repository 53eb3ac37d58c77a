package poolscope.ui.connections;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.live.ObservableRequestLog;
import poolscope.live.ObservableSettings;
import poolscope.live.background.SecondTicker;

/// The requests that the program sent, so that anybody can see that it only reads.
public final class RequestLogModel {
    private final ObservableRequestLog observableRequestLog;
    private final SecondTicker secondTicker;
    private final ObservableSettings settings;

    /// One request.
    ///
    /// @param status
    ///            HTTP status, 0 when no response came; then `failure` has the reason
    record Line(Instant at, String method, String address, int status, String failure, long millis, String requestId) {
        /// Whether no response came, or one that refuses the request.
        boolean isFailed() {
            return status == 0 || status >= 400;
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

    /// The requests, newest first.
    List<Line> lines() {
        return observableRequestLog.newestFirst()
                .stream()
                .map(entry -> new Line(entry.at(), entry.method(), entry.host() + entry.path(), entry.status(),
                        entry.failure(), entry.millis(), entry.requestId()))
                .toList();
    }
}
