package poolscope.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One exchange, as something into which answers are sent, whole or broken. An exception that leaves the handler closes
/// the connection at once, without an ending: that is how answers are cut.
///
/// @param closing
///            falls open when the server closes, and ends every wait
/// @param now
///            the cloud's time, for `Date`
record ResponseSender(HttpExchange exchange, String requestId, CountDownLatch closing) {
    /// The connection is to be closed here, on purpose.
    static final class CutException extends IOException {
        private static final long serialVersionUID = 1;

        CutException(String message) {
            super(message);
        }
    }

    /// Sends the answer as a whole.
    void send(DemoResponse demoResponse) throws IOException {
        var own = withRequestId(demoResponse);
        if (own.body().length() == 0 || own.status() == 204 || own.status() == 304
                || exchange.getRequestMethod().equals("HEAD")) {
            head(own);
            exchange.sendResponseHeaders(own.status(), -1);
        } else {
            var out = begin(own, Math.max(0, own.body().length()));
            own.body().writeTo(out);
            out.close();
        }
        exchange.close();
    }

    /// Sends status and headers; the body is up to the caller.
    ///
    /// @param length
    ///            of the body in bytes, 0 for chunks without a length
    OutputStream begin(DemoResponse demoResponse, long length) throws IOException {
        head(demoResponse);
        exchange.sendResponseHeaders(demoResponse.status(), length);
        return exchange.getResponseBody();
    }

    /// Error bodies of the gateway tell the request id.
    DemoResponse withRequestId(DemoResponse demoResponse) throws IOException {
        if (demoResponse.status() < 400) return demoResponse;
        var text = new String(demoResponse.bytes(), StandardCharsets.UTF_8).replace(DemoErrorBody.REQUEST_ID,
                requestId);
        return demoResponse.with(text.getBytes(StandardCharsets.UTF_8));
    }

    private void head(DemoResponse demoResponse) {
        var headers = exchange.getResponseHeaders();
        headers.set("X-Request-Id", requestId);
        for (var header : demoResponse.headers())
            headers.set(header.name(), header.value());
    }

    /// Waits, on real time whatever the cloud's clock says.
    ///
    /// @throws CutException
    ///             as soon as the server closes
    void pause(Duration time) throws IOException {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) throw new CutException("the server closes");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new CutException("the server closes");
        }
    }

    boolean isClosing() {
        return closing.getCount() == 0;
    }
}
