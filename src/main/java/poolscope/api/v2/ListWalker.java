package poolscope.api.v2;

import java.util.function.Function;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.ServiceCall;

/// Requests all pages of a list, each within [poolscope.api.Timeouts#reading].
record ListWalker(ServiceCall service, ApiEnvironment apiEnvironment) {

    /// @return the list, with how far it was read
    <T> ItemPaging<T> readAll(ItemPaging<T> paging, Function<ItemPaging.Position, ApiRequest> request,
            ServiceCall.Reader<ItemPage<T>> reader) throws ApiException, InterruptedException {
        while (paging.next().isPresent()) {
            long until = apiEnvironment.nanoTime().getAsLong() + apiEnvironment.timeouts().reading().toNanos();
            paging.accept(service.ask(request.apply(paging.next().get()), reader, until));
        }
        return paging;
    }
}
