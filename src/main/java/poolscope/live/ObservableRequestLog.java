package poolscope.live;

import java.util.List;
import poolscope.api.RequestLog;

/// The program's request log as an observable property.
public final class ObservableRequestLog {
    private final RequestLog log;

    public ObservableRequestLog(RequestLog log) {
        this.log = log;
    }

    /// The running requests, newest first.
    public List<RequestLog.Request> runningNewestFirst() {
        return log.running().reversed();
    }

    /// The finished requests, newest first.
    public List<RequestLog.Entry> newestFirst() {
        return log.entries().reversed();
    }
}
