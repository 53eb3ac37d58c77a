package poolscope.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a fuzzer's bytes stand for: an input as it is, or, when the first byte is [#EDITS], changes of a seed that is
/// JSON. A fuzzer that changes bytes alone seldom gets past the syntax of JSON.
final class FuzzInput {
    /// No seed begins with it.
    static final byte EDITS = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /// Bytes of an edit: where, what, and by which value.
    private static final int EDIT = 4;
    private static final List<JsonNode> VALUES = List.of(NODES.nullNode(), NODES.booleanNode(true),
            NODES.booleanNode(false), NODES.numberNode(0), NODES.numberNode(-1), NODES.numberNode(1),
            NODES.numberNode(Integer.MAX_VALUE), NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(new BigDecimal("1e2")), NODES.numberNode(new BigDecimal("1e99")),
            NODES.numberNode(new BigDecimal("1e-99")), NODES.numberNode(new BigDecimal("0.1")),
            NODES.numberNode(new BigDecimal("7.060")), NODES.textNode(""), NODES.textNode("0"), NODES.textNode("-1"),
            NODES.textNode("1e3"), NODES.textNode("3920m"), NODES.textNode("768Gi"), NODES.textNode("running"),
            NODES.textNode("\uD83D"), NODES.textNode("\u0000\u202E训"), NODES.textNode("2026-02-30T25:00:00Z"),
            NODES.textNode("2026-02-11T08:30:05Z"), NODES.textNode("9999999999999"), NODES.textNode("x".repeat(300)),
            NODES.arrayNode(), NODES.objectNode(), NODES.arrayNode().add(NODES.objectNode()).addNull(),
            NODES.objectNode().set("value", NODES.objectNode()));

    private FuzzInput() {}

    static byte[] of(byte[] bytes, List<byte[]> seeds) {
        if (bytes.length < 2 || bytes[0] != EDITS) return bytes;
        byte[] seed = seeds.get((bytes[1] & 0xff) % seeds.size());
        try {
            var root = JSON.readTree(seed);
            if (root == null || !root.isContainerNode()) return bytes;
            for (int at = 2; at + EDIT <= bytes.length; at += EDIT)
                edit(root, bytes, at);
            return root.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException _) {
            return bytes;
        }
    }

    private static void edit(JsonNode root, byte[] bytes, int at) {
        var all = containers(root);
        var container = all.get(((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) % all.size());
        if (container.isEmpty()) return;
        int what = bytes[at + 2] & 0x07;
        int child = ((bytes[at + 2] & 0xff) >> 3) % container.size();
        int value = bytes[at + 3] & 0xff;
        if (container instanceof ArrayNode array) edit(array, what, child, value);
        else if (container instanceof ObjectNode object) edit(object, what, child, value);
    }

    private static void edit(ArrayNode array, int what, int child, int value) {
        switch (what) {
            case 0 -> array.remove(child);
            case 1 -> array.add(array.get(child).deepCopy());
            case 2 -> array.set(child, NODES.arrayNode().add(array.get(child)));
            default -> array.set(child, VALUES.get(value % VALUES.size()).deepCopy());
        }
    }

    private static void edit(ObjectNode object, int what, int child, int value) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.get(child);
        switch (what) {
            case 0 -> object.remove(name);
            case 1 -> object.set(names.get(value % names.size()), object.get(name).deepCopy());
            case 2 -> object.set(name, NODES.arrayNode().add(object.get(name)));
            case 3 -> object.set(name, NODES.objectNode().set(name, object.get(name)));
            default -> object.set(name, VALUES.get(value % VALUES.size()).deepCopy());
        }
    }

    private static List<JsonNode> containers(JsonNode root) {
        var found = new ArrayList<JsonNode>();
        found.add(root);
        for (int i = 0; i < found.size(); i++)
            found.get(i).elements().forEachRemaining(child -> {
                if (child.isContainerNode()) found.add(child);
            });
        return found;
    }
}
