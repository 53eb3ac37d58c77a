package poolscope.api;

import java.net.http.HttpHeaders;
import java.time.Instant;

/// A whole answer, already unpacked.
record ApiResponse(int status, HttpHeaders headers, byte[] body, Instant at) {

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
