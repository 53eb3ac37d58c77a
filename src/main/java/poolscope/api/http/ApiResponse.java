package poolscope.api.http;

import java.net.http.HttpHeaders;
import java.time.Instant;

/// A complete response, decoded.
public record ApiResponse(int status, HttpHeaders headers, byte[] body, Instant at) {

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
