package poolscope.api.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.ClockSkew;
import poolscope.api.Failure;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.CheckResult.Outcome;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.ErrorResponseHeaders;
import poolscope.api.http.HttpTransport;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.RequestCredentials;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.api.v1.ClusterListJson;
import poolscope.api.v1.ClusterListPage;
import poolscope.api.v1.PageRequest;
import poolscope.api.v1.PageSize;
import poolscope.api.v2.FirstPageSize;
import poolscope.connection.Credentials;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// The checks of *Test connection* that need the service, from its first response to the first page of pools: the
/// requests of a normal read, each sent once. The sign-in is tried once, even when it fails.
final class ServiceChecks implements AutoCloseable {
    private static final PageRequest ONE_POOL = new PageRequest(0, 1);

    private final ApiTarget apiTarget;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final RequestCredentials requestCredentials;
    private final HttpTransport transport;
    private final RetryingServiceCall call;
    private final ApiRequest probe;
    private volatile Optional<ApiResponse> apiResponse = Optional.empty();
    private @Nullable PoolsOfV2 poolsOfV2;
    @SuppressWarnings("NullableOptional")
    private @Nullable Optional<Failure> signInFailure;

    /// The number of pools in the response, or why there was none.
    @FunctionalInterface
    private interface PoolsOfV2 {
        int get() throws ApiException;
    }

    ServiceChecks(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        this.apiTarget = apiTarget;
        this.probe = ApiRequest.probe(apiTarget.connection().endpoint());
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.requestCredentials = RequestCredentials.of(apiTarget, requestClockAndTimeouts);
        this.transport = new HttpTransport(apiTarget.connection().endpoint(), apiTarget.routeAndProxyPassword(),
                requestCredentials.secretRedaction(), requestClockAndTimeouts);
        this.call = new RetryingServiceCall(transport, requestCredentials, requestClockAndTimeouts);
    }

    /// Whether the service responds to a request without sign-in.
    Outcome answer() throws ApiException, InterruptedException {
        var first = transport.exchange(probe, requestClockAndTimeouts.timeouts().whole());
        apiResponse = Optional.of(first);
        return new Outcome.Passed("HTTP " + first.status());
    }

    /// The `Date` of that response compared with our clock. A difference of more than 15 minutes spoils the first
    /// signature, not the second (P27), so it is no failure yet.
    Outcome clock() {
        if (apiResponse.isEmpty()) throw new IllegalStateException("the clock is compared with the first response");
        var apiResponse = this.apiResponse.get();
        var skew = ErrorResponseHeaders.clockSkew(apiResponse.header("date"), apiResponse.at());
        if (skew.isEmpty()) return new Outcome.Skipped(CheckResult.Why.NO_DATE);
        return ClockSkew.isNotable(skew.get())
                ? new Outcome.ClocksDiffer(skew.get())
                : new Outcome.Passed(skew.get().toSeconds() + " s");
    }

    /// Requests one pool. A refusal for any other reason shows that the sign-in was accepted.
    Outcome signIn() throws InterruptedException {
        if (apiTarget.credentials() instanceof Credentials.None) return new Outcome.Skipped(CheckResult.Why.NO_SIGN_IN);
        return signInFailure().filter(ServiceChecks::isBeforeSignIn)
                .<Outcome>map(Outcome.Failed::new)
                .orElse(new Outcome.Passed(""));
    }

    /// Of each generation of the API that is asked. That of the first is read from the same response as [#signIn]; a
    /// failure of the other that is not about permission belongs to [#firstPage].
    Outcome permission() throws InterruptedException {
        var first = signInFailure();
        var refused = first.filter(failure -> !isAboutThePage(failure));
        if (refused.isEmpty() && asksV2BesideV1()) refused = failureOfV2().filter(ServiceChecks::isAboutPermission);
        return refused.<Outcome>map(Outcome.Failed::new).orElse(new Outcome.Passed(""));
    }

    private boolean asksV2BesideV1() {
        var generations = apiTarget.query().scope().generations();
        return generations.hasV1() && generations.hasV2() && apiTarget.query().narrowing().isEmpty();
    }

    private Optional<Failure> failureOfV2() throws InterruptedException {
        try {
            poolsOfV2();
            return Optional.empty();
        } catch (ApiException e) {
            return Optional.of(e.failure());
        }
    }

    /// Requests a first page of the size that a normal read requests, of each generation of the API. One that the
    /// service does not have is no fault while it has the other.
    Outcome firstPage() throws ApiException, InterruptedException {
        var scope = apiTarget.query().scope().generations();
        if (!scope.hasV2() || !apiTarget.query().narrowing().isEmpty()) return firstPageOfV1();
        Optional<Outcome> v1 = scope.hasV1() ? Optional.of(firstPageOfV1()) : Optional.empty();
        if (v1.isPresent() && v1.get() instanceof Outcome.Failed(Failure failure)
                && !(failure instanceof Failure.NoSuchApi))
            return v1.get();
        var found = v1
                .flatMap(one -> one instanceof Outcome.Passed(var detail) ? Optional.of(detail) : Optional.empty());
        try {
            var pools = poolsOfV2() + " v2";
            return new Outcome.Passed(found.map(one -> one + " + " + pools).orElse(pools));
        } catch (ApiException e) {
            if (found.isPresent() && e.failure() instanceof Failure.NoSuchApi) return v1.get();
            throw e;
        }
    }

    /// Requested once, however often it is asked for.
    private int poolsOfV2() throws ApiException, InterruptedException {
        var known = poolsOfV2;
        if (known == null) {
            known = requestedPoolsOfV2();
            poolsOfV2 = known;
        }
        return known.get();
    }

    private PoolsOfV2 requestedPoolsOfV2() throws InterruptedException {
        try {
            int pools = call.signedIn(FirstPageSize.request(apiTarget.connection()), FirstPageSize::pools, until());
            return () -> pools;
        } catch (ApiException e) {
            return () -> {
                throw e;
            };
        }
    }

    private long until() {
        return requestClockAndTimeouts.nanoTime().getAsLong() + requestClockAndTimeouts.timeouts().reading().toNanos();
    }

    private Outcome firstPageOfV1() throws ApiException, InterruptedException {
        var failed = signInFailure();
        if (failed.isPresent()) return new Outcome.Failed(failed.get());
        var size = new PageSize(apiTarget.query().pageSize());
        while (true) {
            var pageRequest = new PageRequest(0, size.current());
            try {
                return passed(list(pageRequest));
            } catch (ApiException e) {
                if (!size.shrinkAfter(e.failure(), pageRequest.limit())) throw new ApiException(ofPage(e.failure()));
            }
        }
    }

    private static Outcome passed(ClusterListPage<Pool> page) {
        long pools = page.entries().stream().filter(clusterListEntry -> clusterListEntry.value() != null).count();
        return new Outcome.Passed(
                page.total() == ClusterListPage.NOT_REPORTED ? String.valueOf(pools) : pools + " / " + page.total());
    }

    /// A page of one pool of this project was accepted before, so a refused parameter can only be the page size.
    private static Failure ofPage(Failure failure) {
        return failure instanceof Failure.BadRequest(var cause, var failureDetails)
                && cause == Failure.BadRequest.Cause.PARAMETER
                        ? new Failure.BadRequest(Failure.BadRequest.Cause.PAGE_SIZE, failureDetails)
                        : failure;
    }

    private Optional<Failure> signInFailure() throws InterruptedException {
        var known = signInFailure;
        if (known == null) known = ask();
        signInFailure = known;
        return known;
    }

    private Optional<Failure> ask() throws InterruptedException {
        try {
            if (apiTarget.query().scope().generations().hasV1()) list(ONE_POOL);
            else
                poolsOfV2();
            return Optional.empty();
        } catch (ApiException e) {
            return Optional.of(e.failure());
        }
    }

    private ClusterListPage<Pool> list(PageRequest pageRequest) throws ApiException, InterruptedException {
        var connection = apiTarget.connection();
        return call.signedIn(pageRequest.of(apiTarget), apiResponse -> {
            var poolOrigin = new PoolOrigin(connection.id(), connection.name(), connection.region().orElse(""), 1,
                    apiResponse.at(), apiResponse.header("x-request-id"));
            var list = ClusterListJson.read(apiResponse.body(), poolOrigin, new ValueInterner(),
                    apiTarget.query().sortBy());
            if (!list.entries().isEmpty() || list.total() == 0) return list;
            // As in a normal read: a list without pools counts as empty only with a total of zero (P07).
            throw new UnreadableException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
        }, until());
    }

    /// The login is the only request that is not a `GET`.
    private static boolean isLogin(Failure failure) {
        return !failure.failureDetails().request().method().equals("GET");
    }

    private static boolean isBeforeSignIn(Failure failure) {
        return isLogin(failure) || !isAboutThePage(failure) && !isAboutPermission(failure);
    }

    private static boolean isAboutPermission(Failure failure) {
        return failure instanceof Failure.NotAllowed || failure instanceof Failure.ProjectMismatch;
    }

    private static boolean isAboutThePage(Failure failure) {
        return switch (failure) {
            case Failure.NoSuchApi _, Failure.BadRequest _, Failure.UnreadableAnswer _, Failure.QuotaUsed _ -> true;
            case Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _, Failure.SecretUnavailable _,
                    Failure.SignInRefused _, Failure.NotAllowed _, Failure.ProjectMismatch _, Failure.Throttled _,
                    Failure.ServiceTrouble _ ->
                false;
        };
    }

    @Override
    public void close() {
        transport.close();
        requestCredentials.close();
    }
}
