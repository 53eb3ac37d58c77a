package poolscope.api.v2;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.api.ApiEnvironment;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.api.signin.RetryingServiceCall;
import poolscope.api.signin.SignedServiceClient;
import poolscope.connection.RequestedPoolLists;
import poolscope.pool.ApiGeneration;
import poolscope.pool.InventoryPart;
import poolscope.pool.InventoryPart.Kind;
import poolscope.pool.InventoryPart.State;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.ServiceFlavor;
import poolscope.pool.Value;
import poolscope.pool.node.ScheduledEvent;

/// Reads the pools of v2 and their details. Each kind of details that fails becomes a part of its own; only the list of
/// pools decides whether there are pools. Keep one for the life of the connection; it reads once at a time.
public final class V2PoolListReader {
    private static final Duration MAINTENANCE_EVERY = Duration.ofMinutes(10);

    private final ApiTarget apiTarget;
    private final ApiEnvironment apiEnvironment;
    private final AllPagesReader walker;
    private final V2RequestBuilder requests;
    private volatile Optional<Map<String, ServiceFlavor>> flavors = Optional.empty();
    private Map<String, Instant> maintenance = Map.of();
    private Instant maintenanceAt = Instant.EPOCH;
    private volatile Optional<List<ScheduledEvent>> planned = Optional.empty();

    public V2PoolListReader(ApiTarget apiTarget, ApiEnvironment apiEnvironment, SignedServiceClient service) {
        this.apiTarget = apiTarget;
        this.apiEnvironment = apiEnvironment;
        walker = new AllPagesReader(service.call(), apiEnvironment);
        requests = new V2RequestBuilder(apiTarget.connection());
    }

    /// The result of one read.
    ///
    /// @param requests
    ///            responses received
    /// @param unreadable
    ///            entries that are not JSON objects and were left out
    /// @param duplicates
    ///            entries that came more than once with one id and were dropped
    /// @param isWhole
    ///            whether the list was read to its end
    public record Result(List<Pool> pools, List<InventoryPart> parts, int requests, int unreadable, int duplicates,
            boolean isWhole) {}

    /// Planned maintenance that is not over, as it was read last; empty before it was read. For any thread.
    Optional<List<ScheduledEvent>> plannedMaintenance() {
        return planned;
    }

    /// What one node of each specification has, by its name; empty before it was read. For any thread.
    public Map<String, ServiceFlavor> flavors() {
        return flavors.orElse(Map.of());
    }

    /// Reads everything. Failures are in the parts.
    ///
    /// @param soFar
    ///            called on this thread with pools that have no details yet: with those of the first page when there are
    ///            more pages, and with all of them before their details are read. Not called when there are no pools
    public Result read(Consumer<Result> soFar) throws InterruptedException {
        return new Reading(soFar).read();
    }

    /// The state of one read.
    private final class Reading {
        private final List<InventoryPart> parts = new ArrayList<>();
        private final Map<String, Pool> byId = new LinkedHashMap<>();
        private final List<Pool> withoutId = new ArrayList<>();
        private final ValueInterner valueInterner = new ValueInterner();
        private int answers;
        private int unreadable;
        private int duplicates;
        private boolean isWhole = true;
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
            return result(pools.isEmpty() ? List.of() : detailed(pools));
        }

        private void publish(List<Pool> pools) {
            if (!pools.isEmpty()) soFar.accept(result(pools));
        }

        private Result result(List<Pool> pools) {
            return new Result(List.copyOf(pools), List.copyOf(parts), answers, unreadable, duplicates, isWhole);
        }

        private void readLists() throws InterruptedException {
            if (apiTarget.query().scope().workspaces() == RequestedPoolLists.Workspaces.DEFAULT) {
                part(Kind.V2_POOLS, () -> readList(""));
                return;
            }
            var workspaces = new ArrayList<String>();
            part(Kind.WORKSPACES, () -> workspaces.addAll(workspaces()));
            part(Kind.V2_POOLS, () -> {
                if (workspaces.isEmpty()) readList("");
                for (var workspace : workspaces)
                    readList(workspace);
            });
        }

        private List<String> workspaces() throws ApiException, InterruptedException {
            return walk(ContinueTokenPaging.byOffset(Workspace::id), requests::workspaces, Workspace::read).items()
                    .stream()
                    .flatMap(workspace -> workspace.id() instanceof Value.Text(String id)
                            ? Stream.of(id)
                            : Stream.empty())
                    .toList();
        }

        /// Reads the pools of one workspace; an empty id means the service's default.
        private void readList(String workspace) throws ApiException, InterruptedException {
            var list = walk(ContinueTokenPaging.byToken((Pool pool) -> pool.poolIdentity().id()),
                    position -> requests.pools(workspace, position), this::readPools);
            for (var pool : list.items()) {
                if (!pool.hasId()) withoutId.add(pool);
                else if (byId.putIfAbsent(pool.key(), pool) != null) duplicates++;
            }
            unreadable += list.unreadable();
            duplicates += list.duplicates();
            isWhole &= list.state() != ContinueTokenPaging.State.TOO_MANY_PAGES;
        }

        private V2ItemPage<Pool> readPools(ApiResponse answer) throws UnreadableException {
            var connection = apiTarget.connection();
            var poolOrigin = new PoolOrigin(connection.id(), connection.name(), connection.region().orElse(""),
                    ApiGeneration.V2, answers + 1, answer.at(), answer.header("x-request-id"));
            var page = V2ItemPageJson.read(answer.body(), valueInterner, in -> {
                int start = in.start();
                var pool = PoolJson.read(in);
                return pool.toPool(poolOrigin, in.sliceFrom(start), valueInterner);
            });
            if (!hasFirstPage && !page.next().isEmpty()) publish(page.items());
            hasFirstPage = true;
            return page;
        }

        private List<Pool> detailed(List<Pool> pools) throws InterruptedException {
            var metrics = new HashMap<String, PoolMetrics>();
            part(Kind.METRICS, () -> {
                for (var one : walk(ContinueTokenPaging.byToken(PoolMetrics::poolId), requests::runtimeMetrics,
                        answer -> PoolMetricsJson.read(answer, valueInterner)).items())
                    if (one.poolId() instanceof Value.Text(String id)) metrics.put(id, one);
            });
            if (flavors.isEmpty())
                part(Kind.FLAVORS,
                        () -> flavors = Optional
                                .of(PoolDetails.flavors(walk(ContinueTokenPaging.byToken(ResourceFlavor::name),
                                        requests::resourceFlavors, ResourceFlavorJson::read).items())));
            readMaintenance();
            var details = new PoolDetails(metrics, flavors(), maintenance, valueInterner);
            return pools.stream().map(details::addTo).toList();
        }

        private void readMaintenance() throws InterruptedException {
            var now = apiEnvironment.clock().instant();
            if (Duration.between(maintenanceAt, now).compareTo(MAINTENANCE_EVERY) < 0) return;
            part(Kind.MAINTENANCE, () -> {
                var events = walk(ContinueTokenPaging.byOffset(ScheduledEvent::id), requests::scheduledEvents,
                        ScheduledEventJson::read).items();
                maintenance = PoolDetails.nextMaintenance(events, now);
                planned = Optional.of(events.stream().filter(ScheduledEvent::isAhead).toList());
                maintenanceAt = now;
            });
        }

        /// Reads all pages of a list and counts the requests.
        private <T> ContinueTokenPaging<T> walk(ContinueTokenPaging<T> paging,
                Function<ContinueTokenPaging.Position, ApiRequest> request,
                RetryingServiceCall.Reader<V2ItemPage<T>> reader) throws ApiException, InterruptedException {
            return walker.readAll(paging, request, answer -> {
                var page = reader.read(answer);
                answers++;
                return page;
            });
        }

        /// Reads one kind of details.
        private interface Step {
            void run() throws ApiException, InterruptedException;
        }

        private void part(Kind kind, Step step) throws InterruptedException {
            State state = new State.Read();
            try {
                step.run();
            } catch (ApiException e) {
                state = e.failure() instanceof Failure.NoSuchApi
                        ? new State.NotOffered(e.failure())
                        : new State.Failed(e.failure());
            }
            parts.add(new InventoryPart(kind, state));
        }
    }
}
