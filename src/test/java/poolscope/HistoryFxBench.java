package poolscope;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import poolscope.bench.BenchSection;

/// What a refresh costs the window's thread when one of a hundred pools has changed, with history, changes and marks,
/// and without: two windows over services of the same pools, refreshed in turn. Milliseconds of CPU of the FX thread,
/// layout included, and milliseconds until all of it is on screen.
///
/// Run by `mvn -Pbench verify`; the argument is the number of pools.
public final class HistoryFxBench {
    private static final int ROUNDS = 11;
    private static final int WARM_UP = 4;
    private static final Duration ASKED_EVERY = Duration.ofMillis(100);

    private HistoryFxBench() {}

    private record Cost(double fxMillis, double screenMillis) {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        int pools = Integer.parseInt(arguments[0]);
        try (var recorded = new ManyPoolsService(pools);
                var unrecorded = new ManyPoolsService(pools);
                var with = WatchedWindow.open(recorded, ASKED_EVERY);
                var without = WatchedWindow.open(unrecorded, ASKED_EVERY)) {
            without.stopRecording();
            List<Cost> costsWith = new ArrayList<>();
            List<Cost> costsWithout = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                var a = refresh(recorded, pools, with);
                var b = refresh(unrecorded, pools, without);
                if (round < 0) continue;
                costsWith.add(a);
                costsWithout.add(b);
            }
            var section = BenchSection.of(6, "A refresh with history",
                    List.of("", "pools", "FX thread ms", "on screen after ms"),
                    "One of a hundred pools has changed; medians of " + ROUNDS + ", in turn.");
            print(section, "with history, changes and marks", pools, costsWith);
            print(section, "without", pools, costsWithout);
            section.save();
            System.out.println(
                    with.app.fx(() -> with.app.appComposition.changes().changes().net().size()) + " pools are marked");
        }
        System.exit(0);
    }

    private static Cost refresh(ManyPoolsService service, int pools, WatchedWindow window) throws Exception {
        service.change(pools / 100);
        long cpu = window.fxCpu();
        long begun = System.nanoTime();
        window.refresh();
        return new Cost((window.fxCpu() - cpu) / 1e6, (System.nanoTime() - begun) / 1e6);
    }

    private static void print(BenchSection section, String what, int pools, List<Cost> costs) {
        double fxMillis = costs.stream().mapToDouble(Cost::fxMillis).sorted().toArray()[ROUNDS / 2];
        double screenMillis = costs.stream().mapToDouble(Cost::screenMillis).sorted().toArray()[ROUNDS / 2];
        section.row(List.of(what, "" + pools, String.format(Locale.ROOT, "%.1f", fxMillis),
                String.format(Locale.ROOT, "%.1f", screenMillis)));
        System.out.printf(Locale.ROOT,
                "%-31s %7d pools | FX thread %7.1f ms, on screen after %7.1f ms (medians of %d)%n", what, pools,
                fxMillis, screenMillis, ROUNDS);
    }
}
