package poolscope.api;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last [#KEPT] requests that this program sent, so that anybody can see that it only reads, and those that are
/// running. Contains no secrets: headers and bodies are not recorded, and of a query only what [Request#query] says.
/// Safe for use by any thread.
public final class RequestLog {
    /// How many finished requests are kept.
    public static final int KEPT = 2_000;

    /// What was sent.
    ///
    /// @param at
    ///            when it was sent
    /// @param connection
    ///            name of the connection, empty for a request that belongs to none
    /// @param method
    ///            `GET`; `POST` for the one request that gets a token
    /// @param host
    ///            host, with the port when it is not the scheme's own
    /// @param path
    ///            without the query
    /// @param query
    ///            the parameters that this program is known to send, long values shortened, secrets masked; the values
    ///            of others are left out
    public record Request(Instant at, String connection, String method, String host, String path, String query) {}

    /// One finished request.
    ///
    /// @param status
    ///            HTTP status, 0 when no response came
    /// @param failure
    ///            why no response came ([Failure#name]), [#GIVEN_UP] when it was cancelled; empty when one came
    /// @param millis
    ///            from sending to the last byte
    /// @param requestId
    ///            by which the service's operators find it, empty when the service sent none
    public record Entry(Request request, int status, String failure, long millis, String requestId) {
        /// [#failure] of a cancelled request.
        public static final String GIVEN_UP = "Cancelled";
    }

    private static final class Requests {
        private final Deque<Entry> finished = new ArrayDeque<>();
        private final List<Request> running = new ArrayList<>();
    }

    private final Requests requests;
    private final String connection;

    public RequestLog() {
        this(new Requests(), "");
    }

    private RequestLog(Requests requests, String connection) {
        this.requests = requests;
        this.connection = connection;
    }

    /// The same log, for requests of that connection.
    RequestLog of(String connection) {
        return new RequestLog(requests, connection);
    }

    /// The name of the connection whose requests are logged here; empty for none.
    public String connection() {
        return connection;
    }

    /// The request is running from now on.
    public void begin(Request request) {
        synchronized (requests) {
            requests.running.add(request);
        }
    }

    /// The request of that entry has finished.
    public void add(Entry entry) {
        synchronized (requests) {
            removeRunning(entry.request());
            if (requests.finished.size() == KEPT) requests.finished.removeFirst();
            requests.finished.addLast(entry);
        }
    }

    /// The request is not running any more, whether it was added or not.
    public void end(Request request) {
        synchronized (requests) {
            removeRunning(request);
        }
    }

    /// Two requests can be equal, and only one of them has finished.
    private void removeRunning(Request request) {
        requests.running.removeIf(each -> each == request);
    }

    /// The finished requests so far, oldest first.
    public List<Entry> entries() {
        synchronized (requests) {
            return List.copyOf(requests.finished);
        }
    }

    /// The requests that are running, in the order in which they were sent.
    public List<Request> running() {
        synchronized (requests) {
            return List.copyOf(requests.running);
        }
    }
}
