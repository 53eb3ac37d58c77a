package poolscope.settings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;

/// The connections as they stand in the file: each one a key of the outermost object, so that two instances can each
/// add one ([ThreeWayMerge]); their order beside them; and the ids of those that were removed while their history is not
/// deleted yet.
final class ConnectionsJson implements JsonFileMapping<SavedConnections> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PREFIX = "connection:";
    private static final String REMOVED_PREFIX = "removed:";
    private static final int LONGEST_ID = 64;

    @Override
    public String fileName() {
        return "connections.json";
    }

    @Override
    public SavedConnections defaults() {
        return SavedConnections.NONE;
    }

    @Override
    public Parsed<SavedConnections> parse(ObjectNode root) {
        List<String> replaced = new ArrayList<>();
        JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults = new JsonFieldReaderWithDefaults(root, replaced);
        jsonFieldReaderWithDefaults.whole("version", VERSION, 1, Integer.MAX_VALUE);
        Map<String, SavedConnection> byId = new LinkedHashMap<>();
        jsonFieldReaderWithDefaults.sections(PREFIX, ConnectionJson::parse).forEach(one -> byId.put(one.id(), one));
        List<SavedConnection> ordered = new ArrayList<>();
        jsonFieldReaderWithDefaults.texts("order", LONGEST_ID)
                .forEach(id -> Optional.ofNullable(byId.remove(id)).ifPresent(ordered::add));
        ordered.addAll(byId.values());
        var removed = new TreeSet<>(jsonFieldReaderWithDefaults.sections(REMOVED_PREFIX, (id, _) -> Optional.of(id)));
        return new Parsed<>(new SavedConnections(ordered, removed), replaced);
    }

    @Override
    public ObjectNode render(SavedConnections connections) {
        ObjectNode root = NODES.objectNode().put("version", VERSION);
        ArrayNode order = root.putArray("order");
        connections.all().forEach(one -> {
            order.add(one.id());
            root.set(PREFIX + one.id(), ConnectionJson.render(one));
        });
        connections.removed().forEach(id -> root.putObject(REMOVED_PREFIX + id));
        return root;
    }
}
