package poolscope.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/// What goes wrong with one response. A fault that changes the normal response leaves the rest of it as it is.
///
/// Not among them, because `com.sun.net.httpserver` cannot do it: a reset (RST), a status line that is none, interim
/// answers (1xx), two or contradictory lengths, a wrong `Date`, TLS. Those need a raw socket. A client may quietly
/// repeat a GET after a [Disconnect], as the JDK's does once: script two.
public sealed interface Fault {
    /// No fault: lets one request of a script through.
    record Pass() implements Fault {}

    /// Another answer than the normal one. In the body, `$request_id` stands for the answer's own request id.
    ///
    /// @param status
    ///            200 to 599
    /// @param contentType
    ///            empty for none
    record Respond(int status, String contentType, String body, Map<String, String> headers) implements Fault {}

    /// Waits before anything is sent, then does what follows.
    record Delay(Duration delay, Fault then) implements Fault {}

    /// Sends the headers of the normal answer, then nothing until the server closes. The server does not notice a
    /// client that goes away meanwhile; it does during a [Throttle].
    record Stall() implements Fault {}

    /// Sends the body slowly.
    ///
    /// @param bytesPerSecond
    ///            1 or more
    record Throttle(int bytesPerSecond) implements Fault {}

    /// Announces the right length, sends this many bytes of the body, and closes.
    record Truncate(int bytes) implements Fault {}

    /// As [Truncate], in a chunked answer, which has no length.
    record TruncateChunked(int bytes) implements Fault {}

    /// Closes the connection without a response.
    record Disconnect() implements Fault {}

    /// The normal answer under another content type; empty for none.
    record Labelled(String contentType) implements Fault {}

    /// The body replaced by these bytes, status and content type as normal.
    record Replaced(byte[] body) implements Fault {}

    /// The body of the normal answer, changed.
    record Edited(UnaryOperator<String> edit) implements Fault {}

    /// A list that never ends: gigabytes of well-formed rows until the client goes away.
    record Endless() implements Fault {}

    /// The normal body, compressed although nobody asked.
    record Gzip() implements Fault {}

    static Fault pass() {
        return new Pass();
    }

    static Fault status(int status) {
        return new Respond(status, "", "", Map.of());
    }

    static Fault json(int status, String body) {
        return new Respond(status, DemoResponse.JSON, body, Map.of());
    }

    static Fault delay(Duration delay) {
        return new Delay(delay, pass());
    }

    static Fault body(String text) {
        return new Replaced(text.getBytes(StandardCharsets.UTF_8));
    }

    /// 200 with text that is not JSON.
    static Fault notJson() {
        return body("Service is warming up, please wait.");
    }

    /// 302, 307 or another 3xx to a place.
    static Fault redirect(int status, URI to) {
        return new Respond(status, "", "", Map.of("Location", to.toString()));
    }

    /// A body of the gateway's shape.
    static Fault gateway(int status, String code, String message) {
        return json(status, DemoErrorBody.gateway(code, message));
    }

    /// A body of ModelArts' older shape (`error_message`).
    static Fault modelArts(int status, String code, String message) {
        return json(status, DemoErrorBody.modelArts(code, message));
    }

    /// A body of ModelArts' newer shape (`error_msg`, no request id).
    static Fault newerModelArts(int status, String code, String message) {
        return json(status, DemoErrorBody.newerModelArts(code, message));
    }

    /// 429 with a `Retry-After`: seconds, an HTTP date, or nonsense; without one when the text is empty.
    static Fault throttled(String retryAfter) {
        return new Respond(429, DemoResponse.JSON,
                DemoErrorBody.gateway("APIG.0308",
                        "The throttling threshold has been reached: policy user over ratelimit,limit:60,time:1 minute"),
                retryAfter.isEmpty() ? Map.of() : Map.of("Retry-After", retryAfter));
    }

    /// 401: a token that has expired or is of another environment.
    static Fault tokenExpired() {
        return gateway(401, "APIG.0301", SignatureCheck.INCORRECT + "decrypt token fail");
    }

    /// 403: no permission.
    static Fault forbidden() {
        return gateway(403, "APIG.0302", "The IAM user is not authorized to access the API.");
    }

    /// 404: this host does not serve this API.
    static Fault noSuchApi() {
        return gateway(404, "APIG.0101", DemoErrorBody.NO_SUCH_API);
    }

    /// 401 in IAM's shape: the code is a number.
    static Fault iamUnauthorized() {
        return json(401, TestErrorBody.iam(401, "The account is locked.", "Unauthorized"));
    }

    /// 502 of a load balancer.
    static Fault badGatewayHtml() {
        return new Respond(502, "text/html", TestErrorBody.html(502, "Bad Gateway"), Map.of());
    }

    /// 200 with the login page of a network that wants a password first.
    static Fault captivePortal() {
        return new Respond(200, "text/html",
                "<!DOCTYPE html><html><head><title>Guest Wi-Fi login</title></head><body><form></form></body></html>",
                Map.of());
    }
}
