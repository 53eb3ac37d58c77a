package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// How a value of ours stands in its file.
interface JsonFileMapping<T> {

    /// Grows when a file can no longer be understood by the version before; new keys alone don't count.
    int VERSION = 1;

    /// What was found in a tree.
    ///
    /// @param replaced
    ///            keys whose values made no sense and were replaced by defaults or left out
    record Parsed<T>(T value, List<String> replaced) {
        public Parsed {
            replaced = List.copyOf(replaced);
        }
    }

    String fileName();

    /// What counts when there is no file.
    T defaults();

    /// Takes what makes sense.
    Parsed<T> parse(ObjectNode root);

    /// Every key of ours is always written, so that objects of ours that stand for the same thing have the same shape.
    ObjectNode render(T value);

    /// The file's version as it stands there, if it is newer than ours.
    default Optional<String> newerVersion(ObjectNode root) {
        JsonNode version = root.path("version");
        return version.isNumber() && version.doubleValue() >= VERSION + 1
                ? Optional.of(version.asText())
                : Optional.empty();
    }
}
