package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import poolscope.api.json.JsonValueReader;
import poolscope.pool.FieldValue;
import poolscope.pool.node.ResourceAmounts;

/// JSON form of [ResourceAmounts]: `cpu`, `memory` and one key for each type of cards.
final class ResourceAmountsJson {
    private static final String NVIDIA = "nvidia.com/";
    private static final String ASCEND = "huawei.com/ascend-";

    private ResourceAmountsJson() {}

    /// For a node or a job: keys that begin with `nvidia.com/` or `huawei.com/ascend-` are cards.
    static ResourceAmounts read(JsonValueReader in) throws IOException {
        return read(in, false);
    }

    /// For the runtime metrics of a pool: every other key is a type of cards.
    static ResourceAmounts readMetrics(JsonValueReader in) throws IOException {
        return read(in, true);
    }

    private static ResourceAmounts read(JsonValueReader in, boolean eachKeyIsCards) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            var unreadable = in.absentOrUnreadable();
            return new ResourceAmounts(unreadable, unreadable, Map.of(), false);
        }
        FieldValue cpu = FieldValue.ABSENT;
        FieldValue memory = FieldValue.ABSENT;
        Map<String, FieldValue> cards = Map.of();
        while (in.nextField()) {
            var key = in.name();
            switch (key) {
                case "cpu" -> cpu = LenientJsonReader.amount(in, KubernetesQuantityParser::cores);
                case "memory" -> memory = LenientJsonReader.amount(in, KubernetesQuantityParser::mebibytes);
                default -> {
                    if (eachKeyIsCards || key.startsWith(NVIDIA) || key.startsWith(ASCEND))
                        cards = with(cards, key, LenientJsonReader.amount(in, KubernetesQuantityParser::cards));
                    else
                        in.skip();
                }
            }
        }
        return new ResourceAmounts(cpu, memory, cards);
    }

    /// Most nodes and pools have one type of cards.
    private static Map<String, FieldValue> with(Map<String, FieldValue> cards, String key, FieldValue amount) {
        if (cards.isEmpty()) return Map.of(key, amount);
        var more = cards.size() == 1 ? new TreeMap<>(cards) : cards;
        more.put(key, amount);
        return more;
    }
}
