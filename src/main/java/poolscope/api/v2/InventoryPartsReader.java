package poolscope.api.v2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.ReadMemoryLimit;
import poolscope.api.http.ApiRequest;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;

/// Reads the parts of one inventory one after the other, and keeps how each of them ended.
final class InventoryPartsReader {
    /// Reads one part.
    @FunctionalInterface
    interface Step {
        /// @return how it ended
        State run() throws ApiException, InterruptedException;
    }

    private final AllPagesReader pages;
    private final List<InventoryPartReadOutcome> parts = new ArrayList<>();
    private int responses;
    private long bytes;
    private int items;

    /// @param budget
    ///            for all responses; when it is used up, lists end before their next page
    InventoryPartsReader(AllPagesReader pages, ReadMemoryLimit budget) {
        this.pages = pages.within(() -> budget.allows(bytes, items));
    }

    /// Reads a part. A failure becomes its state.
    State read(Kind kind, Step step) throws InterruptedException {
        return read(kind, step, true);
    }

    /// As [#read(Kind, Step)].
    ///
    /// @param mayLack
    ///            whether the service may not have the part; otherwise 404 is a failure like any other
    State read(Kind kind, Step step, boolean mayLack) throws InterruptedException {
        int before = responses;
        State state;
        try {
            state = step.run();
        } catch (ApiException e) {
            // a service that has sent one page of it offers it
            state = mayLack && e.failure() instanceof Failure.NoSuchApi && responses == before
                    ? new State.NotOffered(e.failure())
                    : new State.Failed(e.failure());
        }
        add(kind, state);
        return state;
    }

    /// Adds a part that is not read this time.
    void add(Kind kind, State state) {
        parts.add(new InventoryPartReadOutcome(kind, state));
    }

    /// How reading a list of details ended.
    static State stateOf(V2PagedListAssembler<?> list) {
        return list.gap().isEmpty() ? new State.Read() : new State.ReadInPart(list.size());
    }

    /// Reads all pages of a list. When one of them fails, the list has those before it.
    <T> V2PagedListAssembler<T> readAll(V2PagedListAssembler<T> paging,
            Function<V2PagedListAssembler.Position, ApiRequest> request,
            RetryingServiceCall.Reader<V2ItemPage<T>> reader) throws ApiException, InterruptedException {
        return pages.readAll(paging, request, response -> {
            var page = reader.read(response);
            responses++;
            bytes += response.body().length;
            items += page.items().size();
            return page;
        });
    }

    /// How the parts ended, in the order in which they were read.
    List<InventoryPartReadOutcome> parts() {
        return List.copyOf(parts);
    }

    /// Number of responses received.
    int responses() {
        return responses;
    }
}
