package poolscope.api.v1;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.ReadMemoryLimit;
import poolscope.api.ReadProgress;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.api.signin.SignedServiceClient;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// Reads all pools of one connection. Keep one for the life of the connection; it reads one inventory at a time.
public final class ClusterListReader implements AutoCloseable {
    private final ApiTarget apiTarget;
    private final ServiceAndProject serviceAndProject;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final SignedServiceClient signedServiceClient;
    private final boolean ownsService;
    private final RetryingServiceCall service;
    private final ReadMemoryLimit budget;
    private final AdaptivePageSize adaptivePageSize;
    private final AtomicReference<@Nullable FutureTask<Reading>> prefetched = new AtomicReference<>();

    private ClusterListReader(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts,
            ReadMemoryLimit budget, SignedServiceClient signedServiceClient, boolean ownsService) {
        this.apiTarget = apiTarget;
        this.budget = budget;
        this.serviceAndProject = apiTarget.serviceAndProject();
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.signedServiceClient = signedServiceClient;
        this.ownsService = ownsService;
        this.service = signedServiceClient.call();
        this.adaptivePageSize = new AdaptivePageSize(apiTarget.query().pageSize());
    }

    /// Nothing is sent yet.
    public static ClusterListReader open(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts) {
        return open(apiTarget, requestClockAndTimeouts, ReadMemoryLimit.FOR_THIS_PROCESS);
    }

    /// Uses a service that the caller opened and closes.
    public static ClusterListReader of(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts,
            SignedServiceClient service) {
        return new ClusterListReader(apiTarget, requestClockAndTimeouts, ReadMemoryLimit.FOR_THIS_PROCESS, service,
                false);
    }

    /// As [#open(ApiTarget, RequestClockAndTimeouts)], with another limit of memory for one read.
    static ClusterListReader open(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts,
            ReadMemoryLimit budget) {
        return new ClusterListReader(apiTarget, requestClockAndTimeouts, budget,
                SignedServiceClient.open(apiTarget, requestClockAndTimeouts), true);
    }

    /// A person has acted: a sign-in that was refused before may be tried again (P23).
    public void release() {
        // The prefetched request counts as this attempt: clearing its refusal would send a bad secret twice.
        if (prefetched.get() == null) requestClockAndTimeouts.guard().release(apiTarget);
    }

    /// Requests the first page in the background; the next [#read] continues from there. When `threads` reject the
    /// task, that read requests the first page itself.
    public void prefetch(Executor threads) {
        var first = new FutureTask<>(() -> {
            var reading = new Reading();
            reading.readNextPage();
            return reading;
        });
        prefetched.set(first);
        try {
            threads.execute(first);
        } catch (RejectedExecutionException _) {
            // The next read runs the task itself.
        }
    }

    /// Requests page after page until every pool was read once, or reports that this can't be proven
    /// ([Inventory.Coverage.Incomplete]).
    ///
    /// Blocks as long as the service makes progress: a response within `HttpTimeouts.reading`, a new pool within
    /// `HttpTimeouts.progress`. An interrupt ends it at once and closes the exchange; what was read so far is available
    /// from the last [ReadProgress].
    ///
    /// @param soFar
    ///            called on this thread after each response but the last
    /// @throws ApiException
    ///             when a request failed for good: a partial list is never returned as a complete one (P06)
    public Inventory read(Consumer<ReadProgress> soFar) throws ApiException, InterruptedException {
        var reading = prefetched();
        reading.gainedAt = requestClockAndTimeouts.nanoTime().getAsLong();
        if (reading.anchoredClusterPaging.requests() == 0) reading.readNextPage();
        while (reading.anchoredClusterPaging.next().isPresent()) {
            soFar.accept(reading.readProgress());
            reading.readNextPage();
        }
        return reading.inventory();
    }

    /// Includes the first page when it was prefetched.
    private Reading prefetched() throws ApiException, InterruptedException {
        var before = prefetched.getAndSet(null);
        if (before == null) return new Reading();
        // The executor may never run it. A FutureTask runs only once, whichever thread starts it.
        before.run();
        try {
            return before.get();
        } catch (InterruptedException e) {
            before.cancel(true);
            throw e;
        } catch (CancellationException _) {
            // The reader was closed; the next read reports that.
            return new Reading();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException failed) throw failed;
            if (e.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw new IllegalStateException("Asking for the first page ended in an error of this program",
                    e.getCause());
        }
    }

    /// The connection was removed: forgets the credentials that were refused.
    public void forget() {
        requestClockAndTimeouts.guard().forget(apiTarget);
    }

    /// Ends a running read, the prefetch, and the client's threads.
    @Override
    public void close() {
        var before = prefetched.getAndSet(null);
        if (before != null) before.cancel(true);
        if (ownsService) signedServiceClient.close();
    }

    /// The state of one read.
    private final class Reading {
        private AnchoredClusterPaging<Pool> anchoredClusterPaging = new AnchoredClusterPaging<>(
                adaptivePageSize.begin());
        private final ValueInterner valueInterner = new ValueInterner();
        private final long startedAt = requestClockAndTimeouts.nanoTime().getAsLong();
        /// [RequestClockAndTimeouts#nanoTime] of the last response that brought a new pool.
        private long gainedAt = startedAt;
        private int mostRows;
        private long bytes;
        private int lastBody;
        private Instant readAt = requestClockAndTimeouts.clock().instant();
        private Duration took = Duration.ZERO;
        private PageRequest asked = new PageRequest(0, 1);
        /// `count` disagreed with the number of entries in a repeated response too, so responses are no longer repeated
        /// for it.
        private boolean countStaysWrong;

        private long until() {
            return requestClockAndTimeouts.nanoTime().getAsLong()
                    + requestClockAndTimeouts.httpTimeouts().reading().toNanos();
        }

        private boolean isProgressing() {
            return requestClockAndTimeouts.nanoTime().getAsLong()
                    - gainedAt < requestClockAndTimeouts.httpTimeouts().progress().toNanos();
        }

        /// Reads one more page, if there is another and time and memory allow it.
        void readNextPage() throws ApiException, InterruptedException {
            var pageRequest = anchoredClusterPaging.next();
            if (pageRequest.isEmpty()) return;
            if (!isProgressing()) anchoredClusterPaging.end(Reason.GAVE_UP);
            else if (!budget.allows(bytes, anchoredClusterPaging.list().size()))
                anchoredClusterPaging.end(Reason.TOO_LARGE);
            else
                readPage(pageRequest.get());
        }

        /// When the service refuses this page size, starts again with smaller pages: under the page meaning of `offset`
        /// they are different pages.
        private void readPage(PageRequest pageRequest) throws ApiException, InterruptedException {
            asked = pageRequest;
            ClusterListPage<Pool> page;
            try {
                page = requestPage(pageRequest.of(apiTarget));
            } catch (ApiException e) {
                if (!adaptivePageSize.shrinkAfter(e.failure(), pageRequest.limit())) throw e;
                anchoredClusterPaging = new AnchoredClusterPaging<>(adaptivePageSize.current());
                bytes = 0;
                mostRows = 0;
                readPage(anchoredClusterPaging.next().orElseThrow());
                return;
            }
            took = Duration.ofNanos(requestClockAndTimeouts.nanoTime().getAsLong() - startedAt);
            bytes += lastBody;
            anchoredClusterPaging.accept(page);
            if (anchoredClusterPaging.next().isEmpty()) adaptivePageSize.finish();
            if (anchoredClusterPaging.list().size() > mostRows)
                gainedAt = requestClockAndTimeouts.nanoTime().getAsLong();
            mostRows = Math.max(mostRows, anchoredClusterPaging.list().size());
        }

        private ClusterListPage<Pool> requestPage(ApiRequest request) throws ApiException, InterruptedException {
            var page = service.ask(request, this::parse, until());
            if (page.countAgrees() || countStaysWrong) return page;
            // a response that contradicts itself is requested once more, unless that did not help before
            var again = service.ask(request, this::parse, until());
            anchoredClusterPaging.noteRepeat();
            countStaysWrong = !again.countAgrees();
            return again;
        }

        private ClusterListPage<Pool> parse(ApiResponse apiResponse) throws UnreadableResponseException {
            readAt = apiResponse.at();
            lastBody = apiResponse.body().length;
            var poolOrigin = new PoolOrigin(serviceAndProject.id(), serviceAndProject.name(),
                    serviceAndProject.region().orElse(""), anchoredClusterPaging.requests() + 1, apiResponse.at(),
                    apiResponse.header("x-request-id"));
            var list = ClusterListPageJson.read(apiResponse.body(), poolOrigin, valueInterner,
                    apiTarget.query().sortBy());
            boolean provenEmpty = list.total() == 0 || !list.entries().isEmpty() || asked.offset() > 0;
            if (!provenEmpty)
                throw new UnreadableResponseException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
            return list;
        }

        ReadProgress readProgress() {
            return new ReadProgress(anchoredClusterPaging.requests(), anchoredClusterPaging.list().pools(),
                    anchoredClusterPaging.expected(), took, false, this::inventory);
        }

        Inventory inventory() {
            var list = anchoredClusterPaging.list();
            var reading = new Inventory.Reading(anchoredClusterPaging.requests(), anchoredClusterPaging.expected(),
                    took, list.duplicates(), list.unreadable(), anchoredClusterPaging.offsetMeaning());
            return new Inventory(list.values(), readAt, anchoredClusterPaging.coverage(), reading,
                    apiTarget.query().narrowing());
        }
    }
}
