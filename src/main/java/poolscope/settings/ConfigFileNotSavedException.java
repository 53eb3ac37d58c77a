package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import poolscope.disk.DiskWriteErrorCause;

/// The settings are as they were on the disk; the program goes on with those in memory.
public final class ConfigFileNotSavedException extends IOException {

    /// What stood in the way.
    public enum Why {
        /// A newer version of the program wrote the file; it must not be rewritten.
        NEWER_VERSION("a newer version wrote the file, which is left as it is"),
        /// Another instance was saving all the while. Worth another try.
        BUSY("another instance is saving"),
        /// The damaged file could not be set aside, so it must not be overwritten.
        BAD_FILE_NOT_KEPT("the damaged file could not be set aside"),
        /// What stands in the file's place could be read at the start and can't now. Worth another try.
        UNREADABLE("what stands there can't be read now"),
        /// `settings.json` is a link to a place that is not there.
        LINK_LEADS_NOWHERE("the link leads to a folder that is not there"),
        /// The disk is full.
        FULL("the disk is full"),
        /// The disk takes no changes.
        READ_ONLY("the disk is read-only"),
        /// The system does not let us.
        DENIED("the system denies it"),
        /// The folder is gone and can't be made again.
        NO_FOLDER("the folder can't be made"),
        /// Another program holds the file.
        IN_USE("another program has the file open"),
        /// The disk has not answered yet. Worth another try.
        NO_ANSWER("the disk does not answer"),
        /// The disk is gone or fails, or whatever else.
        DISK("the file could not be written");

        private final String sentence;

        /// What kept a file from being written.
        public static Why of(IOException e, Path file) {
            return switch (DiskWriteErrorCause.of(e, file)) {
                case FULL -> FULL;
                case READ_ONLY -> READ_ONLY;
                case DENIED -> DENIED;
                case IN_USE -> IN_USE;
                case NO_FOLDER -> NO_FOLDER;
                case OTHER -> DISK;
            };
        }

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    private final String file;
    private final Why why;

    ConfigFileNotSavedException(Path file, Why why, IOException cause) {
        super("Settings not saved to " + file + ": " + why.sentence + " (" + cause + ")", cause);
        this.file = file.toString();
        this.why = why;
    }

    ConfigFileNotSavedException(Path file, Why why) {
        super("Settings not saved to " + file + ": " + why.sentence);
        this.file = file.toString();
        this.why = why;
    }

    public Path file() {
        return Path.of(file);
    }

    public Why why() {
        return why;
    }
}
