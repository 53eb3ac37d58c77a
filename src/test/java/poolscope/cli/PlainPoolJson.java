package poolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service sends of [PlainPool]s.
final class PlainPoolJson {
    private PlainPoolJson() {}

    /// A text as JSON.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /// @param next
    ///            `continue`, empty on the last page
    static String list(Stream<String> items, String next) {
        return object("kind", "\"List\"", "items", array(items), "metadata",
                next.isEmpty() ? "" : object("continue", quoted(next)));
    }

    static String pool(PlainPool pool) {
        return object("kind", "\"Pool\"", "metadata", metadata(pool), "spec", spec(pool), "status", status(pool));
    }

    private static String metadata(PlainPool pool) {
        var labels = object("os.modelarts/name", pool.name, "os.modelarts/workspace.id", pool.workspace,
                "os.modelarts/tenant.domain.id", pool.tenant, "os.modelarts/tenant.project.id", pool.project,
                "os.modelarts/resource.id", "\"maos-1\"");
        var annotations = object("os.modelarts/description", pool.description, "os.modelarts/billing.mode",
                pool.billingMode, "os.modelarts/period.type", pool.periodType, "os.modelarts/period.num",
                pool.periodNumber, "os.modelarts/auto.renew", pool.autoRenew, "os.modelarts/order.id", pool.orderId,
                "os.modelarts/tms.tags", quoted("[{\"key\":\"team\",\"value\":\"vision\"}]"));
        return object("name", pool.id, "creationTimestamp", pool.createdAt.json(), "labels", labels, "annotations",
                annotations);
    }

    private static String spec(PlainPool pool) {
        return object("type", pool.type, "scope", array(pool.wantedScopes.stream()), "resources",
                array(pool.wanted.stream().map(PlainPoolJson::nodes)), "network",
                object("subnetId", "\"s\"", "name", pool.network, "vpcId", pool.vpc), "controlMode", "0");
    }

    private static String status(PlainPool pool) {
        var scopes = pool.scopes.stream().map(scope -> object("scopeType", scope.type(), "state", scope.state()));
        var drivers = pool.drivers.stream()
                .flatMap(one -> Stream.of(one.kind(), object("version", one.version(), "state", one.state())))
                .toArray(String[]::new);
        return object("phase", pool.phase, "message", pool.message, "parent", pool.parent, "resources", states(pool),
                "scope", array(scopes), "driver", object(drivers));
    }

    private static String states(PlainPool pool) {
        var fields = new ArrayList<String>();
        for (var state : pool.states.entrySet()) {
            boolean isBare = pool.sendsBareStates && state.getValue().size() == 1;
            fields.add(state.getKey());
            fields.add(isBare
                    ? nodes(state.getValue().getFirst())
                    : array(state.getValue().stream().map(PlainPoolJson::nodes)));
        }
        return fields.isEmpty() ? "" : object(fields.toArray(String[]::new));
    }

    private static String nodes(PlainPool.NodeCount nodes) {
        return object("flavor", nodes.flavor(), "count", nodes.count(), "maxCount", nodes.maxCount(), "nodePool",
                nodes.nodePool(), "azs", "[{\"az\":\"n-0a\",\"count\":1}]", "extendParams",
                "{\"dockerBaseSize\":\"500\",\"runtime\":\"containerd\"}");
    }

    static boolean hasMetrics(PlainPool pool) {
        return pool.capacity.isPresent() || pool.allocated.isPresent();
    }

    static String metrics(PlainPool pool) {
        return object("metadata", object("name", pool.id, "labels", object("os.modelarts/name", pool.name)), "table",
                object("allocated", pool.allocated.map(PlainPoolJson::table).orElse(""), "capacity",
                        pool.capacity.map(PlainPoolJson::table).orElse("")));
    }

    private static String table(Map<String, PlainPool.Amount> amounts) {
        var value = amounts.entrySet()
                .stream()
                .flatMap(amount -> Stream.of(amount.getKey(), amount.getValue().json()))
                .toArray(String[]::new);
        return object("value", object(value), "maxValue", object(value), "timestamp", "\"2026-08-21T06:00:00Z\"",
                "window", "\"1m\"");
    }

    static String flavor(String name, String kind, String cards) {
        return object("metadata", object("name", quoted(name)), "spec",
                object("cpu", "\"192\"", "memory", "\"768Gi\"", kind, object("type", quoted(cards), "size", "\"8\"")));
    }

    static Stream<String> maintenance(PlainPool pool) {
        return pool.maintenance.stream()
                .map(event -> object("id", quoted("event-" + pool.id.hashCode() + "-" + event.hashCode()), "state",
                        event.state(), "poolName", pool.id, "poolDisplayName", pool.name, "notBefore",
                        event.notBefore(), "startTime", event.startTime()));
    }

    static String events(List<PlainPool> pools) {
        return object("events", array(pools.stream().flatMap(PlainPoolJson::maintenance)));
    }

    private static String array(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }

    /// Of names and the JSON behind them; those with nothing behind them are left out.
    private static String object(String... members) {
        var sent = new ArrayList<String>();
        for (int i = 0; i < members.length; i += 2)
            if (!members[i + 1].isEmpty()) sent.add(quoted(members[i]) + ":" + members[i + 1]);
        return "{" + String.join(",", sent) + "}";
    }
}
