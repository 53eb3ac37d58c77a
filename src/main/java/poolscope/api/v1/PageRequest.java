package poolscope.api.v1;

import java.net.URI;
import poolscope.api.ApiTarget;
import poolscope.api.http.ApiRequest;

/// What to ask for next, in the service's words.
public record PageRequest(long offset, int limit) {
    /// The document's `ListClusters` for this part of the list.
    public ApiRequest of(ApiTarget apiTarget) {
        return ApiRequest.json(URI.create(apiTarget.query().address(apiTarget.connection(), offset, limit)));
    }
}
