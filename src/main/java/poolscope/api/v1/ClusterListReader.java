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
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.Progress;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.ServiceCall;
import poolscope.api.signin.SignedService;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.Origin;
import poolscope.pool.Pool;

/// Reads all pools of one connection. Keep one for the life of the connection; it reads one inventory at a time.
public final class ClusterListReader implements AutoCloseable {
    private final ApiTarget apiTarget;
    private final Connection connection;
    private final ApiEnvironment apiEnvironment;
    private final SignedService signedService;
    private final boolean ownsService;
    private final ServiceCall service;
    private final MemoryBudget budget;
    private final PageSize pageSize;
    private final AtomicReference<@Nullable FutureTask<Reading>> begun = new AtomicReference<>();

    private ClusterListReader(ApiTarget apiTarget, ApiEnvironment apiEnvironment, MemoryBudget budget,
            SignedService signedService, boolean ownsService) {
        this.apiTarget = apiTarget;
        this.budget = budget;
        this.connection = apiTarget.connection();
        this.apiEnvironment = apiEnvironment;
        this.signedService = signedService;
        this.ownsService = ownsService;
        this.service = signedService.call();
        this.pageSize = new PageSize(apiTarget.query().pageSize());
    }

    /// Nothing is sent yet.
    public static ClusterListReader open(ApiTarget apiTarget, ApiEnvironment apiEnvironment) {
        return open(apiTarget, apiEnvironment, MemoryBudget.OF_THIS_PROCESS);
    }

    /// Uses a service that the caller opened and closes.
    public static ClusterListReader of(ApiTarget apiTarget, ApiEnvironment apiEnvironment, SignedService service) {
        return new ClusterListReader(apiTarget, apiEnvironment, MemoryBudget.OF_THIS_PROCESS, service, false);
    }

    /// As [#open(ApiTarget, ApiEnvironment)], with another limit of memory for one read.
    static ClusterListReader open(ApiTarget apiTarget, ApiEnvironment apiEnvironment, MemoryBudget budget) {
        return new ClusterListReader(apiTarget, apiEnvironment, budget, SignedService.open(apiTarget, apiEnvironment),
                true);
    }

    /// As [#open(ApiTarget, ApiEnvironment)], over the default network path.
    public static ClusterListReader open(Connection connection, Credentials credentials,
            ApiEnvironment apiEnvironment) {
        return open(ApiTarget.of(connection, credentials), apiEnvironment);
    }

    /// A person has acted: a sign-in that was refused before may be tried again (P23).
    public void release() {
        // What was begun is that try: a refusal of it must not be forgotten.
        if (begun.get() == null) apiEnvironment.guard().release(apiTarget);
    }

    /// Asks for the first page in the background; the next [#read] goes on from there. When `threads` take no more
    /// work, that reading asks for the first page itself.
    public void prefetch(Executor threads) {
        var first = new FutureTask<>(() -> {
            var reading = new Reading();
            reading.step();
            return reading;
        });
        begun.set(first);
        try {
            threads.execute(first);
        } catch (RejectedExecutionException _) {
            // Whoever reads runs what did not run.
        }
    }

    /// Asks page after page until every pool was read once, or says that this can't be proven
    /// ([Inventory.Coverage.Incomplete]).
    ///
    /// Blocks as long as the service goes on: an answer in [Timeouts#reading], a new pool in [Timeouts#progress]. An
    /// interrupt ends it at once and closes the exchange; what was read until then can still be had from the last
    /// [Progress].
    ///
    /// @param soFar
    ///            called on this thread after each answer but the last
    /// @throws ApiException
    ///             when an answer failed for good: a part of a list is never returned as one (P06)
    public Inventory read(Consumer<Progress> soFar) throws ApiException, InterruptedException {
        var reading = begun();
        reading.gainedAt = apiEnvironment.nanoTime().getAsLong();
        if (reading.anchoredPaging.requests() == 0) reading.step();
        while (reading.anchoredPaging.next().isPresent()) {
            soFar.accept(reading.progress());
            reading.step();
        }
        return reading.inventory();
    }

    /// With its first page, if that was asked for before.
    private Reading begun() throws ApiException, InterruptedException {
        var before = begun.getAndSet(null);
        if (before == null) return new Reading();
        // Nobody else may ever run it; it runs once, whoever comes first.
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

    /// A person wants nothing more to do with this connection, as it is: what it was refused with goes out of memory.
    public void forget() {
        apiEnvironment.guard().forget(apiTarget);
    }

    /// Ends a running reading, what was begun, and the client's threads.
    @Override
    public void close() {
        var before = begun.getAndSet(null);
        if (before != null) before.cancel(true);
        if (ownsService) signedService.close();
    }

    /// The state of one reading.
    private final class Reading {
        private AnchoredPaging<Pool> anchoredPaging = new AnchoredPaging<>(pageSize.begin());
        private final ValueInterner valueInterner = new ValueInterner();
        private final long startedAt = apiEnvironment.nanoTime().getAsLong();
        /// [ApiEnvironment#nanoTime] of the last answer that brought a new pool.
        private long gainedAt = startedAt;
        private int most;
        private long bytes;
        private int lastBody;
        private Instant readAt = apiEnvironment.clock().instant();
        private Duration took = Duration.ZERO;
        private PageRequest asked = new PageRequest(0, 1);
        /// Asked again, the service contradicted itself again.
        private boolean isCountWrong;

        private long until() {
            return apiEnvironment.nanoTime().getAsLong() + apiEnvironment.timeouts().reading().toNanos();
        }

        private boolean getsOn() {
            return apiEnvironment.nanoTime().getAsLong() - gainedAt < apiEnvironment.timeouts().progress().toNanos();
        }

        /// One more page, if there is another, and time and room for it.
        void step() throws ApiException, InterruptedException {
            var pageRequest = anchoredPaging.next();
            if (pageRequest.isEmpty()) return;
            if (!getsOn()) anchoredPaging.end(Reason.GAVE_UP);
            else if (!budget.allows(bytes, anchoredPaging.list().size())) anchoredPaging.end(Reason.TOO_LARGE);
            else
                take(pageRequest.get());
        }

        /// From the start in smaller pages, when the service gives no page of this size: other pages under the page
        /// meaning of `offset`.
        private void take(PageRequest pageRequest) throws ApiException, InterruptedException {
            asked = pageRequest;
            ListPage<Pool> answer;
            try {
                answer = answer(pageRequest.of(apiTarget));
            } catch (ApiException e) {
                if (!pageSize.shrinkAfter(e.failure(), pageRequest.limit())) throw e;
                anchoredPaging = new AnchoredPaging<>(pageSize.now());
                bytes = 0;
                most = 0;
                take(anchoredPaging.next().orElseThrow());
                return;
            }
            took = Duration.ofNanos(apiEnvironment.nanoTime().getAsLong() - startedAt);
            bytes += lastBody;
            anchoredPaging.take(answer);
            if (anchoredPaging.next().isEmpty()) pageSize.finish();
            if (anchoredPaging.list().size() > most) gainedAt = apiEnvironment.nanoTime().getAsLong();
            most = Math.max(most, anchoredPaging.list().size());
        }

        private ListPage<Pool> answer(ApiRequest request) throws ApiException, InterruptedException {
            var answer = service.ask(request, this::parse, until());
            if (answer.countAgrees() || isCountWrong) return answer;
            // B5, 74: an answer that contradicts itself is asked for once more, unless that was of no use before
            var again = service.ask(request, this::parse, until());
            anchoredPaging.noteRepeat();
            isCountWrong = !again.countAgrees();
            return again;
        }

        private ListPage<Pool> parse(ApiResponse apiResponse) throws UnreadableException {
            readAt = apiResponse.at();
            lastBody = apiResponse.body().length;
            var origin = new Origin(connection.id(), connection.name(), connection.region().orElse(""),
                    anchoredPaging.requests() + 1, apiResponse.at(), apiResponse.header("x-request-id"));
            var list = ListJson.read(apiResponse.body(), origin, valueInterner, apiTarget.query().sortBy());
            boolean provenEmpty = list.total() == 0 || !list.entries().isEmpty() || asked.offset() > 0;
            if (!provenEmpty) throw new UnreadableException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
            return list;
        }

        Progress progress() {
            return new Progress(anchoredPaging.requests(), anchoredPaging.list().pools(), anchoredPaging.expected(),
                    took, this::inventory);
        }

        Inventory inventory() {
            var list = anchoredPaging.list();
            var reading = new Inventory.Reading(anchoredPaging.requests(), anchoredPaging.expected(), took,
                    list.duplicates(), list.unreadable(), anchoredPaging.offsetMeaning());
            return new Inventory(list.values(), readAt, anchoredPaging.coverage(), reading,
                    apiTarget.query().narrowing());
        }
    }
}
