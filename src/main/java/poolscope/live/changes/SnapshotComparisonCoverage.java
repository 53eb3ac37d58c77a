package poolscope.live.changes;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Which connections are compared with a file, and which can't be.
///
/// @param compared
///            those that are
/// @param notCompared
///            those of which nothing is known that could be compared: their pools have no marks, which does not mean
///            that nothing changed
public record SnapshotComparisonCoverage(SnapshotToCompareWith comparison, List<Compared> compared,
        List<NotCompared> notCompared) {
    public SnapshotComparisonCoverage {
        compared = List.copyOf(compared);
        notCompared = List.copyOf(notCompared);
    }

    /// A connection whose project is in the file.
    ///
    /// @param connectionId
    ///            its key
    /// @param connection
    ///            its name
    /// @param inFile
    ///            the name that the connection to the same project has in the file
    /// @param readAt
    ///            when the pools in the file were read
    /// @param isWhole
    ///            whether the list in the file was ever read completely; otherwise no pool counts as new
    public record Compared(String connectionId, String connection, String inFile, Instant readAt, boolean isWhole) {}

    /// A connection without anything to compare it with.
    ///
    /// @param connectionId
    ///            its key
    /// @param connection
    ///            its name
    public record NotCompared(String connectionId, String connection, Reason reason) {}

    /// Why a connection is not compared.
    public enum Reason {
        /// The file does not have its project.
        NOT_IN_FILE,
        /// The file has nothing of its project of that time.
        NOT_AT_THAT_TIME,
        /// The service was asked for other pools when the file was written than it is asked for here.
        ASKED_DIFFERENTLY,
        /// It was not read here since the file was written.
        NOT_READ_SINCE
    }

    /// Without the other connections.
    SnapshotComparisonCoverage ofConnections(Set<String> ids) {
        return new SnapshotComparisonCoverage(comparison,
                compared.stream().filter(one -> ids.contains(one.connectionId())).toList(),
                notCompared.stream().filter(one -> ids.contains(one.connectionId())).toList());
    }

    boolean isCompared(String connectionId) {
        return compared.stream().anyMatch(one -> one.connectionId().equals(connectionId));
    }
}
