package poolscope.ui.changes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.connection.ServiceAndProject;
import poolscope.live.changes.ComparisonHistory;
import poolscope.live.changes.PeriodsWithoutRefresh;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.PoolHistory;
import poolscope.live.changes.WholeConnectionChange;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolChange;

/// Makes the lines of the change log, in the background.
///
/// @param connections
///            the ticked ones
/// @param isStepByStep
///            whether every step is a line; otherwise what is different in the end
/// @param startedAt
///            when the program started
record ChangeLogLineBuilder(PoolChanges changes, List<ServiceAndProject> connections, boolean isStepByStep,
        Instant startedAt, Instant now) {
    private static final int NEWEST_MOMENTS = 10;

    /// @param lines
    ///            newest first
    /// @param moments
    ///            some of the kept moments, to compare with, newest first
    record Content(List<ChangeLogLine> lines, List<Instant> moments) {
        static final Content NONE = new Content(List.of(), List.of());
    }

    /// @param recorded
    ///            has the moments to compare with
    /// @param history
    ///            what the changes were counted with
    Content read(PoolHistory recorded, ComparisonHistory history) {
        List<ChangeLogLine> unwatched = new ArrayList<>();
        List<ChangeLogLine> lines = new ArrayList<>();
        for (var one : connections)
            since(one, history).ifPresent(from -> {
                unwatched.addAll(unwatched(one, from, history));
                if (isStepByStep) lines.addAll(steps(one, from, history));
            });
        if (!isStepByStep && changes.base().actual().isPresent()) lines.addAll(net());
        lines.addAll(unwatched);
        lines.sort(Comparator.comparing(ChangeLogLine::seenAt).reversed());
        var moments = connections.stream()
                .flatMap(serviceAndProject -> recorded.moments(serviceAndProject.id()).stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Content(List.copyOf(lines), offered(moments, now));
    }

    /// The newest moments, then the last one of each hour, then the last one of each day: a list to choose from.
    static List<Instant> offered(List<Instant> newestFirst, Instant now) {
        List<Instant> offered = new ArrayList<>();
        for (var moment : newestFirst) {
            boolean isOfToday = moment.isAfter(now.minus(1, ChronoUnit.DAYS));
            var unit = isOfToday ? ChronoUnit.HOURS : ChronoUnit.DAYS;
            if (offered.size() < NEWEST_MOMENTS
                    || !moment.truncatedTo(unit).equals(offered.getLast().truncatedTo(unit)))
                offered.add(moment);
        }
        return List.copyOf(offered);
    }

    private Optional<Instant> since(ServiceAndProject serviceAndProject, ComparisonHistory history) {
        return changes.base()
                .actual()
                .map(actual -> changes.base().wanted().orElse(actual))
                .flatMap(from -> history.countedFrom(serviceAndProject.id(), from));
    }

    private List<ChangeLogLine.Unwatched> unwatched(ServiceAndProject serviceAndProject, Instant from,
            ComparisonHistory earlier) {
        return PeriodsWithoutRefresh.between(earlier, serviceAndProject.id(), from, now)
                .stream()
                .map(period -> new ChangeLogLine.Unwatched(serviceAndProject.name(), period.start(), period.end(),
                        period.start().isBefore(startedAt)))
                .toList();
    }

    private List<ChangeLogLine> net() {
        return Stream
                .concat(changes.connections().stream().map(ChangeLogLine.OfConnection::new),
                        changes.net().stream().flatMap(ChangeLogLineBuilder::lines))
                .toList();
    }

    private List<ChangeLogLine> steps(ServiceAndProject connection, Instant from, ComparisonHistory history) {
        Map<Instant, List<ChangeLogEntry>> refreshes = new LinkedHashMap<>();
        for (var entry : history.changesAfter(connection.id(), from))
            refreshes.computeIfAbsent(entry.seenAt(), _ -> new ArrayList<>()).add(entry);
        List<ChangeLogLine> lines = new ArrayList<>();
        if (changes.base().snapshot().isEmpty()) firstReading(connection, from, history).ifPresent(lines::add);
        refreshes.values()
                .forEach(entries -> whole(entries, history).ifPresentOrElse(lines::add,
                        () -> entries.stream().flatMap(ChangeLogLineBuilder::lines).forEach(lines::add)));
        return lines;
    }

    private static Optional<ChangeLogLine> firstReading(ServiceAndProject serviceAndProject, Instant from,
            ComparisonHistory earlier) {
        return earlier.earliest(serviceAndProject.id())
                .filter(first -> !first.isBefore(from))
                .flatMap(first -> earlier.at(serviceAndProject.id(), first)
                        .map(known -> new ChangeLogLine.FirstReading(serviceAndProject.name(), first,
                                known.pools().size())));
    }

    /// @param entries
    ///            what one refresh of one connection found
    private static Optional<ChangeLogLine> whole(List<ChangeLogEntry> entries, ComparisonHistory earlier) {
        if (entries.size() < 2) return Optional.empty();
        var first = entries.getFirst();
        boolean isNew = entries.stream().allMatch(entry -> entry.change() instanceof PoolChange.Appeared);
        boolean isGone = entries.stream().allMatch(entry -> entry.change() instanceof PoolChange.Gone);
        if (!isNew && !isGone) return Optional.empty();
        var empty = isNew ? first.seenAt().minusNanos(1) : first.seenAt();
        return earlier.at(first.connectionId(), empty)
                .filter(known -> known.pools().isEmpty())
                .map(_ -> new ChangeLogLine.OfConnection(
                        new WholeConnectionChange(first.connectionId(), first.connection(),
                                isNew ? WholeConnectionChange.Kind.ALL_NEW : WholeConnectionChange.Kind.ALL_GONE,
                                entries.size(), first.seenAt())));
    }

    private static Stream<ChangeLogLine> lines(ChangeLogEntry entry) {
        return switch (NetChangesCalculator.visible(entry.change()).orElse(null)) {
            case null -> Stream.empty();
            case PoolChange.Appeared _, PoolChange.Gone _ -> Stream.of(new ChangeLogLine.OfPool(entry));
            case PoolChange.Changed changed -> changed.fields()
                    .stream()
                    .filter(field -> !field.isRepetition())
                    .map(field -> new ChangeLogLine.OfField(entry, field));
        };
    }
}
