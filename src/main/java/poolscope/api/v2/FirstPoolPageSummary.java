package poolscope.api.v2;

import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.connection.ServiceAndProject;

/// The response to the first request of a read of v2.
///
/// @param pools
///            number of pools in it
/// @param isAll
///            whether no other page follows
public record FirstPoolPageSummary(int pools, boolean isAll) {
    public static ApiRequest request(ServiceAndProject serviceAndProject) {
        return new V2RequestBuilder(serviceAndProject).pools("", V2PagedListAssembler.Position.START);
    }

    public static FirstPoolPageSummary of(ApiResponse response) throws UnreadableResponseException {
        var page = V2ItemPageJson.read(response.body(), new ValueInterner(), PoolJson::read);
        return new FirstPoolPageSummary(page.items().size(), page.next().isEmpty());
    }
}
