package poolscope.api.v1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import poolscope.HeldResources;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionTestRun;
import poolscope.connection.Credentials;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;

/// Reads for minutes from services that do something wrong to every seventh request, and looks whether anything is left
/// behind: descriptors, threads, heap. `mvn -Psoak verify -Dsoak.minutes=20`. Linux only.
///
/// A row that a complete list lacks, or that no service ever had, is as much a failure as a descriptor too many. Ends
/// with 1 then.
final class Soak {
    private static final int READERS = 6;
    private static final int POOLS = 2_500;
    private static final int READINGS_A_ROUND = 5;
    private static final long MOST_HEAP_MORE = 2L << 20;
    private static final HttpTimeouts SHORT = new HttpTimeouts(Duration.ofSeconds(2), Duration.ofMillis(500),
            Duration.ofSeconds(3), Duration.ofSeconds(20));

    private final List<SoakService> services = new ArrayList<>();
    private final List<ClusterListReader> readers = new ArrayList<>();
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final ConcurrentSkipListMap<String, AtomicLong> outcomes = new ConcurrentSkipListMap<>();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong invented = new AtomicLong();

    private @Nullable HeldResources first;

    private record Held(String when, HeldResources resources) {}

    private Soak() throws Exception {
        var real = RequestClockAndTimeouts.real();
        requestClockAndTimeouts = new RequestClockAndTimeouts(real.clock(), real.nanoTime(), real.random(), _ -> {
        }, SHORT);
        for (int i = 0; i < READERS; i++) {
            var service = new SoakService(i, i % 3 == 2 ? POOLS / 10 : POOLS);
            services.add(service);
            readers.add(ClusterListReader.open(approach(i), requestClockAndTimeouts));
        }
    }

    /// @param arguments
    ///            minutes, from 1
    public static void main(String[] arguments) throws Exception {
        System.exit(new Soak().run(Double.parseDouble(arguments[0])) ? 0 : 1);
    }

    private ApiTarget approach(int number) {
        return ApiTarget.of(services.get(number).connection("soak-" + number),
                Credentials.token("MIIFsoak0123456789" + number).orThrow());
    }

    private boolean run(double minutes) throws Exception {
        long begun = System.nanoTime();
        long all = (long) (minutes * Duration.ofMinutes(1).toNanos());
        var held = new ArrayList<Held>();
        // a seventh of the time is for what is made once: classes, compiled code, full logs
        for (var part : new double[]{1 / 7.0, 4 / 7.0, 1}) {
            while (System.nanoTime() - begun < all * part)
                round();
            held.add(held(List.of("start", "middle", "end").get(held.size()),
                    (System.nanoTime() - begun) / 1_000_000_000 / 60));
        }
        for (var reader : readers)
            reader.close();
        return report(held);
    }

    private void round() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < READERS; i++) {
                int number = i;
                running.add(threads.submit(() -> readOften(number)));
            }
            for (var one : running)
                one.get();
        }
    }

    private Void readOften(int number) throws InterruptedException {
        for (int i = 0; i < READINGS_A_ROUND; i++)
            read(number);
        ConnectionTestRun.of(approach(number), requestClockAndTimeouts)
                .run(connectionCheckResult -> count("test connection: " + connectionCheckResult.name()
                        + (connectionCheckResult.isFailed() ? " failed" : " passed")));
        return null;
    }

    private void read(int number) throws InterruptedException {
        var reader = readers.get(number);
        reader.release();
        try {
            var inventory = reader.read(_ -> {
            });
            compare(inventory, services.get(number).ids());
            count("list: " + (inventory.coverage() instanceof Inventory.Coverage.Incomplete(var reason)
                    ? "incomplete, " + reason
                    : "complete"));
        } catch (ApiException e) {
            count("list: " + e.failure().name());
        }
    }

    private void compare(Inventory inventory, Set<String> ids) {
        var read = new HashSet<String>();
        for (var pool : inventory.pools())
            if (!(pool.poolNamesAndOwner().id() instanceof FieldValue.Text(String id)) || !ids.contains(id)
                    || !read.add(id))
                invented.incrementAndGet();
        if (inventory.isComplete()) lost.addAndGet(ids.size() - read.size());
    }

    private void count(String outcome) {
        outcomes.computeIfAbsent(outcome, _ -> new AtomicLong()).incrementAndGet();
    }

    /// After one good reading of each, so that each reader keeps one connection open, as it does between two refreshes.
    private Held held(String when, long minutes) throws Exception {
        services.forEach(service -> service.setFaultless(true));
        for (int i = 0; i < READERS; i++) {
            read(i);
            read(i);
        }
        waitForIdleServices();
        var held = new Held(when, settled());
        System.out.printf(Locale.ROOT, "%-6s %3d min  %s  %d requests, %d of them answered wrongly%n", when, minutes,
                held.resources, services.stream().mapToLong(SoakService::requests).sum(),
                services.stream().mapToLong(SoakService::faultsPlayed).sum());
        services.forEach(service -> service.setFaultless(false));
        return held;
    }

    /// What a cancelled request held may be released a moment later.
    private HeldResources settled() throws Exception {
        var now = HeldResources.now();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (first != null && now.heap() > first.heap() + MOST_HEAP_MORE && System.nanoTime() < end)
            now = HeldResources.now();
        if (first == null) first = now;
        return now;
    }

    /// What was closed at one end is seen to be at the other.
    private void waitForIdleServices() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (services.stream().anyMatch(service -> service.openConnections() > 1) && System.nanoTime() < end)
            Thread.onSpinWait();
    }

    private boolean report(List<Held> held) {
        new TreeMap<>(outcomes).forEach((outcome, times) -> System.out.printf("%8d  %s%n", times.get(), outcome));
        System.out.printf("%8d  rows lost%n%8d  rows invented%n", lost.get(), invented.get());
        var first = held.getFirst().resources;
        var wrong = new ArrayList<String>();
        for (var later : held.subList(1, held.size())) {
            if (later.resources.descriptors() > first.descriptors()) wrong.add("more descriptors at the " + later.when);
            if (later.resources.threads() > first.threads()) wrong.add("more threads at the " + later.when);
            if (later.resources.heap() > first.heap() + MOST_HEAP_MORE) wrong.add("more heap at the " + later.when);
        }
        if (lost.get() + invented.get() > 0) wrong.add("rows lost or invented");
        if (!outcomes.containsKey("list: complete")) wrong.add("no list was read");
        if (services.stream().mapToLong(SoakService::faultsPlayed).sum() == 0) wrong.add("nothing went wrong");
        System.out.println(wrong.isEmpty() ? "Nothing was left behind" : "FAILED: " + String.join(", ", wrong));
        return wrong.isEmpty();
    }
}
