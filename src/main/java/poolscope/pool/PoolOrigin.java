package poolscope.pool;

import java.time.Instant;

/// Where and when a pool was read: shared by all pools of one page, so that every number can say where it came from.
///
/// @param connectionId
///            the key of the connection, stable over renames
/// @param connection
///            the connection's name as shown
/// @param region
///            the region's name, empty for an endpoint without one
/// @param api
///            which generation of the API listed the pool
/// @param page
///            which answer of the refresh it was, from 1; 0 when the program read it before its start
/// @param readAt
///            when the answer arrived
/// @param requestId
///            the service's request id, empty when it sent none
public record PoolOrigin(String connectionId, String connection, String region, ApiGeneration api, int page,
        Instant readAt, String requestId) {

    /// Of no connection.
    static final PoolOrigin NONE = new PoolOrigin("", "", "", ApiGeneration.V1, 0, Instant.EPOCH, "");

    /// Of an answer of v1.
    public PoolOrigin(String connectionId, String connection, String region, int page, Instant readAt,
            String requestId) {
        this(connectionId, connection, region, ApiGeneration.V1, page, readAt, requestId);
    }
}
