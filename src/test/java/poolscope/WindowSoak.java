package poolscope;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javax.management.ObjectName;

/// The window through thousands of refreshes of 2,000 pools of which one of a hundred has changed, with marks, an open
/// change log, open details, and earlier moments shown now and then. Prints how long events waited for the FX thread,
/// and what an update costs it.
///
/// Run by `mvn -Psoak verify`; the argument is the number of updates. Exits with 1 when nodes, listeners, threads,
/// descriptors or heap are more at the end than early, or when events waited longer than they may on a quiet machine.
public final class WindowSoak {
    private static final int POOLS = 2_000;
    private static final int EARLIER_MOMENT_EVERY = 100;
    /// Updates before anything is compared: code is compiled and caches are full then.
    private static final int FIRST = 200;
    private static final long MOST_HEAP_MORE = 4L << 20;
    /// In milliseconds, for the events of the window's thread; judged on a quiet machine only.
    private static final double MOST_WAIT_OF_99 = 50;
    private static final double MOST_WAIT = 250;
    /// Rows of a table that scrolled come and go.
    private static final double MOST_MORE = 1.05;
    private static final List<String> LISTENERS = List.of("com.sun.javafx.binding.", "com.sun.javafx.collections.",
            "javafx.util.Subscription", "javafx.beans.Weak", "javafx.collections.Weak");

    private final ManyPoolsService service = new ManyPoolsService(POOLS);
    private final WatchedWindow window;
    private final List<String> problems = new ArrayList<>();

    /// @param listeners
    ///            objects that hold listeners
    private record Held(HeldResources resources, int nodes, long listeners) {}

    private WindowSoak() throws Exception {
        window = WatchedWindow.open(service, Duration.ofMillis(10));
    }

    /// @param arguments
    ///            the number of updates
    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.exit(new WindowSoak().passes(Integer.parseInt(arguments[0])) ? 0 : 1);
    }

    private boolean passes(int updates) throws Exception {
        var app = window.app;
        app.fx(() -> {
            app.table().getSelectionModel().select(3);
            return true;
        });
        app.hands().push(KeyCode.F9);
        int first = Math.min(updates / 2, Math.max(updates / 10, FIRST));
        update(first);
        var early = held();
        long cpu = window.fxCpu();
        long begun = System.nanoTime();
        try (var lag = new FxLag()) {
            update(updates - first);
            System.out.printf(Locale.ROOT,
                    "%d updates in %d s; events waited %.1f ms (median), %.1f ms (p99), %.1f ms (longest); "
                            + "an update costs the FX thread %.1f ms of CPU; load %.1f%n",
                    updates - first, (System.nanoTime() - begun) / 1_000_000_000, lag.percentile(0.5),
                    lag.percentile(0.99), lag.percentile(1), (window.fxCpu() - cpu) / 1e6 / (updates - first),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            judge(lag);
        }
        var late = held();
        app.fx(() -> {
            app.appComposition.historyRecorder().deleteAll(() -> {
            });
            return true;
        });
        window.refresh();
        window.refresh();
        var end = held();
        print("early", early);
        print("late", late);
        print("end, history deleted", end);
        flat(early, end);
        problems.forEach(System.out::println);
        System.out.println(problems.isEmpty() ? "Nothing was left behind" : "FAILED");
        window.close();
        service.close();
        return problems.isEmpty();
    }

    private void judge(FxLag lag) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        if (system.getSystemLoadAverage() > system.getAvailableProcessors() + 1)
            System.out.println("How long events waited is not judged: the machine is busy with other work");
        else if (lag.percentile(0.99) > MOST_WAIT_OF_99 || lag.percentile(1) > MOST_WAIT)
            problems.add("events waited too long");
    }

    private void update(int times) throws Exception {
        for (int i = 1; i <= times; i++) {
            service.change(POOLS / 100);
            window.refresh();
            if (i % EARLIER_MOMENT_EVERY == 0) showEarlierMoment();
        }
    }

    /// The change log lies over the window and is closed meanwhile.
    private void showEarlierMoment() {
        var app = window.app;
        app.hands().push(KeyCode.ESCAPE);
        choose("momentsItem");
        window.await(() -> app.find("#moments") != null && app.find("#moments").isVisible());
        window.await(() -> app.text("#momentSentence").startsWith("Now. "));
        choose("earlierMomentItem");
        window.await(() -> app.text("#momentSentence").startsWith("You see "));
        choose("momentsItem");
        window.await(() -> !app.find("#moments").isVisible());
        app.hands().push(KeyCode.F9);
    }

    private void choose(String item) {
        window.app.fx(() -> {
            moment(item).fire();
            return true;
        });
    }

    private MenuItem moment(String id) {
        return ((MenuBar) window.app.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Held held() throws Exception {
        window.app.settle();
        var resources = HeldResources.now();
        return new Held(resources, nodes(), listeners());
    }

    private int nodes() {
        return window.app.fx(() -> {
            Set<?> all = window.app.appComposition.stage().getScene().getRoot().lookupAll("*");
            return all.size();
        });
    }

    /// Counted in the heap after a collection.
    private static long listeners() throws Exception {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                        new Object[]{new String[0]}, new String[]{String[].class.getName()});
        return histogram.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length > 3 && LISTENERS.stream().anyMatch(line[3]::startsWith))
                .mapToLong(line -> Long.parseLong(line[1]))
                .sum();
    }

    private static void print(String when, Held held) {
        System.out.printf(Locale.ROOT, "%-21s %s, %d nodes, %d holders of listeners%n", when, held.resources,
                held.nodes, held.listeners);
    }

    private void flat(Held before, Held now) {
        if (now.nodes > before.nodes * MOST_MORE) problems.add("more nodes");
        if (now.listeners > before.listeners * MOST_MORE) problems.add("more listeners");
        if (now.resources.threads() > before.resources.threads()) problems.add("more threads");
        if (now.resources.descriptors() > before.resources.descriptors()) problems.add("more descriptors");
        if (now.resources.heap() > before.resources.heap() + MOST_HEAP_MORE) problems.add("more heap");
    }
}
