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
    private final AtomicReference<@Nullable FutureTask<Reading>> begun = new AtomicReference<>();

    private InventoryReader(Approach approach, Surroundings surroundings) {
        this.approach = approach;
        this.connection = approach.connection();
        this.surroundings = surroundings;
        this.caller = Caller.of(approach, surroundings);
        this.transport = new HttpTransport(connection.endpoint(), approach.way(), caller.redaction(), surroundings);
        this.service = new ServiceCall(transport, caller, surroundings);
    }

    /// Nothing is sent yet.
    public static InventoryReader open(Approach approach, Surroundings surroundings) {
        return new InventoryReader(approach, surroundings);
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
    /// Blocks, at most for [Deadlines#reading]. An interrupt ends it at once and closes the exchange; what was read until then can
    /// still be had from the last [Progress].
    ///
    /// @param soFar
    ///            called on this thread after each answer but the last
    /// @throws ApiException
    ///             when an answer failed for good: a part of a list is never returned as one (P06)
    public Inventory read(Consumer<Progress> soFar) throws ApiException, InterruptedException {
        var reading = begun();
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
        private final Paging<Pool> paging = new Paging<>(approach.query().pageSize());
        private final Interner interner = new Interner();
        private final long startedAt = surroundings.nanoTime().getAsLong();
        private Instant readAt = surroundings.clock().instant();
        private Duration took = Duration.ZERO;
        private Window asked = new Window(0, 1);

        long until() {
            return startedAt + surroundings.deadlines().reading().toNanos();
        }

        boolean isInTime() {
            return surroundings.nanoTime().getAsLong() - until() < 0;
        }

        /// One more page, if there is another and time for it.
        void step() throws ApiException, InterruptedException {
            var window = paging.next();
            if (window.isEmpty()) return;
            if (isInTime()) take(window.get());
            else
                paging.end(Reason.GAVE_UP);
        }

        private void take(Window window) throws ApiException, InterruptedException {
            asked = window;
            var request = Outgoing.listClusters(approach, window);
            var answer = service.ask(request, this::parse, until());
            // B5, 74: an answer that contradicts itself is asked for once more
            if (!answer.countAgrees()) answer = service.ask(request, this::parse, until());
            took = Duration.ofNanos(surroundings.nanoTime().getAsLong() - startedAt);
            paging.take(answer);
        }

        private ListAnswer<Pool> parse(Answer answer) throws UnreadableException {
            readAt = answer.at();
            var origin = new Origin(connection.id(), connection.name(), connection.region().orElse(""), paging.requests() + 1,
                    answer
                            .at(),
                    answer.header("x-request-id"));
            var list = ListJson.read(answer.body(), origin, interner);
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
            return new Inventory(list.values(), readAt, paging.coverage(), reading);
        }
    }
}
