package poolscope.api;

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
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.Origin;
import poolscope.pool.Pool;

/// Reads all pools of one connection. Keep one for the life of the connection; it reads one inventory at a time.
public final class InventoryReader implements AutoCloseable {
    private final Approach approach;
    private final Connection connection;
    private final Surroundings surroundings;
    private final Caller caller;
    private final HttpTransport transport;
    private final ServiceCall service;
    private final MemoryBudget budget;
    private final PageSize pageSize;
    private final AtomicReference<@Nullable FutureTask<Reading>> begun = new AtomicReference<>();

    private InventoryReader(Approach approach, Surroundings surroundings, MemoryBudget budget) {
        this.approach = approach;
        this.budget = budget;
        this.connection = approach.connection();
        this.surroundings = surroundings;
        this.caller = Caller.of(approach, surroundings);
        this.transport = new HttpTransport(connection.endpoint(), approach.way(), caller.redaction(), surroundings);
        this.service = new ServiceCall(transport, caller, surroundings);
        this.pageSize = new PageSize(approach.query().pageSize());
    }

    /// Nothing is sent yet.
    public static InventoryReader open(Approach approach, Surroundings surroundings) {
        return new InventoryReader(approach, surroundings, MemoryBudget.OF_THIS_PROCESS);
    }

    /// As [#open(Approach, Surroundings)], with another limit to what one reading keeps.
    static InventoryReader open(Approach approach, Surroundings surroundings, MemoryBudget budget) {
        return new InventoryReader(approach, surroundings, budget);
    }

    /// As [#open(Approach, Surroundings)], by the usual way.
    public static InventoryReader open(Connection connection, Credentials credentials, Surroundings surroundings) {
        return open(Approach.of(connection, credentials), surroundings);
    }

    /// A person has acted: a sign-in that was refused before may be tried again (P23).
    public void release() {
        // What was begun is that try: a refusal of it must not be forgotten.
        if (begun.get() == null) surroundings.guard().release(approach);
    }

    /// Asks for the first page in the background; the next [#read] goes on from there. When `threads` take no more work, that
    /// reading asks for the first page itself.
    public void begin(Executor threads) {
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

    /// Asks page after page until every pool was read once, or says that this can't be proven ([Inventory.Coverage.Incomplete]).
    ///
    /// Blocks as long as the service goes on: an answer in [Deadlines#reading], a new pool in [Deadlines#progress]. An interrupt
    /// ends it at once and closes the exchange; what was read until then can still be had from the last [Progress].
    ///
    /// @param soFar
    ///            called on this thread after each answer but the last
    /// @throws ApiException
    ///             when an answer failed for good: a part of a list is never returned as one (P06)
    public Inventory read(Consumer<Progress> soFar) throws ApiException, InterruptedException {
        var reading = begun();
        reading.gainedAt = surroundings.nanoTime().getAsLong();
        if (reading.paging.requests() == 0) reading.step();
        while (reading.paging.next().isPresent()) {
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
            // The reader was closed, which a new reading tells as any other.
            return new Reading();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException failed) throw failed;
            if (e.getCause() instanceof InterruptedException interrupted) throw interrupted;
            throw new IllegalStateException("Asking for the first page ended in an error of this program", e.getCause());
        }
    }

    /// A person wants nothing more to do with this connection, as it is: what it was refused with goes out of memory.
    public void forget() {
        surroundings.guard().forget(approach);
    }

    /// Ends a running reading, what was begun, and the client's threads.
    @Override
    public void close() {
        var before = begun.getAndSet(null);
        if (before != null) before.cancel(true);
        transport.close();
        caller.close();
    }

    /// The state of one reading.
    private final class Reading {
        private Paging<Pool> paging = new Paging<>(pageSize.begin());
        private final Interner interner = new Interner();
        private final long startedAt = surroundings.nanoTime().getAsLong();
        /// [Surroundings#nanoTime] of the last answer that brought a new pool.
        private long gainedAt = startedAt;
        private int most;
        private long bytes;
        private int lastBody;
        private Instant readAt = surroundings.clock().instant();
        private Duration took = Duration.ZERO;
        private Window asked = new Window(0, 1);
        /// Asked again, the service contradicted itself again.
        private boolean isCountWrong;

        private long until() {
            return surroundings.nanoTime().getAsLong() + surroundings.deadlines().reading().toNanos();
        }

        private boolean getsOn() {
            return surroundings.nanoTime().getAsLong() - gainedAt < surroundings.deadlines().progress().toNanos();
        }

        /// One more page, if there is another, and time and room for it.
        void step() throws ApiException, InterruptedException {
            var window = paging.next();
            if (window.isEmpty()) return;
            if (!getsOn()) paging.end(Reason.GAVE_UP);
            else if (!budget.allows(bytes, paging.list().size())) paging.end(Reason.TOO_LARGE);
            else
                take(window.get());
        }

        /// From the start in smaller pages, when the service gives no page of this size: other pages under the page meaning
        /// of `offset`.
        private void take(Window window) throws ApiException, InterruptedException {
            asked = window;
            ListAnswer<Pool> answer;
            try {
                answer = answer(Outgoing.listClusters(approach, window));
            } catch (ApiException e) {
                if (!pageSize.shrinkAfter(e.failure(), window.limit())) throw e;
                paging = new Paging<>(pageSize.now());
                bytes = 0;
                most = 0;
                take(paging.next().orElseThrow());
                return;
            }
            took = Duration.ofNanos(surroundings.nanoTime().getAsLong() - startedAt);
            bytes += lastBody;
            paging.take(answer);
            if (paging.next().isEmpty()) pageSize.finish();
            if (paging.list().size() > most) gainedAt = surroundings.nanoTime().getAsLong();
            most = Math.max(most, paging.list().size());
        }

        private ListAnswer<Pool> answer(Outgoing request) throws ApiException, InterruptedException {
            var answer = service.ask(request, this::parse, until());
            if (answer.countAgrees() || isCountWrong) return answer;
            // B5, 74: an answer that contradicts itself is asked for once more, unless that was of no use before
            var again = service.ask(request, this::parse, until());
            paging.noteRepeat();
            isCountWrong = !again.countAgrees();
            return again;
        }

        private ListAnswer<Pool> parse(Answer answer) throws UnreadableException {
            readAt = answer.at();
            lastBody = answer.body().length;
            var origin = new Origin(connection.id(), connection.name(), connection.region().orElse(""), paging.requests() + 1,
                    answer
                            .at(),
                    answer.header("x-request-id"));
            var list = ListJson.read(answer.body(), origin, interner, approach.query().sortBy());
            boolean provenEmpty = list.total() == 0 || !list.entries().isEmpty() || asked.offset() > 0;
            if (!provenEmpty) throw new UnreadableException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "total_count");
            return list;
        }

        Progress progress() {
            return new Progress(paging.requests(), paging.list().pools(), paging.expected(), took, this::inventory);
        }

        Inventory inventory() {
            var list = paging.list();
            var reading = new Inventory.Reading(paging.requests(), paging.expected(), took, list.duplicates(), list.unreadable(),
                    paging.offsetMeaning());
            return new Inventory(list.values(), readAt, paging.coverage(), reading, approach.query().narrowing());
        }
    }
}
