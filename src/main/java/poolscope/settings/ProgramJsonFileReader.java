package poolscope.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;

/// Reads a JSON file of the program; never throws.
///
/// A file that is not one whole JSON object gives the defaults: saves replace files atomically, so such a file is not
/// the usual end of a crash, and [DamagedFileArchive] keeps it.
///
/// @param form
///            what should stand there
/// @param ops
///            the disk
record ProgramJsonFileReader<T>(JsonFileMapping<T> form, FileSystemOperations ops) {

    /// In bytes; a larger file is not read.
    static final int LARGEST = 8 << 20;

    /// Numbers stay exact: keys that a newer version wrote are saved again as they were.
    private static final ObjectReader WHOLE_OBJECT = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .readerFor(ObjectNode.class);

    /// What stands at a path.
    sealed interface Found<T> {
        record Nothing<T>() implements Found<T> {}

        /// Something that can't be read.
        record Blocked<T>(FileNotice.Obstacle obstacle) implements Found<T> {}

        /// A file, and what could be understood of it.
        ///
        /// @param bytes
        ///            the file as it is
        /// @param root
        ///            all keys, known and unknown; none when the file is not one whole JSON object
        record Content<T>(byte[] bytes, ObjectNode root, T value, FileNotice.Damage damage) implements Found<T> {
            boolean isDamaged() {
                return damage.broken() || !damage.replaced().isEmpty();
            }
        }

        /// Whether a save that was cut off can have left this: no file, or one that is not one whole JSON object.
        default boolean isMissingOrTorn() {
            return switch (this) {
                case Nothing<T> _ -> true;
                case Blocked<T> _ -> false;
                case Content<T> content -> content.damage().broken();
            };
        }
    }

    Found<T> read(Path file) {
        try {
            return switch (ops.kind(file)) {
                case MISSING -> new Found.Nothing<>();
                case DANGLING_LINK -> new Found.Blocked<>(FileNotice.Obstacle.DANGLING_LINK);
                case OTHER -> new Found.Blocked<>(FileNotice.Obstacle.NOT_A_FILE);
                case FILE -> understand(ops.read(file, LARGEST + 1));
            };
        } catch (AccessDeniedException denied) {
            return new Found.Blocked<>(FileNotice.Obstacle.DENIED);
        } catch (IOException disk) {
            return new Found.Blocked<>(FileNotice.Obstacle.DISK);
        }
    }

    private Found<T> understand(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Found.Blocked<>(FileNotice.Obstacle.TOO_LARGE);
        }
        Optional<ObjectNode> object = parse(bytes);
        ObjectNode root = object.orElseGet(JsonNodeFactory.instance::objectNode);
        JsonFileMapping.Parsed<T> parsed = form.parse(root);
        return new Found.Content<>(bytes, root, parsed.value(),
                new FileNotice.Damage(object.isEmpty(), parsed.replaced()));
    }

    private static Optional<ObjectNode> parse(byte[] bytes) {
        TextDecoder textDecoder = TextDecoder.of(bytes);
        if (textDecoder.damaged()) {
            return Optional.empty();
        }
        try {
            return WHOLE_OBJECT.readTree(textDecoder.text()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException | ArithmeticException | NumberFormatException notJson) {
            return Optional.empty();
        }
    }
}
