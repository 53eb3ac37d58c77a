package poolscope.api.v1;

import java.net.URI;
import poolscope.api.ApiTarget;
import poolscope.api.http.ApiRequest;

/// The next page to request, in the parameters of the service.
public record PageRequest(long offset, int limit) {
    /// The document's `ListClusters` request for this page.
    public ApiRequest of(ApiTarget apiTarget) {
        return ApiRequest.json(URI.create(apiTarget.query().address(apiTarget.serviceAndProject(), offset, limit)));
    }
}
