package poolscope.api.v2;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.ServiceCall;

/// Requests all pages of a list, each within [poolscope.api.Timeouts#reading].
///
/// @param mayAsk
///            asked before each request; a list ends where it says no
record ListWalker(ServiceCall service, ApiEnvironment apiEnvironment, BooleanSupplier mayAsk) {

    ListWalker(ServiceCall service, ApiEnvironment apiEnvironment) {
        this(service, apiEnvironment, () -> true);
    }

    ListWalker within(BooleanSupplier mayAskNow) {
        return new ListWalker(service, apiEnvironment, mayAskNow);
    }

    /// @return the list, with how far it was read
    <T> ItemPaging<T> readAll(ItemPaging<T> paging, Function<ItemPaging.Position, ApiRequest> request,
            ServiceCall.Reader<ItemPage<T>> reader) throws ApiException, InterruptedException {
        while (paging.next().isPresent() && mayAsk.getAsBoolean()) {
            long until = apiEnvironment.nanoTime().getAsLong() + apiEnvironment.timeouts().reading().toNanos();
            paging.accept(service.ask(request.apply(paging.next().get()), reader, until, mayAsk));
        }
        return paging;
    }
}
