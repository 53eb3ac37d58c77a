package poolscope.api;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/// One request before it is signed: a `GET`. The one `POST` of the program is [TokenPost]'s.
///
/// @param method
///            `GET`, nothing else
/// @param uri
///            with the query percent-encoded
/// @param headers
///            names in lower case; `host` is not among them (the JDK sets it)
record Outgoing(String method, URI uri, Map<String, String> headers) {
    /// The service's gateway lists the content type among the headers of every call, those without a body included.
    private static final Map<String, String> JSON = Map.of("accept", "application/json", "content-type", "application/json");

    Outgoing {
        if (!method.equals("GET")) throw new IllegalArgumentException("this program only reads");
        headers = Map.copyOf(headers);
    }

    /// The document's `ListClusters` for one window of the list.
    static Outgoing listClusters(Approach approach, Window window) {
        var uri = approach.query().address(approach.connection(), window.offset(), window.limit());
        return new Outgoing("GET", URI.create(uri), JSON);
    }

    /// The projects that the caller may use.
    static Outgoing listProjects(URI iam) {
        return new Outgoing("GET", URI.create(iam + "/v3/auth/projects"), JSON);
    }

    /// Nothing in particular, to see whether and when somebody answers. Goes out unsigned.
    static Outgoing knock(URI endpoint) {
        return new Outgoing("GET", URI.create(endpoint + "/"), JSON);
    }

    Outgoing with(Map<String, String> more) {
        var all = new TreeMap<>(headers);
        all.putAll(more);
        return new Outgoing(method, uri, all);
    }

    /// What evidence may tell of it: neither query nor headers.
    Evidence.Asked asked() {
        return new Evidence.Asked(method, uri.getRawAuthority(), uri.getRawPath());
    }
}
