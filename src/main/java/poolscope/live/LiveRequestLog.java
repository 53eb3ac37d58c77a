package poolscope.live;

import java.util.List;
import poolscope.api.RequestLog;

/// The program's request log, for the window.
public final class LiveRequestLog {
    private final RequestLog log;

    public LiveRequestLog(RequestLog log) {
        this.log = log;
    }

    /// Every request that is kept, the newest first.
    public List<RequestLog.Entry> newestFirst() {
        return log.entries().reversed();
    }
}
