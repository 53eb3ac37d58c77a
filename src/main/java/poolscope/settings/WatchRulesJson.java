package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.pool.watch.WatchRule;

/// The watch rules as they stand in the file: each one a key of the outermost object, so that two instances can each
/// add one ([ThreeWayMerge]); and their order beside them.
final class WatchRulesJson implements JsonFileMapping<List<WatchRule>> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PREFIX = "rule:";
    private static final int LONGEST_ID = 64;

    @Override
    public String fileName() {
        return "watch-rules.json";
    }

    @Override
    public List<WatchRule> defaults() {
        return List.of();
    }

    @Override
    public Parsed<List<WatchRule>> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults = new JsonFieldReaderWithDefaults(root, replaced);
        jsonFieldReaderWithDefaults.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Map<String, WatchRule> byId = new LinkedHashMap<>();
        jsonFieldReaderWithDefaults.sections(PREFIX, WatchRulesJson::rule).forEach(one -> byId.put(one.id(), one));
        List<WatchRule> ordered = new ArrayList<>();
        jsonFieldReaderWithDefaults.texts("order", LONGEST_ID)
                .forEach(id -> Optional.ofNullable(byId.remove(id)).ifPresent(ordered::add));
        ordered.addAll(byId.values());
        return new Parsed<>(List.copyOf(ordered), replaced);
    }

    /// None without a name or a filter: a rule that watches other pools than it seems to is worse than none.
    private static Optional<WatchRule> rule(String id, JsonFieldReaderWithDefaults fields) {
        Optional<String> name = Optional.of(fields.text("name", "", WatchRule.LONGEST_NAME)).filter(WatchRule::isName);
        Optional<String> filter = fields.take("filter", Optional.empty(),
                node -> node.isTextual() && node.textValue().length() <= WatchRule.LONGEST_FILTER
                        ? Optional.of(Optional.of(node.textValue()))
                        : Optional.empty());
        WatchRule.Trigger trigger = fields.word("when", WatchRule.Trigger.STARTS);
        List<String> connections = fields.texts("connections", LONGEST_ID);
        boolean isPaused = fields.flag("paused", false);
        Optional<Instant> snoozedUntil = fields.take("snoozedUntil", Optional.empty(), WatchTimeJson::optional);
        return name.flatMap(called -> filter.filter(_ -> WatchRule.isId(id))
                .map(text -> new WatchRule(id, called, text, trigger, connections, isPaused, snoozedUntil)));
    }

    @Override
    public ObjectNode render(List<WatchRule> rules) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        ArrayNode order = root.putArray("order");
        for (WatchRule rule : rules) {
            order.add(rule.id());
            ObjectNode one = root.putObject(PREFIX + rule.id())
                    .put("name", rule.name())
                    .put("filter", rule.filter())
                    .put("when", JsonFieldReaderWithDefaults.wordOf(rule.trigger()));
            ArrayNode connections = one.putArray("connections");
            rule.connections().forEach(connections::add);
            one.put("paused", rule.isPaused());
            one.put("snoozedUntil", rule.snoozedUntil().map(Instant::toString).orElse(""));
        }
        return root;
    }
}
