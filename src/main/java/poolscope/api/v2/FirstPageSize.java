package poolscope.api.v2;

import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.Connection;

/// The first request of a read of v2, and the number of pools in its response.
public final class FirstPageSize {
    private FirstPageSize() {}

    public static ApiRequest request(Connection connection) {
        return new V2RequestBuilder(connection).pools("", ContinueTokenPaging.Position.START);
    }

    /// The number of pools in the response.
    public static int pools(ApiResponse response) throws UnreadableException {
        return V2ItemPageJson.read(response.body(), new ValueInterner(), PoolJson::read).items().size();
    }
}
