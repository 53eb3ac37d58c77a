package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/// How the settings of this instance, of another instance and of another version come together in one file.
final class ThreeWayMerge {

    /// The key that tells which element of an array is which.
    static final String IDENTITY = "field";

    private ThreeWayMerge() {}

    /// What meets in a save, all as [JsonFileMapping#render] makes it.
    ///
    /// @param base
    ///            what this instance last loaded or saved
    /// @param mine
    ///            what it wants to save
    /// @param disk
    ///            what stands in the file
    record Sides(ObjectNode base, ObjectNode mine, ObjectNode disk) {}

    /// The file's tree with both instances' changes in it. What this instance does not know stays; what one of them
    /// took away is gone.
    static ObjectNode onto(ObjectNode tree, Sides sides) {
        ObjectNode merged = changes(sides.base, sides.mine, sides.disk);
        ObjectNode result = onto(tree, merged);
        sides.base.propertyStream().map(Map.Entry::getKey).filter(key -> !merged.has(key)).forEach(result::remove);
        return result;
    }

    /// Key by key: what changed between `base` and `mine` is taken from `mine`, everything else from `disk`. An array
    /// is one value. What another instance added is not among them; what it took away is, if it was changed here.
    private static ObjectNode changes(ObjectNode base, ObjectNode mine, ObjectNode disk) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        mine.properties().forEach(entry -> {
            String key = entry.getKey();
            if (entry.getValue() instanceof ObjectNode inner && base.path(key) instanceof ObjectNode innerBase
                    && disk.path(key) instanceof ObjectNode innerDisk) {
                merged.set(key, changes(innerBase, inner, innerDisk));
            } else if (!entry.getValue().equals(base.path(key))) {
                merged.set(key, entry.getValue());
            } else if (disk.has(key)) {
                merged.set(key, disk.path(key));
            }
        });
        return merged;
    }

    /// The tree with our values in it. Keys that are not ours stay, also within the elements of an array that have
    /// an identity.
    private static ObjectNode onto(ObjectNode tree, ObjectNode ours) {
        ObjectNode result = tree.deepCopy();
        ours.properties().forEach(entry -> {
            String key = entry.getKey();
            result.set(key, onto(tree.path(key), entry.getValue()));
        });
        return result;
    }

    private static JsonNode onto(JsonNode old, JsonNode ours) {
        if (old instanceof ObjectNode oldObject && ours instanceof ObjectNode object) {
            return onto(oldObject, object);
        }
        if (old instanceof ArrayNode oldArray && ours instanceof ArrayNode array) {
            ArrayNode result = JsonNodeFactory.instance.arrayNode();
            array.forEach(
                    element -> result.add(sameAs(element, oldArray).map(twin -> onto(twin, element)).orElse(element)));
            return result;
        }
        return ours;
    }

    private static Optional<JsonNode> sameAs(JsonNode element, ArrayNode among) {
        return among.valueStream()
                .filter(other -> element.has(IDENTITY) && element.path(IDENTITY).equals(other.path(IDENTITY)))
                .findFirst();
    }
}
