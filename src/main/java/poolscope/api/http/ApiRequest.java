package poolscope.api.http;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import poolscope.api.FailureDetails;

/// One request before it is signed: a `GET`. The one `POST` of the program is [TokenRequest]'s.
///
/// @param method
///            `GET`, nothing else
/// @param uri
///            with the query percent-encoded
/// @param headers
///            names in lower case; `host` is not among them (the JDK sets it)
public record ApiRequest(String method, URI uri, Map<String, String> headers) {
    /// The service's gateway lists the content type among the headers of every call, those without a body included.
    private static final Map<String, String> JSON = Map.of("accept", "application/json", "content-type",
            "application/json");

    public ApiRequest {
        if (!method.equals("GET")) throw new IllegalArgumentException("this program only reads");
        headers = Map.copyOf(headers);
    }

    /// Asks for JSON.
    public static ApiRequest json(URI uri) {
        return new ApiRequest("GET", uri, JSON);
    }

    /// A request without meaning or credentials, to see whether the service responds.
    public static ApiRequest probe(URI endpoint) {
        return json(URI.create(endpoint + "/"));
    }

    public ApiRequest with(Map<String, String> more) {
        var all = new TreeMap<>(headers);
        all.putAll(more);
        return new ApiRequest(method, uri, all);
    }

    /// The part that failure details may contain: neither query nor headers.
    public FailureDetails.RequestLine requestLine() {
        return new FailureDetails.RequestLine(method, uri.getRawAuthority(), uri.getRawPath());
    }
}
