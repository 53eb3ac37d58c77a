package poolscope.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/// Finds out what stands in a settings file; never throws.
///
/// @param ops
///            the disk
record SettingsReader(FileOps ops) {

    /// Larger than that is no settings file of ours, in bytes.
    static final int LARGEST = 8 << 20;

    /// What stands at a path.
    sealed interface Found {
        record Nothing() implements Found {}

        /// Something that can't be read.
        record Blocked(Notice.Obstacle obstacle) implements Found {}

        /// A file, and what could be understood of it.
        ///
        /// @param bytes
        ///            the file as it is
        /// @param root
        ///            all keys that could be read, ours and others
        record Content(byte[] bytes, ObjectNode root, Settings settings, Notice.Damage damage) implements Found {
            boolean isDamaged() {
                return damage.broken() || !damage.replaced().isEmpty();
            }
        }

        /// Whether a save that was cut off can have left this: no file, or one that is not one whole JSON object.
        default boolean isMissingOrTorn() {
            return switch (this) {
                case Nothing _ -> true;
                case Blocked _ -> false;
                case Content content -> content.damage().broken();
            };
        }
    }

    Found read(Path file) {
        try {
            return switch (ops.kind(file)) {
                case MISSING -> new Found.Nothing();
                case DANGLING_LINK -> new Found.Blocked(Notice.Obstacle.DANGLING_LINK);
                case OTHER -> new Found.Blocked(Notice.Obstacle.NOT_A_FILE);
                case FILE -> understand(ops.read(file, LARGEST + 1));
            };
        } catch (AccessDeniedException denied) {
            return new Found.Blocked(Notice.Obstacle.DENIED);
        } catch (IOException disk) {
            return new Found.Blocked(Notice.Obstacle.DISK);
        }
    }

    private static Found understand(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Found.Blocked(Notice.Obstacle.TOO_LARGE);
        }
        Salvage.Tree tree = Salvage.read(bytes);
        SettingsJson.Parsed parsed = SettingsJson.parse(tree.root());
        return new Found.Content(bytes, tree.root(), parsed.settings(), new Notice.Damage(tree.broken(), parsed.replaced()));
    }
}
