package poolscope.history;

import java.io.IOException;

/// A file can't be opened as a snapshot.
public final class SnapshotNotOpenedException extends IOException {

    /// What is wrong with the file.
    public enum Reason {
        /// There is none (any more).
        MISSING,
        /// It is a folder, a device or a pipe.
        NOT_A_FILE,
        /// The system denies it to this user.
        DENIED,
        /// The system could not read it; the message has the system's words.
        UNREADABLE,
        EMPTY,
        /// It is neither a snapshot nor a history, or its first bytes are damaged.
        NOT_A_SNAPSHOT,
        /// It was written by a later version of the program.
        NEWER,
        /// It is damaged before the end of the first list of pools.
        DAMAGED,
        /// It has more than this process takes into memory.
        TOO_LARGE
    }

    private final Reason reason;

    SnapshotNotOpenedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// What is wrong with the file.
    public Reason reason() {
        return reason;
    }
}
