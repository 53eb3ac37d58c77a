package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Reads one JSON object value by value. What is missing becomes its default; what has the wrong type or is out of
/// range does too, and its key is noted.
final class JsonFieldReaderWithDefaults {

    private final ObjectNode object;
    private final String path;
    private final List<String> replaced;

    /// @param replaced
    ///            receives the keys of values that made no sense
    JsonFieldReaderWithDefaults(ObjectNode object, List<String> replaced) {
        this(object, "", replaced);
    }

    private JsonFieldReaderWithDefaults(ObjectNode object, String path, List<String> replaced) {
        this.object = object;
        this.path = path;
        this.replaced = replaced;
    }

    /// The value of that key as `read` understands it; `read` answers with nothing if it makes no sense.
    <T> T take(String key, T fallback, Function<JsonNode, Optional<T>> read) {
        if (!object.has(key)) {
            return fallback;
        }
        return read.apply(object.path(key)).orElseGet(() -> {
            replaced.add(path + key);
            return fallback;
        });
    }

    boolean flag(String key, boolean fallback) {
        return take(key, fallback, node -> node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty());
    }

    /// A whole number within the bounds, both included.
    int whole(String key, int fallback, int least, int most) {
        return take(key, fallback,
                node -> node.isIntegralNumber() && isWithin(node, least, most)
                        ? Optional.of(node.intValue())
                        : Optional.empty());
    }

    /// A number within the bounds, both included.
    double number(String key, double fallback, double least, double most) {
        return take(key, fallback,
                node -> isWithin(node, least, most) ? Optional.of(node.doubleValue()) : Optional.empty());
    }

    String text(String key, String fallback, int longest) {
        return take(key, fallback, node -> text(node, longest));
    }

    private static Optional<String> text(JsonNode node, int longest) {
        return node.isTextual() && node.textValue().length() <= longest
                ? Optional.of(node.textValue())
                : Optional.empty();
    }

    /// A constant by its name in lower case.
    <E extends Enum<E>> E word(String key, E fallback) {
        return take(key, fallback,
                node -> Arrays.stream(fallback.getDeclaringClass().getEnumConstants())
                        .filter(constant -> node.isTextual() && wordOf(constant).equals(node.textValue()))
                        .findFirst());
    }

    static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The object of that key, an empty one if there is none.
    JsonFieldReaderWithDefaults section(String key) {
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new JsonFieldReaderWithDefaults(
                take(key, empty, node -> node instanceof ObjectNode inner ? Optional.of(inner) : Optional.empty()),
                path + key + ".", replaced);
    }

    /// The objects whose keys begin with `prefix`, as `read` understands them by the rest of the key. One that makes no
    /// sense is left out and noted, the others are kept.
    <T> List<T> sections(String prefix, BiFunction<String, JsonFieldReaderWithDefaults, Optional<T>> read) {
        List<T> all = new ArrayList<>();
        object.properties().forEach(entry -> {
            String key = entry.getKey();
            if (key.startsWith(prefix)) {
                Optional<T> found = entry.getValue() instanceof ObjectNode inner
                        ? read.apply(key.substring(prefix.length()),
                                new JsonFieldReaderWithDefaults(inner, path + key + ".", replaced))
                        : Optional.empty();
                found.ifPresentOrElse(all::add, () -> replaced.add(path + key));
            }
        });
        return all;
    }

    /// The texts of an array. One that makes no sense is left out and noted, the others are kept.
    List<String> texts(String key, int longest) {
        return elements(key, (_, node) -> text(node, longest));
    }

    /// The objects of an array, as `read` understands them. One that makes no sense is left out and noted, the others
    /// are kept.
    <T> List<T> objects(String key, Function<JsonFieldReaderWithDefaults, Optional<T>> read) {
        return elements(key,
                (where, node) -> node instanceof ObjectNode inner
                        ? read.apply(new JsonFieldReaderWithDefaults(inner, where + ".", replaced))
                        : Optional.empty());
    }

    private <T> List<T> elements(String key, BiFunction<String, JsonNode, Optional<T>> read) {
        JsonNode empty = JsonNodeFactory.instance.arrayNode();
        JsonNode array = take(key, empty, node -> node.isArray() ? Optional.of(node) : Optional.empty());
        List<T> all = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String where = path + key + "[" + i + "]";
            read.apply(where, array.path(i)).ifPresentOrElse(all::add, () -> replaced.add(where));
        }
        return all;
    }

    private static boolean isWithin(JsonNode node, double least, double most) {
        return node.isNumber() && node.doubleValue() >= least && node.doubleValue() <= most;
    }
}
