package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import poolscope.disk.FileSystemOperations;

/// Deletes old history: what is older than the longest time it is kept, and the oldest when there is too much.
///
/// @param most
///            how much is kept, in bytes
record HistoryRetention(Path folder, FileSystemOperations ops, long most) {

    /// @param until
    ///            when the next segment of the connection was begun; [Instant#MIN] for a copy of a damaged one
    private record Old(Path file, Instant until, long size) {}

    /// The folders of the connections.
    List<Path> connections() throws IOException {
        List<Path> connections = new ArrayList<>();
        if (ops.kind(folder) != FileSystemOperations.Kind.OTHER) return connections;
        for (Path path : ops.list(folder))
            if (ops.kind(path) == FileSystemOperations.Kind.OTHER) connections.add(path);
        return connections;
    }

    long size() throws IOException {
        long size = 0;
        for (Path connection : connections())
            for (Path file : ops.list(connection))
                size += ops.size(file);
        return size;
    }

    /// Deletes the oldest segments, and copies of damaged ones before them; never the newest of a connection.
    ///
    /// @param coming
    ///            how much is about to be written, in bytes
    void prune(Instant now, long coming) throws IOException {
        long size = size() + coming;
        var oldest = now.minus(HistoryFolder.LONGEST);
        for (Old old : deletable()) {
            if (!old.until().isBefore(oldest) && size <= most) continue;
            if (ConnectionHistoryFiles.isBad(old.file()) && size <= most) continue;
            ops.delete(old.file());
            size -= old.size();
        }
    }

    private List<Old> deletable() throws IOException {
        List<Old> all = new ArrayList<>();
        for (Path connection : connections()) {
            var files = new ConnectionHistoryFiles(connection, ops);
            var segments = files.segments();
            for (int i = 0; i + 1 < segments.size(); i++)
                all.add(new Old(segments.get(i), ConnectionHistoryFiles.begun(segments.get(i + 1)),
                        ops.size(segments.get(i))));
            for (Path file : files.all())
                if (ConnectionHistoryFiles.isBad(file)) all.add(new Old(file, Instant.EPOCH, ops.size(file)));
        }
        all.sort(Comparator.comparing(Old::until));
        return all;
    }
}
