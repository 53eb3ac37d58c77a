package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RecordedReadingOfConnection;

/// Reads the segments of one connection; damaged ones are repaired on the way.
final class ConnectionHistoryReader {
    /// Two programs that run at once write two segments of the same time.
    private static final int OF_ONE_TIME = 2;

    private final ConnectionHistoryFiles files;
    private final Clock clock;
    private final Consumer<Path> onDamage;
    private final Map<Path, List<Moment>> scanned = new HashMap<>();

    /// @param isChange
    ///            whether the pools were different from before, or were first read
    record Moment(Instant readAt, boolean isChange) {
        static Moment of(SegmentEntry event) {
            return new Moment(event.readAt(), switch (event) {
                case SegmentEntry.Beginning _ -> true;
                case SegmentEntry.Difference difference -> difference.isChange();
            });
        }
    }

    /// @param onDamage
    ///            given the copy of each damaged segment
    ConnectionHistoryReader(ConnectionHistoryFiles files, Clock clock, Consumer<Path> onDamage) {
        this.files = files;
        this.clock = clock;
        this.onDamage = onDamage;
    }

    /// The end of the segment that was begun last, of those that can be read; it has the newest pools.
    Optional<SegmentEnd> newest() throws IOException {
        for (Path segment : files.segments().reversed()) {
            var end = end(segment);
            if (end.isPresent()) return end;
        }
        return Optional.empty();
    }

    private Optional<SegmentEnd> end(Path segment) throws IOException {
        var reading = new Reading(segment);
        var segmentReplay = new SegmentReplay();
        List<Moment> moments = new ArrayList<>();
        int beginning = 0;
        boolean isBesideOthers = false;
        for (var event = reading.next(); event != null; event = reading.next()) {
            segmentReplay.skip(reading.reader, event);
            if (moments.isEmpty()) beginning = reading.reader.bytesRead();
            isBesideOthers |= event instanceof SegmentEntry.Beginning first && first.isBesideOthers();
            moments.add(Moment.of(event));
        }
        var known = segmentReplay.known();
        if (known.isEmpty()) return Optional.empty();
        return Optional.of(new SegmentEnd(segment, known.get(), segmentReplay.keys(reading.reader), moments, beginning,
                reading.reader.bytesRead(), isBesideOthers));
    }

    /// The last known pools at a moment.
    Optional<KnownPoolsAtTime> at(Instant moment) throws IOException {
        List<KnownPoolsAtTime> found = new ArrayList<>();
        for (Path segment : begunBefore(moment).reversed()) {
            var reading = new Reading(segment);
            var segmentReplay = new SegmentReplay();
            for (var event = reading.next(); event != null && !event.readAt().isAfter(moment); event = reading.next())
                segmentReplay.skip(reading.reader, event);
            segmentReplay.known().ifPresent(found::add);
            if (found.size() == OF_ONE_TIME) break;
        }
        return found.stream().max(Comparator.comparing(KnownPoolsAtTime::readAt));
    }

    private List<Path> begunBefore(Instant moment) throws IOException {
        return files.segments()
                .stream()
                .filter(segment -> !ConnectionHistoryFiles.begun(segment).isAfter(moment))
                .toList();
    }

    /// Those that have all that was written since then.
    private List<Path> segmentsSince(Instant since) throws IOException {
        int begunBefore = begunBefore(since).size();
        return files.segments().stream().skip(Math.max(0, begunBefore - OF_ONE_TIME)).toList();
    }

    /// What changed since then.
    List<ChangeLogEntry> changesSince(Instant since) throws IOException {
        List<ChangeLogEntry> entries = new ArrayList<>();
        replay(since, (segmentReplay, step) -> {
            if (!step.readAt().isBefore(since))
                step.changes()
                        .forEach(change -> entries.add(new ChangeLogEntry(step.readAt(), change.key().connectionId(),
                                segmentReplay.connection(), change)));
            return true;
        });
        return entries;
    }

    /// The last known pools at a moment, if any, then what each later reading says.
    ///
    /// @param visitor
    ///            returns whether it wants more
    void forEachReading(Instant since, Predicate<RecordedReadingOfConnection> visitor) throws IOException {
        var before = at(since);
        if (before.isPresent()
                && !visitor.test(RecordedReadingOfConnection.whole(before.get().readAt(), before.get().pools())))
            return;
        replay(since, (_, step) -> !step.readAt().isAfter(since) || visitor.test(step.reading()));
    }

    /// Is given one event after the other.
    private interface Visitor {
        /// @return whether it wants more
        boolean visit(SegmentReplay segmentReplay, SegmentReplay.Step step);
    }

    /// Replays all that was written since then, and enough before it to know the pools of that time.
    private void replay(Instant since, Visitor visitor) throws IOException {
        var waiting = new PriorityQueue<>(Comparator.comparing((Reading reading) -> reading.due));
        for (Path segment : segmentsSince(since))
            waiting.add(new Reading(segment));
        var segmentReplay = new SegmentReplay();
        for (var reading = waiting.poll(); reading != null; reading = waiting.poll()) {
            var event = reading.event;
            if (event != null && !visitor.visit(segmentReplay, segmentReplay.apply(reading.reader, event))) return;
            if (reading.next() != null) waiting.add(reading);
        }
    }

    /// When something was first written down.
    Optional<Instant> earliest() throws IOException {
        for (Path segment : files.segments()) {
            var first = new Reading(segment).next();
            if (first != null) return Optional.of(first.readAt());
        }
        return Optional.empty();
    }

    /// The moments since then at which something was written down, and some before, in the order of time.
    ///
    /// @param writer
    ///            of the segment that grows: it knows its moments, so that the segment is not read after each refresh
    List<Moment> moments(Instant since, Optional<SegmentWriter> writer) throws IOException {
        List<Moment> moments = new ArrayList<>();
        for (Path segment : segmentsSince(since)) {
            var growing = writer.filter(one -> one.file().equals(segment));
            moments.addAll(growing.isPresent() ? growing.get().moments() : known(segment));
        }
        moments.sort(Comparator.comparing(Moment::readAt));
        return moments;
    }

    private List<Moment> known(Path segment) throws IOException {
        var known = scanned.get(segment);
        if (known == null) {
            known = scan(segment);
            scanned.put(segment, known);
        }
        return known;
    }

    private List<Moment> scan(Path segment) throws IOException {
        List<Moment> moments = new ArrayList<>();
        var reading = new Reading(segment);
        for (var event = reading.next(); event != null; event = reading.next())
            moments.add(Moment.of(event));
        return moments;
    }

    /// One segment while it is read. The file is opened by the first call of `next`.
    private final class Reading {
        private final Path segment;
        private byte[] bytes = new byte[0];
        private SegmentReader reader = new SegmentReader(bytes);
        private @Nullable SegmentEntry event;
        private Instant due;
        private boolean isOpen;

        Reading(Path segment) {
            this.segment = segment;
            due = ConnectionHistoryFiles.begun(segment);
        }

        /// The next event; null at the end.
        @Nullable
        SegmentEntry next() throws IOException {
            if (!isOpen) {
                isOpen = true;
                bytes = files.read(segment);
                reader = new SegmentReader(bytes);
            }
            event = reader.next().orElse(null);
            if (event != null) due = event.readAt();
            else if (reader.isDamaged())
                files.repair(segment, bytes, reader.bytesRead(), clock.instant()).ifPresent(onDamage);
            return event;
        }
    }
}
