package poolscope.api.v2;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.RetryingServiceCall;

/// Requests all pages of a list, each within [poolscope.api.Timeouts#reading].
///
/// @param mayAsk
///            asked before each request; a list ends where it says no
record AllPagesReader(RetryingServiceCall service, ApiEnvironment apiEnvironment, BooleanSupplier mayAsk) {

    AllPagesReader(RetryingServiceCall service, ApiEnvironment apiEnvironment) {
        this(service, apiEnvironment, () -> true);
    }

    AllPagesReader within(BooleanSupplier mayAskNow) {
        return new AllPagesReader(service, apiEnvironment, mayAskNow);
    }

    /// @return the list, with how far it was read
    <T> ContinueTokenPaging<T> readAll(ContinueTokenPaging<T> paging,
            Function<ContinueTokenPaging.Position, ApiRequest> request,
            RetryingServiceCall.Reader<V2ItemPage<T>> reader) throws ApiException, InterruptedException {
        while (paging.next().isPresent() && mayAsk.getAsBoolean()) {
            long until = apiEnvironment.nanoTime().getAsLong() + apiEnvironment.timeouts().reading().toNanos();
            paging.accept(service.ask(request.apply(paging.next().get()), reader, until, mayAsk));
        }
        return paging;
    }
}
