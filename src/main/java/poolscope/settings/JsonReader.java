package poolscope.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// Finds out what stands in a file of ours; never throws.
///
/// @param form
///            what should stand there
/// @param ops
///            the disk
record JsonReader<T>(JsonMapping<T> form, FileOps ops) {

    /// Larger than that is no file of ours, in bytes.
    static final int LARGEST = 8 << 20;

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
        ///            all keys that could be read, ours and others
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
        LenientJsonReader.Tree tree = LenientJsonReader.read(bytes);
        JsonMapping.Parsed<T> parsed = form.parse(tree.root());
        return new Found.Content<>(bytes, tree.root(), parsed.value(),
                new FileNotice.Damage(tree.broken(), parsed.replaced()));
    }
}
