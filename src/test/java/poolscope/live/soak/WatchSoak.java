package poolscope.live.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import poolscope.HeldResources;
import poolscope.MovableClock;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.soak.ChangingService.Kind;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.watch.WatchRuleMatchChange;

/// Thousands of refreshes of services that change while they are read and err in 15 of 100 answers, as the window makes
/// them: recorded on the disk, compared, watched. After each of them the list on screen, the log of changes, the marks
/// and the notifications are compared with [ExpectedHistory].
///
/// Run by `mvn -Psoak verify`; the argument is the number of refreshes, of all connections together. Exits with 1 when
/// anything is wrong, or when heap, threads or descriptors are not flat.
final class WatchSoak implements AutoCloseable {
    private static final int POOLS = 36;
    /// A month passes in ten thousand refreshes, so that the oldest history is deleted.
    private static final Duration BETWEEN = Duration.ofMinutes(19);
    private static final int LOOK_EVERY = 25;
    private static final int ROUNDS_COMPARED_ON_DISK = 100;
    private static final int MOST_PROBLEMS = 20;
    /// Refreshes before anything is compared: logs of fixed length are full then.
    private static final int FIRST = 1_000;
    private static final long MOST_HEAP_MORE = 2L << 20;
    /// What a change takes in memory, as the log in memory counts it.
    private static final long MOST_HEAP_PER_CHANGE = 1_500;

    private final MovableClock clock = new MovableClock();
    private final Path folder = Files.createTempDirectory("watch-soak");
    private final List<ChangingService> services = new ArrayList<>();
    private final Map<Kind, ExpectedHistory> expected = new EnumMap<>(Kind.class);
    private final Deque<Round> lastRounds = new ArrayDeque<>();
    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final WatchingProgram program;
    private int changes;
    private int hits;
    private boolean isForgotten;

    /// What the log must have of one moment, by connection.
    private record Round(Instant at, Map<Kind, List<String>> log) {}

    WatchSoak(long seed) throws IOException {
        for (var kind : Kind.values()) {
            services.add(new ChangingService(kind, POOLS, seed * Kind.values().length + kind.ordinal()));
            expected.put(kind, new ExpectedHistory());
        }
        program = new WatchingProgram(folder, clock, services);
    }

    /// @param arguments
    ///            the number of refreshes
    public static void main(String[] arguments) throws Exception {
        boolean passes;
        try (var soak = new WatchSoak(1)) {
            passes = soak.passes(Integer.parseInt(arguments[0]));
        }
        System.exit(passes ? 0 : 1);
    }

    private boolean passes(int refreshes) throws Exception {
        long begun = System.nanoTime();
        int first = Math.max(refreshes / 10, Math.min(FIRST, refreshes / 2));
        run(first);
        var early = held(Optional.empty());
        int earlyChanges = changes;
        run(refreshes - first);
        var late = held(Optional.of(early));
        int logged = changes - earlyChanges;
        compareFiles();
        report((System.nanoTime() - begun) / 1_000_000_000, refreshes);
        program.forget();
        isForgotten = true;
        var end = held(Optional.of(early));
        System.out.printf(Locale.ROOT, "early %s%nlate  %s, with %d changes more in the log%nend   %s, log deleted%n",
                early, late, logged, end);
        flat("late", early, late, MOST_HEAP_MORE + logged * MOST_HEAP_PER_CHANGE);
        flat("end", early, end, MOST_HEAP_MORE);
        if (faults() == 0) problem("nothing went wrong");
        problems.forEach(System.out::println);
        System.out.println(problems.isEmpty() ? "Nothing was lost, invented or left behind" : "FAILED");
        return problems.isEmpty();
    }

    private void flat(String when, HeldResources before, HeldResources now, long mostHeapMore) {
        if (now.descriptors() > before.descriptors()) problem(when + ": more descriptors");
        if (now.threads() > before.threads()) problem(when + ": more threads, " + Thread.getAllStackTraces().keySet());
        if (now.heap() > before.heap() + mostHeapMore) problem(when + ": more heap");
    }

    /// Refreshes so often, of all connections together. The first refresh of all is a good one.
    void run(int refreshes) throws InterruptedException {
        for (int i = 0; i < refreshes; i += services.size()) {
            round();
            services.forEach(service -> service.setStill(false));
        }
    }

    /// After good readings, when each connection has its sockets open, as between two refreshes. What is being closed
    /// at this moment gets the time to end.
    ///
    /// @param early
    ///            what was held before; empty for the first time
    private HeldResources held(Optional<HeldResources> early) throws Exception {
        services.forEach(service -> service.setStill(true));
        round();
        round();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var held = HeldResources.now();
        while (early.isPresent() && hasMore(early.get(), held) && System.nanoTime() < end) {
            round();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            held = HeldResources.now();
        }
        return held;
    }

    private static boolean hasMore(HeldResources before, HeldResources now) {
        return now.descriptors() > before.descriptors() || now.threads() > before.threads()
                || now.heap() > before.heap() + MOST_HEAP_MORE;
    }

    private void round() throws InterruptedException {
        clock.advance(BETWEEN);
        services.forEach(ChangingService::beginRound);
        var before = program.observableTickedConnectionPools.sources()
                .stream()
                .map(ObservableConnectionInventory::inventory)
                .toList();
        program.refresh();
        Map<Kind, List<String>> log = new EnumMap<>(Kind.class);
        List<String> expectedHits = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            var source = program.observableTickedConnectionPools.sources().get(i);
            var read = source.inventory();
            count(source);
            if (isWhole(before.get(i)) && !isWhole(read))
                problem("a part has replaced the whole list of " + source.serviceAndProject().id());
            var one = read.isEmpty() || read.equals(before.get(i))
                    ? ExpectedHistory.nothing()
                    : expected.get(services.get(i).kind()).read(read.get(), services.get(i).states());
            one.wrong().forEach(this::problem);
            expectedHits.addAll(one.hits());
            log.put(services.get(i).kind(), one.log());
        }
        compareWithProgram(log, expectedHits);
        lastRounds.addLast(new Round(clock.instant(), log));
        if (lastRounds.size() > ROUNDS_COMPARED_ON_DISK) lastRounds.removeFirst();
        if (lastRounds.size() % LOOK_EVERY == 0) look();
    }

    private void look() {
        program.look();
        expected.values().forEach(ExpectedHistory::look);
    }

    private static boolean isWhole(Optional<Inventory> shown) {
        return shown.filter(Inventory::isComplete).isPresent();
    }

    private void count(ObservableConnectionInventory source) {
        var state = source.state().getClass().getSimpleName();
        var how = isWhole(source.inventory()) ? "whole list on screen" : "part on screen";
        outcomes.merge(state + ", " + how, 1, Integer::sum);
    }

    private void compareWithProgram(Map<Kind, List<String>> log, List<String> expectedHits) {
        var all = log.values().stream().flatMap(List::stream).toList();
        changes += all.size();
        hits += expectedHits.size();
        if (isForgotten) return;
        same("log", all,
                ExpectedHistory.lines(program.recorder.poolHistory().changesSince(clock.instant()), clock.instant()));
        same("notifications", expectedHits,
                program.notified.stream()
                        .flatMap(notification -> notification.hits().stream())
                        .flatMap(WatchSoak::lines)
                        .toList());
        same("marks", expected.values().stream().flatMap(one -> one.differing().stream()).toList(),
                program.tracker.changes().marks().keySet().stream().map(key -> key.key()).toList());
    }

    private static Stream<String> lines(WatchRuleMatchChange hit) {
        return hit.pools().stream().map(pool -> hit.kind() + " " + pool.key());
    }

    private void same(String what, Collection<String> expectedLines, Collection<String> found) {
        var wanted = expectedLines.stream().sorted().toList();
        var there = found.stream().sorted().toList();
        if (wanted.equals(there)) return;
        Set<String> missing = new HashSet<>(wanted);
        there.forEach(missing::remove);
        Set<String> tooMuch = new HashSet<>(there);
        wanted.forEach(tooMuch::remove);
        problem(what + " at " + clock.instant() + ": missing " + missing + ", too much " + tooMuch + ", "
                + wanted.size() + " expected, " + there.size() + " found");
    }

    private void problem(String what) {
        if (problems.size() < MOST_PROBLEMS) problems.add(what);
    }

    /// What another start finds on the disk: the last known pools of each connection, and the last changes.
    void compareFiles() throws IOException {
        var since = lastRounds.getFirst().at();
        var again = HistoryFolder.in(folder, FileSystemOperations.ofDisk(), clock, copy -> problem("damaged: " + copy));
        for (var service : services) {
            var id = service.serviceAndProject().id();
            var known = again.newest(id).orElseThrow().pools();
            same("newest pools of " + id + " on the disk",
                    expected.get(service.kind()).known().entrySet().stream().map(Object::toString).toList(),
                    known.stream().map(WatchSoak::line).toList());
            var log = again.changesSince(id, since);
            for (var round : lastRounds)
                same("log of " + id + " on the disk of " + round.at(), round.log().get(service.kind()),
                        ExpectedHistory.lines(log, round.at()));
        }
        if (again.size() > HistoryFolder.MOST_BYTES) problem("the history is larger than it may be");
        compareAge();
    }

    private static String line(Pool pool) {
        return pool.key() + "=" + ServicePool.facts(pool);
    }

    /// Of each connection, the second segment was begun less than 30 days ago: the first one is needed until then.
    private void compareAge() throws IOException {
        var oldest = clock.instant().minus(HistoryFolder.LONGEST).minus(Duration.ofDays(1)).toString();
        for (var service : services)
            try (var files = Files.list(program.history.folder().resolve(service.serviceAndProject().id()))) {
                var names = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".gz"))
                        .sorted()
                        .toList();
                if (names.size() > 2 && names.get(1).compareTo(oldest.replace("-", "").replace(":", "")) < 0)
                    problem("older than 30 days: " + names);
            }
    }

    private long faults() {
        return services.stream().mapToLong(service -> service.http().faultsPlayed()).sum();
    }

    private void report(long seconds, int refreshes) throws IOException {
        outcomes.forEach((outcome, times) -> System.out.printf(Locale.ROOT, "%8d  %s%n", times, outcome));
        System.out.printf(Locale.ROOT,
                "%d refreshes in %d s, %d requests, %d of them answered wrongly; %d lines in the log, %d pools notified, history %d KiB%n",
                refreshes, seconds, services.stream().mapToLong(service -> service.http().requests()).sum(), faults(),
                changes, hits, program.history.size() >> 10);
    }

    /// What was wrong so far.
    List<String> problems() {
        return List.copyOf(problems);
    }

    /// How often each outcome was.
    Map<String, Integer> outcomes() {
        return Map.copyOf(outcomes);
    }

    int changes() {
        return changes;
    }

    int hits() {
        return hits;
    }

    @Override
    public void close() throws IOException {
        program.close();
        for (var service : services)
            service.close();
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList())
                Files.delete(path);
        }
    }
}
