package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The history of one connection, read and written by this process. Not safe for use by several threads.
final class ConnectionHistory {
    private final ConnectionHistoryFiles files;
    private final SegmentWriter.Room others;
    private final ConnectionHistoryReader reader;
    private Optional<SegmentWriter> writer = Optional.empty();
    /// The newest segment, when it was read and nothing was written since.
    private Optional<SegmentEnd> end = Optional.empty();
    private boolean isReadAhead;

    private ConnectionHistory(ConnectionHistoryFiles files, SegmentWriter.Room others, ConnectionHistoryReader reader) {
        this.files = files;
        this.others = others;
        this.reader = reader;
    }

    /// Removes what killed processes left; reads nothing.
    ///
    /// @param others
    ///            makes room for a new segment
    /// @param onDamage
    ///            given the copy of each damaged segment
    static ConnectionHistory open(ConnectionHistoryFiles files, SegmentWriter.Room others, Clock clock,
            Consumer<Path> onDamage) throws IOException {
        files.sweep();
        return new ConnectionHistory(files, others, new ConnectionHistoryReader(files, clock, onDamage));
    }

    ConnectionHistoryReader reader() {
        return reader;
    }

    /// Reads the newest pools, so that the next call of [#newest] need not.
    void readAhead() throws IOException {
        end = reader.newest();
        isReadAhead = true;
    }

    Optional<KnownPoolsAtTime> newest() throws IOException {
        if (!isReadAhead) end = reader.newest();
        isReadAhead = false;
        return end.map(SegmentEnd::known);
    }

    List<ConnectionHistoryReader.Moment> moments(Instant since) throws IOException {
        return reader.moments(since, writer);
    }

    /// Writes down the last known pools: appended to the segment that is being written, or else to that of an earlier
    /// run; otherwise they begin one.
    ///
    /// @return the number of bytes appended
    /// @throws IOException
    ///             if the disk refuses; the next call begins a new segment
    long add(KnownPoolsAtTime now) throws IOException {
        var last = end;
        end = Optional.empty();
        isReadAhead = false;
        try {
            if (writer.isEmpty() && last.isPresent() && last.get().isContinuedBy(now))
                writer = files.resume(last.get());
            if (takes(now)) return writer.orElseThrow().add(now);
            finish();
            release();
            writer = Optional.of(files.begin(now, others));
            return 0;
        } catch (IOException refused) {
            release();
            throw refused;
        }
    }

    /// Whether the next pools can be appended to the segment that is being written.
    boolean takes(KnownPoolsAtTime now) {
        return writer.isPresent() && writer.get().takes(now);
    }

    /// Writes down when the connection was read last.
    ///
    /// @throws IOException
    ///             if the disk refuses; the next reading begins a new segment
    void finish() throws IOException {
        try {
            if (writer.isPresent()) writer.get().finish();
        } catch (IOException refused) {
            release();
            throw refused;
        }
    }

    /// Shows other processes that nothing is written any more.
    void release() {
        writer.ifPresent(SegmentWriter::release);
        writer = Optional.empty();
    }
}
