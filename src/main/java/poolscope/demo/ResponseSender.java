package poolscope.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Sends responses into one exchange. An exception that leaves the handler closes the connection at once.
record ResponseSender(HttpExchange exchange, String requestId) {
    /// Sends the whole response.
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

    /// Sends status and headers; the caller writes the body.
    ///
    /// @param length
    ///            of the body in bytes, 0 for chunks without a length
    OutputStream begin(DemoResponse demoResponse, long length) throws IOException {
        head(demoResponse);
        exchange.sendResponseHeaders(demoResponse.status(), length);
        return exchange.getResponseBody();
    }

    /// Puts the request id into error bodies.
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
}
