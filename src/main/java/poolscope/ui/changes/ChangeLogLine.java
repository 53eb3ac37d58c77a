package poolscope.ui.changes;

import java.time.Instant;
import java.util.Optional;
import poolscope.live.changes.WholeConnectionChange;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.FieldChange;

/// A line of the change log.
sealed interface ChangeLogLine {

    /// When it was seen; of a period, its beginning.
    Instant seenAt();

    /// The name of the connection.
    String connection();

    default Optional<Pool> pool() {
        return Optional.empty();
    }

    default ChangeBetterOrWorse meaning() {
        return ChangeBetterOrWorse.NEUTRAL;
    }

    /// What became of one pool.
    sealed interface OfEntry extends ChangeLogLine {
        ChangeLogEntry entry();

        @Override
        default Instant seenAt() {
            return entry().seenAt();
        }

        @Override
        default String connection() {
            return entry().connection();
        }

        @Override
        default Optional<Pool> pool() {
            return Optional.of(entry().change().pool());
        }
    }

    /// A field of a pool.
    record OfField(ChangeLogEntry entry, FieldChange change) implements OfEntry {
        @Override
        public ChangeBetterOrWorse meaning() {
            return change.meaning();
        }
    }

    /// A pool that is new or gone.
    record OfPool(ChangeLogEntry entry) implements OfEntry {
        @Override
        public ChangeBetterOrWorse meaning() {
            return entry.change().meaning();
        }
    }

    /// All pools of a connection at once.
    record OfConnection(WholeConnectionChange change) implements ChangeLogLine {
        @Override
        public Instant seenAt() {
            return change.seenAt();
        }

        @Override
        public String connection() {
            return change.connection();
        }

        @Override
        public ChangeBetterOrWorse meaning() {
            return switch (change.kind()) {
                case ALL_NEW -> ChangeBetterOrWorse.BETTER;
                case ALL_GONE -> ChangeBetterOrWorse.WORSE;
            };
        }
    }

    /// The first known reading of a connection.
    record FirstReading(String connection, Instant seenAt, int pools) implements ChangeLogLine {}

    /// A period in which nobody watched a connection, so that nobody knows what changed and changed back.
    ///
    /// @param wasClosed
    ///            whether the program did not run; otherwise the service did not answer
    record Unwatched(String connection, Instant seenAt, Instant until, boolean wasClosed) implements ChangeLogLine {}
}
