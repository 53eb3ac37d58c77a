package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import poolscope.api.json.JsonCursor;
import poolscope.pool.Value;
import poolscope.pool.node.NodeResources;

/// The wire twin of [NodeResources]: `cpu`, `memory` and one key for each type of cards.
final class ResourcesJson {
    private static final String NVIDIA = "nvidia.com/";
    private static final String ASCEND = "huawei.com/ascend-";

    private ResourcesJson() {}

    /// Of a node or a job: cards are what `nvidia.com/` or `huawei.com/ascend-` begins with.
    static NodeResources read(JsonCursor in) throws IOException {
        return read(in, false);
    }

    /// Of a pool's runtime metrics: each other key is a type of cards.
    static NodeResources readMetrics(JsonCursor in) throws IOException {
        return read(in, true);
    }

    private static NodeResources read(JsonCursor in, boolean eachKeyIsCards) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            var unreadable = in.absentOrUnreadable();
            return new NodeResources(unreadable, unreadable, Map.of(), false);
        }
        Value cpu = Value.ABSENT;
        Value memory = Value.ABSENT;
        var cards = new TreeMap<String, Value>();
        while (in.nextField()) {
            var key = in.name();
            switch (key) {
                case "cpu" -> cpu = Fields.amount(in, Quantity::cores);
                case "memory" -> memory = Fields.amount(in, Quantity::mebibytes);
                default -> {
                    if (eachKeyIsCards || key.startsWith(NVIDIA) || key.startsWith(ASCEND))
                        cards.put(key, Fields.amount(in, Quantity::cards));
                    else
                        in.skip();
                }
            }
        }
        return new NodeResources(cpu, memory, cards);
    }
}
