package poolscope.api.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The JDK's client of one transport: created when it is first needed, and replaced after an exchange that brought no
/// response.
///
/// A response with an unreadable head leaves its socket open in the JDK's client, with the bytes received, for as long
/// as the client lives (measured on JDK 25). So the next exchange gets another client; those under way keep theirs until
/// they end. Safe for use by any thread.
final class RenewableHttpClient implements AutoCloseable {

    /// Creates a client; it opens a selector, for which the system may have no descriptor left.
    @FunctionalInterface
    interface Maker {
        HttpClient make() throws IOException, GeneralSecurityException;
    }

    /// A client and how many exchanges use it.
    static final class Shared {
        private final HttpClient client;
        private int exchanges;

        private Shared(HttpClient client) {
            this.client = client;
        }

        HttpClient client() {
            return client;
        }
    }

    private final Set<Shared> open = new HashSet<>();
    private @Nullable Shared current;
    private boolean closed;

    /// A client for one exchange, to be given back with [#giveBack].
    synchronized Shared take(Maker maker) throws IOException, GeneralSecurityException {
        if (closed) throw new IOException("closed");
        var taken = current;
        if (taken == null) {
            taken = new Shared(maker.make());
            open.add(taken);
            current = taken;
        }
        taken.exchanges++;
        return taken;
    }

    /// @param answered
    ///            whether the exchange brought a complete response
    synchronized void giveBack(Shared taken, boolean answered) {
        taken.exchanges--;
        if (!answered && taken == current) current = null;
        closeIfIdle(taken);
    }

    /// The next exchange gets another client.
    synchronized void renew() {
        var before = current;
        current = null;
        if (before != null) closeIfIdle(before);
    }

    private void closeIfIdle(Shared shared) {
        if (shared == current || shared.exchanges > 0 || !open.remove(shared)) return;
        shared.client.shutdownNow();
    }

    /// Ends every exchange.
    @Override
    public synchronized void close() {
        closed = true;
        current = null;
        open.forEach(shared -> shared.client.shutdownNow());
        open.clear();
    }
}
