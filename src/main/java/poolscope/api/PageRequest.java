package poolscope.api;

import java.net.URI;

/// What to ask for next, in the service's words.
record PageRequest(long offset, int limit) {
    /// The document's `ListClusters` for this part of the list.
    ApiRequest of(ApiTarget apiTarget) {
        return ApiRequest.json(URI.create(apiTarget.query().address(apiTarget.connection(), offset, limit)));
    }
}
