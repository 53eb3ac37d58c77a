package poolscope.api.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiCallKind;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.check.PoolListPermissionFinding.Finding;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.api.v1.AdaptivePageSize;
import poolscope.api.v1.ClusterListPage;
import poolscope.api.v1.ClusterListPageJson;
import poolscope.api.v1.PageRequest;
import poolscope.api.v2.FirstPoolPageSummary;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// The checks of *Test connection* that read the lists of pools: the requests of a normal read, each sent once. Which
/// lists are requested is a setting of the connection.
final class PoolListChecks {
    private static final PageRequest ONE_POOL = new PageRequest(0, 1);

    private final ApiTarget apiTarget;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final RetryingServiceCall call;
    private @Nullable Finding v1;
    private @Nullable Finding v2;

    PoolListChecks(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts, RetryingServiceCall call) {
        this.apiTarget = apiTarget;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.call = call;
    }

    /// Why the first request failed before its permission was checked; empty when the sign-in was accepted.
    Optional<Failure> signInFailure() throws InterruptedException {
        var first = first();
        return first.failure().filter(failure -> isLogin(failure) || isBeforePermission(first));
    }

    /// Of each list that is requested. A failure that is about the page belongs to [#firstPage].
    Outcome permission() throws InterruptedException {
        var first = first();
        if (asksV1() && asksV2() && !isBeforePermission(first))
            return new Outcome.Permissions(List.of(first, new PoolListPermissionFinding(ApiCallKind.V2_POOLS, v2())));
        return first.failure()
                .filter(failure -> !isAboutThePage(failure))
                .<Outcome>map(Outcome.Failed::new)
                .orElse(new Outcome.Passed(""));
    }

    /// Requests a first page of the size that a normal read requests, of each list. A list that is not offered or
    /// refused is no fault here when there is another one.
    Outcome firstPage() throws ApiException, InterruptedException {
        var pages = new ArrayList<Outcome>();
        if (asksV1()) pages.add(firstPageOfV1());
        if (asksV2()) pages.add(firstPageOfV2());
        var found = pages.stream()
                .flatMap(page -> page instanceof Outcome.Passed(var pools) ? Stream.of(pools) : Stream.empty())
                .collect(Collectors.joining(" + "));
        return pages.stream()
                .filter(page -> page instanceof Outcome.Failed(var failure)
                        && (found.isEmpty() || PoolListPermissionFinding.of(failure) instanceof Finding.Unknown))
                .findFirst()
                .orElseGet(() -> new Outcome.Passed(found));
    }

    private boolean asksV1() {
        return apiTarget.query().scope().generations().hasV1();
    }

    /// Names and states of a query are parameters of v1's list only.
    private boolean asksV2() {
        return apiTarget.query().scope().generations().hasV2() && apiTarget.query().narrowing().isEmpty();
    }

    private PoolListPermissionFinding first() throws InterruptedException {
        return asksV1()
                ? new PoolListPermissionFinding(ApiCallKind.V1_POOLS, v1())
                : new PoolListPermissionFinding(ApiCallKind.V2_POOLS, v2());
    }

    private Finding v1() throws InterruptedException {
        var known = v1;
        if (known == null) {
            known = finding(() -> {
                var page = list(ONE_POOL);
                return page.total() == ClusterListPage.NOT_REPORTED
                        ? new Finding.Permitted(pools(page), false)
                        : new Finding.Permitted(page.total(), true);
            });
            v1 = known;
        }
        return known;
    }

    private Finding v2() throws InterruptedException {
        var known = v2;
        if (known == null) {
            known = finding(() -> {
                var page = call.signedIn(FirstPoolPageSummary.request(apiTarget.serviceAndProject()),
                        FirstPoolPageSummary::of, until());
                return new Finding.Permitted(page.pools(), page.isAll());
            });
            v2 = known;
        }
        return known;
    }

    /// Requests a list.
    @FunctionalInterface
    private interface ListRequest {
        Finding send() throws ApiException, InterruptedException;
    }

    private static Finding finding(ListRequest request) throws InterruptedException {
        try {
            return request.send();
        } catch (ApiException e) {
            return PoolListPermissionFinding.of(e.failure());
        }
    }

    private Outcome firstPageOfV2() throws InterruptedException {
        return v2() instanceof Finding.Permitted(long pools, boolean _)
                ? new Outcome.Passed(pools + " v2")
                : failed(new PoolListPermissionFinding(ApiCallKind.V2_POOLS, v2()));
    }

    private static Outcome failed(PoolListPermissionFinding list) {
        return new Outcome.Failed(list.failure().orElseThrow());
    }

    private Outcome firstPageOfV1() throws ApiException, InterruptedException {
        if (!(v1() instanceof Finding.Permitted))
            return failed(new PoolListPermissionFinding(ApiCallKind.V1_POOLS, v1()));
        var size = new AdaptivePageSize(apiTarget.query().pageSize());
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
        return new Outcome.Passed(page.total() == ClusterListPage.NOT_REPORTED
                ? String.valueOf(pools(page))
                : pools(page) + " / " + page.total());
    }

    private static long pools(ClusterListPage<Pool> page) {
        return page.entries().stream().filter(clusterListEntry -> clusterListEntry.value() != null).count();
    }

    /// A page of one pool of this project was accepted before, so a refused parameter can only be the page size.
    private static Failure ofPage(Failure failure) {
        return failure instanceof Failure.BadRequest(var cause, var failureDetails)
                && cause == Failure.BadRequest.Cause.PARAMETER
                        ? new Failure.BadRequest(Failure.BadRequest.Cause.PAGE_SIZE, failureDetails)
                        : failure;
    }

    private ClusterListPage<Pool> list(PageRequest pageRequest) throws ApiException, InterruptedException {
        var serviceAndProject = apiTarget.serviceAndProject();
        return call.signedIn(pageRequest.of(apiTarget), apiResponse -> {
            var poolOrigin = new PoolOrigin(serviceAndProject.id(), serviceAndProject.name(),
                    serviceAndProject.region().orElse(""), 1, apiResponse.at(), apiResponse.header("x-request-id"));
            var list = ClusterListPageJson.read(apiResponse.body(), poolOrigin, new ValueInterner(),
                    apiTarget.query().sortBy());
            if (!list.entries().isEmpty() || list.total() == 0) return list;
            // As in a normal read: a list without pools counts as empty only with a total of zero (P07).
            throw new UnreadableResponseException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
        }, until());
    }

    private long until() {
        return requestClockAndTimeouts.nanoTime().getAsLong()
                + requestClockAndTimeouts.httpTimeouts().reading().toNanos();
    }

    /// Whether the list failed for a reason that is neither a missing permission nor in the page.
    private static boolean isBeforePermission(PoolListPermissionFinding list) {
        return list.failure().filter(failure -> !isAboutThePage(failure)).isPresent() && !list.isRefused();
    }

    /// The login is the only request that is not a `GET`.
    private static boolean isLogin(Failure failure) {
        return !failure.failureDetails().request().method().equals("GET");
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
}
