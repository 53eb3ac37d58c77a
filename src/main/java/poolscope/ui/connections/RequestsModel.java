package poolscope.ui.connections;

import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.live.Requests;
import poolscope.live.Ticker;

/// Every request that the program sent, for whoever wants to see that it only reads.
public final class RequestsModel {
    private final Requests requests;
    private final Ticker ticker;

    /// One request.
    ///
    /// @param status
    ///            HTTP status, 0 when no answer came; then `failure` says why
    record Line(Instant at, String method, String address, int status, String failure, long millis, String requestId) {}

    public RequestsModel(Requests requests, Ticker ticker) {
        this.requests = requests;
        this.ticker = ticker;
    }

    /// Tells when to look again.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return ticker.nowProperty();
    }

    /// The requests, newest first.
    List<Line> lines() {
        return requests.newestFirst().stream().map(entry -> new Line(entry.at(), entry.method(), entry.host() + entry.path(),
                entry.status(), entry.failure(), entry.millis(), entry.requestId())).toList();
    }
}
