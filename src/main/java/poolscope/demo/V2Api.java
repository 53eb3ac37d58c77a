package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Answers the calls of v2. Whatever a call asks, it is answered from the states of pools at one tick.
record V2Api(V2Fleet fleet, V2PlannedMaintenanceCache maintenance, String projectId, LongSupplier tick) {
    private static final Pattern OF_A_POOL = Pattern.compile("pools/([^/]+)/(nodes|workloads)");
    private static final int MOST_MAINTENANCE = 100;

    V2Api(V2Fleet fleet, String projectId, LongSupplier tick) {
        this(fleet, new V2PlannedMaintenanceCache(fleet), projectId, tick);
    }

    /// Empty when there is no such call.
    ///
    /// @param path
    ///            behind the project, such as `pools`
    /// @param query
    ///            decoded
    Optional<DemoResponse> answer(String version, String path, Map<String, String> query)
            throws DemoClusterListQuery.BadParameterException {
        var now = tick.getAsLong();
        if (version.equals("v2")) {
            var ofAPool = OF_A_POOL.matcher(path);
            if (ofAPool.matches()) return Optional.of(ofAPool(ofAPool.group(1), ofAPool.group(2), query, now));
        }
        return switch (version + "/" + path) {
            case "v2/pools" -> ok(pools(query, now));
            case "v2/metrics/runtime/pools" -> ok(metrics(now));
            case "v2/statistics/pools" -> ok(statistics(now));
            case "v1/resourceflavors" -> ok(V2ListPage.byToken(List.of(V2Flavor.values()), query)
                    .tokens("ResourceFlavorList", "v1", (json, flavor) -> new V2FlavorJsonWriter(json).write(flavor)));
            case "v1/scheduled-events" -> ok(maintenance(query, now));
            case "v1/events" -> Optional.of(events(query, now));
            case "v1/workspaces" -> ok(workspaces());
            default -> Optional.empty();
        };
    }

    private static Optional<DemoResponse> ok(DemoResponse.Body body) {
        return Optional.of(response(body));
    }

    private static DemoResponse response(DemoResponse.Body body) {
        return DemoResponse.of(200, DemoResponse.JSON, body);
    }

    /// Without a status those that were created or are being created; failed ones only when they are asked for.
    private DemoResponse.Body pools(Map<String, String> query, long now)
            throws DemoClusterListQuery.BadParameterException {
        var workspace = query.getOrDefault("workspaceId", V2Fleet.DEFAULT_WORKSPACE);
        Predicate<V2Pool> status = switch (query.getOrDefault("status", "")) {
            case "" -> pool -> !isFailed(pool);
            case "created" -> pool -> !isFailed(pool) && !pool.isCreating(now);
            case "creating" -> pool -> !isFailed(pool) && pool.isCreating(now);
            case "failed" -> V2Api::isFailed;
            default -> throw new DemoClusterListQuery.BadParameterException(
                    "Invalid parameter: status = " + query.get("status") + ".");
        };
        var pools = fleet.pools(now).filter(pool -> pool.workspace().equals(workspace)).filter(status).toList();
        return V2ListPage.whole(pools)
                .tokens("PoolList", "v2",
                        (json, pool) -> new V2PoolJsonWriter(fleet, projectId, json).write(fleet.state(pool, now)));
    }

    private static boolean isFailed(V2Pool pool) {
        return pool.is(V2Pool.Special.CREATION_FAILED);
    }

    private DemoResponse.Body metrics(long now) {
        var states = fleet.pools(now).toList();
        return out -> {
            try (var json = new JsonFactory().createGenerator(out)) {
                var metrics = new V2MetricsJsonWriter(fleet, json);
                json.writeStartObject();
                json.writeStringField("kind", "PoolMetricsList");
                json.writeStringField("apiVersion", "v2");
                json.writeArrayFieldStart("items");
                for (var pool : states) {
                    var state = fleet.state(pool, now);
                    if (state.hasMetrics()) metrics.write(state);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        };
    }

    private DemoResponse.Body statistics(long now) {
        var pools = fleet.pools(now).toList();
        return new DemoResponse.Bytes(DemoJsonBuilder.bytes(json -> {
            json.writeObjectFieldStart("statistics");
            json.writeObjectFieldStart("status");
            var phases = pools.stream().map(pool -> fleet.state(pool, now).phase()).toList();
            json.writeNumberField("created",
                    phases.stream().filter(List.of("Running", "Abnormal", "Error")::contains).count());
            json.writeNumberField("creating", phases.stream().filter("Creating"::equals).count());
            json.writeNumberField("deleting", phases.stream().filter("Deleting"::equals).count());
            json.writeNumberField("failed", phases.stream().filter("CreationFailed"::equals).count());
            json.writeNumberField("pending", phases.stream().filter("Waiting"::equals).count());
            json.writeEndObject();
            json.writeEndObject();
        }));
    }

    private DemoResponse ofAPool(String id, String what, Map<String, String> query, long now)
            throws DemoClusterListQuery.BadParameterException {
        var pool = fleet.pool(id, now).filter(known -> !isFailed(known));
        if (pool.isEmpty()) return noSuchPool(id);
        var state = fleet.state(pool.get(), now);
        if (what.equals("nodes")) return response(nodes(state, query));
        return response(V2ListPage.byOffset(state.jobs(), query, 500)
                .totals("WorkloadList", "v1", (json, job) -> new V2JobJsonWriter(fleet, state, json).write(job)));
    }

    private DemoResponse.Body nodes(V2PoolSnapshot state, Map<String, String> query)
            throws DemoClusterListQuery.BadParameterException {
        var numbers = IntStream.range(0, state.nodes().size()).boxed().toList();
        var usage = state.usage();
        return V2ListPage.byToken(numbers, query)
                .tokens("NodeList", "v2",
                        (json, number) -> new V2NodeJsonWriter(fleet, state, usage, json).write(number));
    }

    private DemoResponse.Body maintenance(Map<String, String> query, long now)
            throws DemoClusterListQuery.BadParameterException {
        var all = maintenance.at(now);
        var page = V2ListPage.byOffset(all, query, MOST_MAINTENANCE).page();
        return new DemoResponse.Bytes(DemoJsonBuilder.bytes(json -> {
            json.writeArrayFieldStart("events");
            for (var event : page)
                event.write(json);
            json.writeEndArray();
            json.writeNumberField("count", all.size());
        }));
    }

    private DemoResponse events(Map<String, String> query, long now) throws DemoClusterListQuery.BadParameterException {
        if (!query.getOrDefault("resource", "pools").equals("pools"))
            throw new DemoClusterListQuery.BadParameterException("Invalid parameter: resource.");
        var id = query.getOrDefault("name", "");
        var pool = fleet.pool(id, now);
        if (pool.isEmpty()) return noSuchPool(id);
        return response(V2ListPage.byOffset(new V2PoolEventGenerator(fleet, pool.get()).until(now), query, 500)
                .totals("EventList", "v1", (json, event) -> event.write(fleet, json)));
    }

    private static DemoResponse.Body workspaces() {
        record Workspace(String id, String name) {}
        var all = List.of(new Workspace(V2Fleet.DEFAULT_WORKSPACE, "default"),
                new Workspace(V2Fleet.OTHER_WORKSPACE, "research"));
        return new DemoResponse.Bytes(DemoJsonBuilder.bytes(json -> {
            json.writeNumberField("total_count", all.size());
            json.writeNumberField("count", all.size());
            json.writeArrayFieldStart("workspaces");
            for (var workspace : all) {
                json.writeStartObject();
                json.writeStringField("id", workspace.id());
                json.writeStringField("name", workspace.name());
                json.writeStringField("status", "NORMAL");
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static DemoResponse noSuchPool(String id) {
        return DemoResponse.text(404, DemoResponse.JSON,
                DemoErrorBody.newerModelArts("ModelArts.50015001", "Pool " + id + " not found."));
    }
}
