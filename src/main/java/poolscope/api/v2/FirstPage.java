package poolscope.api.v2;

import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.Connection;

/// What a reading of v2 asks for first.
public final class FirstPage {
    private FirstPage() {}

    public static ApiRequest request(Connection connection) {
        return new V2Requests(connection).pools("", ItemPaging.Position.START);
    }

    /// How many pools are in the answer.
    public static int pools(ApiResponse response) throws UnreadableException {
        return ItemListJson.read(response.body(), new ValueInterner(), PoolJson::read).items().size();
    }
}
