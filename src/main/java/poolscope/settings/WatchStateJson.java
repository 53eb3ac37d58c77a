package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import poolscope.pool.watch.MatchedPoolsOfConnection;
import poolscope.pool.watch.MatchedPoolsOfRule;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchState;

/// What the watch rules have found, as it stands in the file: a key of the outermost object for each rule.
final class WatchStateJson implements JsonFileMapping<WatchState> {

    /// Pools of all rules together, about 2.5 MB. Rules that would exceed it begin anew at the next start.
    static final int MOST_POOLS = 20_000;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PREFIX = "rule:";
    private static final int LONGEST_TEXT = 1000;

    /// @param notified
    ///            empty when no notification has named the rule yet
    private record OfRule(String id, MatchedPoolsOfRule matches, Optional<Instant> notified) {}

    private record OfConnection(String id, MatchedPoolsOfConnection matched) {}

    private record Named(String key, String name) {}

    @Override
    public String fileName() {
        return "watch-state.json";
    }

    @Override
    public WatchState defaults() {
        return WatchState.EMPTY;
    }

    @Override
    public Parsed<WatchState> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        JsonFieldReaderWithDefaults fields = new JsonFieldReaderWithDefaults(root, replaced);
        fields.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Map<String, MatchedPoolsOfRule> matches = new HashMap<>();
        Map<String, Instant> notified = new HashMap<>();
        fields.sections(PREFIX, WatchStateJson::rule).forEach(one -> {
            matches.put(one.id(), one.matches());
            one.notified().ifPresent(at -> notified.put(one.id(), at));
        });
        int unseen = fields.whole("unseen", 0, 0, Integer.MAX_VALUE);
        return new Parsed<>(new WatchState(matches, notified, fields.objects("log", WatchLogEntryJson::parse), unseen),
                replaced);
    }

    private static Optional<OfRule> rule(String id, JsonFieldReaderWithDefaults fields) {
        Map<String, MatchedPoolsOfConnection> byConnection = new HashMap<>();
        fields.objects("connections", WatchStateJson::connection)
                .forEach(one -> byConnection.put(one.id(), one.matched()));
        MatchedPoolsOfRule matches = new MatchedPoolsOfRule(fields.text("filter", "", WatchRule.LONGEST_FILTER),
                byConnection);
        Optional<Instant> notified = fields.take("notified", Optional.empty(), WatchTimeJson::optional);
        return WatchRule.isId(id) ? Optional.of(new OfRule(id, matches, notified)) : Optional.empty();
    }

    private static Optional<OfConnection> connection(JsonFieldReaderWithDefaults fields) {
        Optional<Instant> readAt = fields.take("readAt", Optional.empty(),
                node -> WatchTimeJson.of(node).map(Optional::of));
        String id = fields.text("id", "", LONGEST_TEXT);
        String scope = fields.text("scope", "", LONGEST_TEXT);
        Map<String, String> names = new LinkedHashMap<>();
        fields.objects("pools",
                pool -> Optional.of(new Named(pool.text("id", "", LONGEST_TEXT), pool.text("name", "", LONGEST_TEXT))))
                .forEach(pool -> names.put(pool.key(), pool.name()));
        return readAt.map(at -> new OfConnection(id, new MatchedPoolsOfConnection(scope, at, names)));
    }

    @Override
    public ObjectNode render(WatchState state) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        root.put("unseen", state.unseenHits());
        ArrayNode log = root.putArray("log");
        state.log().forEach(entry -> log.add(WatchLogEntryJson.render(entry)));
        int pools = 0;
        for (var rule : new TreeMap<>(state.matches()).entrySet()) {
            MatchedPoolsOfRule matches = rule.getValue();
            pools += matches.count();
            root.set(PREFIX + rule.getKey(),
                    render(pools <= MOST_POOLS ? matches : MatchedPoolsOfRule.none(matches.filter()),
                            Optional.ofNullable(state.lastNotified().get(rule.getKey()))));
        }
        return root;
    }

    private static ObjectNode render(MatchedPoolsOfRule matches, Optional<Instant> notified) {
        ObjectNode node = NODES.objectNode().put("filter", matches.filter());
        node.put("notified", notified.map(Instant::toString).orElse(""));
        ArrayNode connections = node.putArray("connections");
        new TreeMap<>(matches.byConnection()).forEach((id, matched) -> {
            ArrayNode pools = connections.addObject()
                    .put("id", id)
                    .put("scope", matched.scope())
                    .put("readAt", matched.readAt().toString())
                    .putArray("pools");
            matched.names().forEach((key, name) -> pools.addObject().put("id", key).put("name", name));
        });
        return node;
    }
}
