package poolscope.api.http;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import poolscope.api.FailureDetails;
import poolscope.api.json.StrictJsonParser;

/// One request before it is signed: a `GET`. The one `POST` of the program is `TokenRequest`'s.
///
/// @param method
///            `GET`, nothing else
/// @param uri
///            with the query percent-encoded
/// @param headers
///            names in lower case; `host` is not among them (the JDK sets it)
/// @param maxBody
///            the largest body of a response that is read, in bytes
public record ApiRequest(String method, URI uri, Map<String, String> headers, int maxBody) {
    /// 16 MiB (P14): no page of a list is as large.
    public static final int PAGE = 16 * 1024 * 1024;
    /// For a list that comes in one response, whose length only the service decides: 64 MiB, some 40,000 pools, but at
    /// most an eighth of the JVM's maximum heap. While a body arrives it takes twice its size, beside the one of the
    /// list before.
    public static final int WHOLE_LIST = (int) Math.max(PAGE,
            Math.min(StrictJsonParser.MAX_DOCUMENT, Runtime.getRuntime().maxMemory() / 8));
    /// The service's gateway lists the content type among the headers of every call, those without a body included.
    private static final Map<String, String> JSON = Map.of("accept", "application/json", "content-type",
            "application/json");

    public ApiRequest {
        if (!method.equals("GET")) throw new IllegalArgumentException("this program only reads");
        headers = Map.copyOf(headers);
    }

    /// Asks for JSON.
    public static ApiRequest json(URI uri) {
        return new ApiRequest("GET", uri, JSON, PAGE);
    }

    /// The same request for a response of another size.
    public ApiRequest withMaxBody(int bytes) {
        return new ApiRequest(method, uri, headers, bytes);
    }

    /// A request without meaning or credentials, to see whether the service responds.
    public static ApiRequest probe(URI endpoint) {
        return json(URI.create(endpoint + "/"));
    }

    public ApiRequest with(Map<String, String> more) {
        var all = new TreeMap<>(headers);
        all.putAll(more);
        return new ApiRequest(method, uri, all, maxBody);
    }

    /// The part that failure details may contain: neither query nor headers.
    public FailureDetails.RequestLine requestLine() {
        return new FailureDetails.RequestLine(method, uri.getRawAuthority(), uri.getRawPath());
    }
}
