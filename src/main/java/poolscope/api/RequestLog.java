package poolscope.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last [#KEPT] requests that this program sent, so that anybody can see that it only reads. Contains no secrets:
/// headers, queries and bodies are not recorded. Safe for use by any thread.
public final class RequestLog {
    /// How many are kept.
    public static final int KEPT = 2_000;

    /// One finished request.
    ///
    /// @param at
    ///            when it was sent
    /// @param method
    ///            `GET`; `POST` for the one request that gets a token
    /// @param host
    ///            host, with the port when it is not the scheme's own
    /// @param path
    ///            without the query
    /// @param status
    ///            HTTP status, 0 when no response came
    /// @param failure
    ///            why no response came ([Failure#name]), [#GIVEN_UP] when it was cancelled; empty when one came
    /// @param millis
    ///            from sending to the last byte
    /// @param requestId
    ///            by which the service's operators find it, empty when the service sent none
    public record Entry(Instant at, String method, String host, String path, int status, String failure, long millis,
            String requestId) {
        /// [#failure] of a cancelled request.
        public static final String GIVEN_UP = "Cancelled";
    }

    private final Deque<Entry> entries = new ArrayDeque<>();

    public void add(Entry entry) {
        synchronized (entries) {
            if (entries.size() == KEPT) entries.removeFirst();
            entries.addLast(entry);
        }
    }

    /// The requests so far, oldest first.
    public List<Entry> entries() {
        synchronized (entries) {
            return List.copyOf(entries);
        }
    }
}
