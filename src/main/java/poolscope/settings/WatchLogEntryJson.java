package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.watch.ConnectionWatchObstacle;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRuleMatchChange;

/// An entry of the log of the watch rules as it stands in the file.
final class WatchLogEntryJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 1000;

    private WatchLogEntryJson() {}

    /// The words of the file for the kinds of entries.
    private enum What {
        STARTED, STOPPED, INTERRUPTED, RESUMED
    }

    static Optional<WatchLogEntry> parse(JsonFieldReaderWithDefaults fields) {
        Optional<Instant> at = fields.take("at", Optional.empty(), node -> WatchTimeJson.of(node).map(Optional::of));
        String connection = fields.text("connection", "", LONGEST_TEXT);
        What what = fields.word("what", What.STARTED);
        return at.map(time -> switch (what) {
            case STARTED -> new WatchLogEntry.Hit(hit(fields, time, connection, WatchRuleMatchChange.Kind.STARTED));
            case STOPPED -> new WatchLogEntry.Hit(hit(fields, time, connection, WatchRuleMatchChange.Kind.STOPPED));
            case INTERRUPTED ->
                new WatchLogEntry.Interrupted(time, connection, fields.word("why", ConnectionWatchObstacle.FAILED));
            case RESUMED -> new WatchLogEntry.Resumed(time, connection);
        });
    }

    private static WatchRuleMatchChange hit(JsonFieldReaderWithDefaults fields, Instant at, String connection,
            WatchRuleMatchChange.Kind kind) {
        Instant since = fields.take("since", at, WatchTimeJson::of);
        List<WatchRuleMatchChange.WatchedPool> pools = fields.objects("pools",
                pool -> Optional.of(new WatchRuleMatchChange.WatchedPool(pool.text("id", "", LONGEST_TEXT),
                        pool.text("name", "", LONGEST_TEXT), pool.flag("gone", false))));
        return new WatchRuleMatchChange(fields.text("rule", "", LONGEST_TEXT),
                fields.text("ruleName", "", LONGEST_TEXT), connection, kind, pools,
                fields.whole("count", pools.size(), 0, Integer.MAX_VALUE), at, since);
    }

    static ObjectNode render(WatchLogEntry entry) {
        ObjectNode node = NODES.objectNode().put("at", entry.at().toString());
        switch (entry) {
            case WatchLogEntry.Hit(WatchRuleMatchChange hit) -> {
                node.put("what",
                        JsonFieldReaderWithDefaults
                                .wordOf(hit.kind() == WatchRuleMatchChange.Kind.STARTED ? What.STARTED : What.STOPPED))
                        .put("connection", hit.connection())
                        .put("rule", hit.ruleId())
                        .put("ruleName", hit.ruleName())
                        .put("since", hit.since().toString())
                        .put("count", hit.count());
                ArrayNode pools = node.putArray("pools");
                hit.pools()
                        .forEach(pool -> pools.addObject()
                                .put("id", pool.key())
                                .put("name", pool.name())
                                .put("gone", pool.isGone()));
            }
            case WatchLogEntry.Interrupted(var _, String connection, ConnectionWatchObstacle obstacle) ->
                node.put("what", JsonFieldReaderWithDefaults.wordOf(What.INTERRUPTED))
                        .put("connection", connection)
                        .put("why", JsonFieldReaderWithDefaults.wordOf(obstacle));
            case WatchLogEntry.Resumed(var _, String connection) ->
                node.put("what", JsonFieldReaderWithDefaults.wordOf(What.RESUMED)).put("connection", connection);
        }
        return node;
    }
}
