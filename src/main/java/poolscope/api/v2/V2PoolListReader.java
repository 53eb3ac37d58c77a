package poolscope.api.v2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.ReadMemoryLimit;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.SignedServiceClient;
import poolscope.connection.RequestedPoolLists;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.InventoryPartReadOutcome.Kind;
import poolscope.pool.InventoryPartReadOutcome.State;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.node.ScheduledEvent;

/// Reads the pools of v2 and their details. Each kind of details that fails becomes a part of its own; only the list of
/// pools decides whether there are pools. Keep one for the life of the connection; it reads once at a time.
public final class V2PoolListReader {
    private final ApiTarget apiTarget;
    private final AllPagesReader pages;
    private final V2RequestBuilder requests;
    private final MetricsFlavorsAndMaintenanceReader details;
    private final ReadMemoryLimit budget;
    /// Whether the last list that was read had pools: they do not end with a response of 404.
    private boolean hadPools;

    public V2PoolListReader(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts,
            SignedServiceClient service) {
        this(apiTarget, requestClockAndTimeouts, service, ReadMemoryLimit.FOR_THIS_PROCESS);
    }

    V2PoolListReader(ApiTarget apiTarget, RequestClockAndTimeouts requestClockAndTimeouts, SignedServiceClient service,
            ReadMemoryLimit budget) {
        this.apiTarget = apiTarget;
        this.budget = budget;
        pages = new AllPagesReader(service.call(), requestClockAndTimeouts);
        requests = new V2RequestBuilder(apiTarget.serviceAndProject());
        details = new MetricsFlavorsAndMaintenanceReader(requests, requestClockAndTimeouts.clock());
    }

    /// The result of one read.
    ///
    /// @param pools
    ///            also those that were read before a page failed
    /// @param requests
    ///            responses received
    /// @param unreadable
    ///            entries that are not JSON objects and were left out
    /// @param duplicates
    ///            entries that came more than once with one id and were dropped
    /// @param gap
    ///            why pools may be missing although no request failed; empty when none is
    public record Result(List<Pool> pools, List<InventoryPartReadOutcome> parts, int requests, int unreadable,
            int duplicates, Optional<Reason> gap) {}

    /// Planned maintenance that is not over, as it was read last; empty before it was read. For any thread.
    Optional<List<ScheduledEvent>> plannedMaintenance() {
        return details.plannedMaintenance();
    }

    /// What one node of each specification has, by its name; empty before it was read. For any thread.
    public Map<String, ReportedNodeFlavor> flavors() {
        return details.flavors();
    }

    /// Reads everything. Failures are in the parts.
    ///
    /// @param soFar
    ///            called on this thread with pools that have no details yet: with those of the first page when there are
    ///            more pages, and with all of them before their details are read; then with those that have all details
    ///            but planned maintenance, when that is due. Not called when there are no pools
    public Result read(Consumer<Result> soFar) throws InterruptedException {
        return new Reading(soFar).read();
    }

    /// The state of one read.
    private final class Reading {
        private final InventoryPartsReader parts = new InventoryPartsReader(pages, budget);
        private final Map<String, Pool> byId = new LinkedHashMap<>();
        private final List<Pool> withoutId = new ArrayList<>();
        private final ValueInterner valueInterner = new ValueInterner();
        private final Map<FieldValue, FieldValue> namedWorkspaces = new HashMap<>();
        private int unreadable;
        private int duplicates;
        private Optional<Reason> gap = Optional.empty();
        private boolean hasFirstPage;
        private final Consumer<Result> soFar;

        Reading(Consumer<Result> soFar) {
            this.soFar = soFar;
        }

        Result read() throws InterruptedException {
            readLists();
            var pools = new ArrayList<>(byId.values());
            pools.addAll(withoutId);
            publish(pools);
            return result(pools.isEmpty() ? List.of() : details.addTo(pools, parts, valueInterner, this::publish));
        }

        private void publish(List<Pool> pools) {
            if (!pools.isEmpty()) soFar.accept(result(pools));
        }

        private Result result(List<Pool> pools) {
            return new Result(List.copyOf(pools), parts.parts(), parts.responses(), unreadable, duplicates, gap);
        }

        private void readLists() throws InterruptedException {
            var workspaces = new ArrayList<String>();
            if (apiTarget.query().scope().workspaces() == RequestedPoolLists.Workspaces.ALL)
                parts.read(Kind.WORKSPACES, () -> {
                    workspaces.addAll(workspaces());
                    return new State.Read();
                });
            var state = parts.read(Kind.V2_POOLS, () -> {
                readLists(workspaces.isEmpty() ? List.of("") : workspaces);
                return new State.Read();
            }, !hadPools);
            if (state instanceof State.Read) hadPools = !byId.isEmpty() || !withoutId.isEmpty();
        }

        private List<String> workspaces() throws ApiException, InterruptedException {
            var list = parts.readAll(V2PagedListAssembler.byOffset(Workspace::id), requests::workspaces,
                    Workspace::read);
            gap = gap.or(list::gap);
            list.items().forEach(workspace -> namedWorkspaces.put(workspace.id(), workspace.named()));
            return list.items()
                    .stream()
                    .flatMap(workspace -> workspace.id() instanceof FieldValue.Text(String id)
                            ? Stream.of(id)
                            : Stream.empty())
                    .toList();
        }

        /// Reads the pools of each workspace. One that may not be read does not keep from reading the others.
        private void readLists(List<String> workspaces) throws ApiException, InterruptedException {
            Optional<ApiException> refused = Optional.empty();
            for (var workspace : workspaces) {
                try {
                    readList(workspace);
                } catch (ApiException e) {
                    if (!(e.failure() instanceof Failure.NotAllowed)) throw e;
                    refused = refused.or(() -> Optional.of(e));
                }
            }
            if (refused.isPresent()) throw refused.get();
        }

        /// Reads the pools of one workspace; an empty id means the service's default.
        private void readList(String workspace) throws ApiException, InterruptedException {
            var list = V2PagedListAssembler.byToken((Pool pool) -> pool.poolNamesAndOwner().id());
            try {
                parts.readAll(list, position -> requests.pools(workspace, position), this::readPools);
                gap = gap.or(list::gap);
            } finally {
                add(list);
            }
        }

        private void add(V2PagedListAssembler<Pool> list) {
            for (var pool : list.items()) {
                if (!pool.hasId()) withoutId.add(pool);
                else if (byId.putIfAbsent(pool.key(), pool) != null) duplicates++;
            }
            unreadable += list.unreadable();
            duplicates += list.duplicates();
        }

        private V2ItemPage<Pool> readPools(ApiResponse answer) throws UnreadableResponseException {
            var serviceAndProject = apiTarget.serviceAndProject();
            var poolOrigin = new PoolOrigin(serviceAndProject.id(), serviceAndProject.name(),
                    serviceAndProject.region().orElse(""), ApiGeneration.V2, parts.responses() + 1, answer.at(),
                    answer.header("x-request-id"));
            var page = V2ItemPageJson.read(answer.body(), valueInterner, in -> {
                int start = in.start();
                var pool = PoolJson.read(in);
                pool.nameWorkspace(namedWorkspaces);
                return pool.toPool(poolOrigin, in.sliceFrom(start), valueInterner);
            });
            if (!hasFirstPage && !page.next().isEmpty()) publish(page.items());
            hasFirstPage = true;
            return page;
        }
    }
}
