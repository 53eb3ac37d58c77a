package poolscope.api.v2;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import poolscope.api.ApiException;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.RetryingServiceCall;

/// Requests all pages of a list, each within [poolscope.api.HttpTimeouts#reading].
///
/// @param mayAsk
///            asked before each request; a list ends where it says no
record AllPagesReader(RetryingServiceCall service, RequestClockAndTimeouts requestClockAndTimeouts,
        BooleanSupplier mayAsk) {

    AllPagesReader(RetryingServiceCall service, RequestClockAndTimeouts requestClockAndTimeouts) {
        this(service, requestClockAndTimeouts, () -> true);
    }

    AllPagesReader within(BooleanSupplier mayAskNow) {
        return new AllPagesReader(service, requestClockAndTimeouts, mayAskNow);
    }

    /// @return the list, with how far it was read
    <T> V2PagedListAssembler<T> readAll(V2PagedListAssembler<T> paging,
            Function<V2PagedListAssembler.Position, ApiRequest> request,
            RetryingServiceCall.Reader<V2ItemPage<T>> reader) throws ApiException, InterruptedException {
        while (paging.next().isPresent() && mayAsk.getAsBoolean()) {
            long until = requestClockAndTimeouts.nanoTime().getAsLong()
                    + requestClockAndTimeouts.httpTimeouts().reading().toNanos();
            paging.accept(service.ask(request.apply(paging.next().get()), reader, until, mayAsk));
        }
        return paging;
    }
}
