package poolscope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import poolscope.bench.BenchSection;
import poolscope.demo.StoredResponses;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.SortOrder;
import poolscope.settings.WindowAppearance;
import poolscope.ui.pools.SelectedRowIndexes;

/// What clicks and keystrokes cost the window's thread, for this table and for a plain TableView over FilteredList and
/// SortedList, in one run, side by side. Milliseconds of CPU of the FX thread, layout included, medians; and
/// milliseconds until it is on screen. Before that, what a window takes from its opening to the first rows and to all of
/// them, and at the end a refresh, each with the longest that the FX thread was busy at a time.
///
/// The responses are sent by this process, those of up to 100,000 pools as bytes that were made before anything is
/// measured. The headless platform copies each picture on the FX thread: while a refresh of many pools waits for its
/// responses, an indicator moves, and the pictures of it are most of what the FX thread does.
///
/// Run by `mvn -Pbench verify`; arguments are the numbers of pools, with `v2:` before those of v2, which come in one
/// response. Exits with 1 when a run does not show the rows that it must, or when a response is made while something
/// is measured.
public final class TableBench {
    private static final int ROUNDS = 5;
    /// Where a round is short, as many as it takes until the code is compiled, and as many again to be measured.
    private static final int ROUNDS_OF_FEW_POOLS = 60;
    private static final int FEW_POOLS = 1_000;
    /// Above this, a plain table needs half a minute for a click on a text column and many minutes for a click
    /// after select-all.
    private static final int MOST_FOR_PLAIN = 100_000;
    /// The responses of more would take more memory than the window.
    private static final int MOST_STORED = 100_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final String V2 = "v2:";
    private static final List<String> DEFAULT_SIZES = List.of("1000", "10000", "v2:10000", "100000", "1000000");
    private static final BenchSection SECTION = BenchSection.of(3, "The table",
            List.of("action", "pools", "FX thread ms", "on screen after ms", "plain TableView: FX thread ms",
                    "on screen after ms"),
            "CPU of the window's thread, layout included, and the time until the result is on screen; medians of "
                    + ROUNDS + ", up to " + FEW_POOLS + " pools of " + ROUNDS_OF_FEW_POOLS + " warm rounds.",
            "The plain TableView has the same columns over a FilteredList and a SortedList. A whole refresh, where the "
                    + "thread is given as the longest it works without a break, has no counterpart in it.");
    private static final BenchSection.Plot PLOT = SECTION.plot("table", "pools", "FX thread ms");
    private final long fxThread;

    private TableBench(long fxThread) {
        this.fxThread = fxThread;
    }

    /// What one action costs.
    private record Cost(double fxMillis, double screenMillis) {}

    /// An action, and how to tell that it is done.
    private record Step(String name, Runnable act, java.util.function.BooleanSupplier done) {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.out.printf("%-34s %9s | %22s | %22s%n", "action", "pools", "PoolScope FX ms (screen)",
                "plain FX ms (screen)");
        try {
            for (var size : arguments.length == 0 ? DEFAULT_SIZES : List.of(arguments))
                compare(size);
            SECTION.save();
            System.exit(0);
        } catch (Exception | AssertionError e) {
            // the window's threads would keep the process
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static TestCloudSettings settings(String size) {
        return size.startsWith(V2) ? AppFixture.still(0).withV2Pools(number(size)) : AppFixture.still(number(size));
    }

    private static int number(String size) {
        return Integer.parseInt(size.startsWith(V2) ? size.substring(V2.length()) : size);
    }

    /// How many pools the cloud lists without a workspace, counted in the JSON of its responses. Some pools of v2 are
    /// in another workspace.
    private static int listed(TestCloudSettings settings) throws Exception {
        try (var cloud = TestCloud.start(settings); var client = HttpClient.newHttpClient()) {
            var clusters = json(client, cloud, "/v1/" + cloud.projectId() + "/clusters?limit=1");
            var pools = json(client, cloud, "/v2/" + cloud.projectId() + "/pools");
            return clusters.path("total_count").asInt() + pools.path("items").size();
        }
    }

    private static JsonNode json(HttpClient client, TestCloud cloud, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + path)).build();
        return new ObjectMapper().readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }

    private static AppFixture open(TestCloud cloud) throws Exception {
        return AppFixture.open(cloud, TemporaryFolder.create("bench"), WindowAppearance.Theme.LIGHT);
    }

    private static void compare(String size) throws Exception {
        var settings = settings(size);
        int listed = listed(settings);
        var stored = new StoredResponses();
        if (number(size) <= MOST_STORED) settings.withStoredResponses(stored);
        for (int round = 0; round < 3; round++) {
            firstRows(settings, size, round == 2);
            stored.complete();
        }
        measure(settings, size, listed);
        if (!stored.madeLate().isEmpty()) fail("made while something was measured: " + stored.madeLate());
    }

    private static void measure(TestCloudSettings settings, String size, int listed) throws Exception {
        try (var appFixture = open(TestCloud.start(settings)).untilRead(LONGEST_WAIT)) {
            int shown = appFixture.shown().size();
            if (shown != listed || shown == 0) fail("the window shows " + shown + " pools and not " + listed);
            var bench = new TableBench(appFixture.fx(() -> Thread.currentThread().threadId()));
            var pools = appFixture.fx(
                    () -> appFixture.appComposition.observableTickedConnectionPools().poolsProperty().get().pools());
            var plain = appFixture.fx(() -> new Plain(pools));
            var ours = bench.ours(appFixture);
            var theirs = bench.plain(plain);
            for (int i = 0; i < ours.size(); i++) {
                var a = bench.median(appFixture, ours.get(i), number(size));
                var b = theirs.get(i).isEmpty() ? null : bench.median(appFixture, theirs.get(i), number(size));
                System.out.printf(Locale.ROOT, "%-34s %9s | %12.1f (%7.1f) | %12s %9s%n", ours.get(i).getFirst().name(),
                        size, a.fxMillis(), a.screenMillis(),
                        b == null ? "-" : String.format(Locale.ROOT, "%.1f", b.fxMillis()),
                        b == null ? "" : String.format(Locale.ROOT, "(%.1f)", b.screenMillis()));
                SECTION.row(List.of(ours.get(i).getFirst().name(), size, millis(a.fxMillis()), millis(a.screenMillis()),
                        b == null ? "-" : millis(b.fxMillis()), b == null ? "-" : millis(b.screenMillis())));
                if (size.startsWith(V2)) continue;
                BenchSection.point(PLOT, ours.get(i).getFirst().name(), number(size), a.fxMillis());
                if (b != null)
                    BenchSection.point(PLOT, ours.get(i).getFirst().name() + ", plain", number(size), b.fxMillis());
            }
            appFixture.fx(() -> {
                plain.stage.hide();
                return true;
            });
            refresh(appFixture, size);
        }
    }

    private static void refresh(AppFixture appFixture, String size) throws Exception {
        var longest = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var isRefreshed = refreshed(appFixture);
            var fxThread = new FxBusy();
            appFixture.fx(() -> {
                isRefreshed.getAsBoolean();
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            while (!appFixture.fx(isRefreshed::getAsBoolean))
                fxThread.sample();
            pulses(appFixture, 1);
            fxThread.sample();
            longest.add(fxThread.longest);
        }
        longest.sort(Comparator.naturalOrder());
        System.out.printf(Locale.ROOT, "%-34s %9s | FX thread busy at most %.1f ms (median of %d)%n", "refresh, again",
                size, longest.get(ROUNDS / 2), ROUNDS);
        SECTION.row(List.of("whole refresh", size, millis(longest.get(ROUNDS / 2)), "-", "-", "-"));
    }

    /// From an open window without rows until the first rows and until all of them are there.
    private static void firstRows(TestCloudSettings settings, String size, boolean isPrinted) throws Exception {
        try (var appFixture = open(TestCloud.start(settings))) {
            long start = System.nanoTime();
            var fxThread = new FxBusy();
            while (appFixture.fx(() -> appFixture.appComposition.pools().rows().isEmpty())) {
                fxThread.sample();
                if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) fail("no row is shown");
            }
            pulses(appFixture, 1);
            double first = (System.nanoTime() - start) / 1e6;
            int rows = appFixture.fx(() -> appFixture.appComposition.pools().rows().size());
            while (appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                    .sources()
                    .getFirst()
                    .state()
                    .isLoading()))
                fxThread.sample();
            appFixture.untilRead(LONGEST_WAIT);
            pulses(appFixture, 1);
            fxThread.sample();
            double all = (System.nanoTime() - start) / 1e6;
            if (!isPrinted) return;
            SECTION.row(List.of("opening a window: all rows", size, millis(fxThread.longest), millis(all), "-", "-"));
            System.out.printf(Locale.ROOT,
                    "%-34s %9s | first %d rows after %.0f ms, all after %.0f ms; FX thread busy at most %.1f ms%n",
                    "opening a window", size, rows, first, all, fxThread.longest);
        }
    }

    /// The longest that the FX thread works without a break: CPU between two tasks that follow each other.
    private static final class FxBusy {
        private double longest;
        private long last = -1;

        void sample() throws InterruptedException {
            var sampled = new CountDownLatch(1);
            Platform.runLater(() -> {
                long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (last >= 0) longest = Math.max(longest, (now - last) / 1e6);
                last = now;
                sampled.countDown();
            });
            if (!sampled.await(60, TimeUnit.SECONDS)) fail("the window's thread does not answer");
        }
    }

    /// The same steps in pairs: there and back again, so that every round starts alike.
    private List<List<Step>> ours(AppFixture appFixture) {
        var pools = appFixture.appComposition.pools();
        return List.of(sortPair(appFixture, "click on Name", PoolField.NAME),
                sortPair(appFixture, "click on CPU", PoolField.CPU_CORES),
                List.of(filterStep(appFixture, "keystroke in the filter", "train"),
                        filterStep(appFixture, "filter cleared", "")),
                List.of(new Step("select all",
                        () -> pools.selection().select(SelectedRowIndexes.all(pools.rows().size())), () -> true),
                        new Step("", () -> pools.selection().select(SelectedRowIndexes.only(3)), () -> true)),
                List.of(new Step("click on a row after select all",
                        () -> appFixture.table().getSelectionModel().select(3), () -> true),
                        new Step("", () -> selectAll(appFixture), () -> true)),
                List.of(new Step("refresh arrives",
                        () -> appFixture.appComposition.observableTickedConnectionPools().refresh(),
                        refreshed(appFixture)),
                        new Step("", () -> appFixture.appComposition.observableTickedConnectionPools().refresh(),
                                refreshed(appFixture))));
    }

    private static void selectAll(AppFixture appFixture) {
        appFixture.table().getSelectionModel().select(5);
        appFixture.appComposition.pools()
                .selection()
                .select(SelectedRowIndexes.all(appFixture.appComposition.pools().rows().size()));
    }

    private static java.util.function.BooleanSupplier refreshed(AppFixture appFixture) {
        var before = new Object[1];
        return () -> {
            var now = appFixture.appComposition.pools().arrangedPools().set();
            if (before[0] == null) before[0] = now;
            boolean done = before[0] != now
                    && appFixture.appComposition.observableTickedConnectionPools().poolsProperty().get() == now
                    && !appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .getFirst()
                            .state()
                            .isLoading();
            if (done) before[0] = null;
            return done;
        };
    }

    private static List<Step> sortPair(AppFixture appFixture, String name, PoolField field) {
        return List.of(sortStep(appFixture, name, SortOrder.by(field, false)),
                sortStep(appFixture, "", SortOrder.AS_SENT));
    }

    private static Step sortStep(AppFixture appFixture, String name, SortOrder sortOrder) {
        var arrangedPools = appFixture.appComposition.pools().arrangedPoolsProperty();
        var before = new Object[1];
        return new Step(name, () -> {
            before[0] = arrangedPools.get();
            appFixture.appComposition.pools().sort(sortOrder);
        }, () -> arrangedPools.get() != before[0]);
    }

    private static Step filterStep(AppFixture appFixture, String name, String text) {
        var arrangedPools = appFixture.appComposition.pools().arrangedPoolsProperty();
        var filter = PoolFilter.parse(text).filter();
        return new Step(name, () -> appFixture.appComposition.pools().filter().setText(text),
                () -> arrangedPools.get().filter().equals(filter));
    }

    private List<List<Step>> plain(Plain plain) {
        var now = Instant.now();
        var filter = PoolFilter.parse("train").filter();
        var steps = new ArrayList<List<Step>>();
        boolean isBearable = plain.all.size() <= MOST_FOR_PLAIN;
        steps.add(isBearable ? List.of(plain.sort(0), plain.unsort()) : List.of());
        steps.add(List.of(plain.sort(3), plain.unsort()));
        steps.add(List.of(new Step("", () -> plain.filtered.setPredicate(p -> filter.matches(p, now)), () -> true),
                new Step("", () -> plain.filtered.setPredicate(_ -> true), () -> true)));
        steps.add(isBearable
                ? List.of(new Step("", plain.table.getSelectionModel()::selectAll, () -> true),
                        new Step("", () -> plain.table.getSelectionModel().clearAndSelect(3), () -> true))
                : List.of());
        steps.add(isBearable
                ? List.of(new Step("", () -> plain.table.getSelectionModel().clearAndSelect(3), () -> true),
                        new Step("", plain.table.getSelectionModel()::selectAll, () -> true))
                : List.of());
        steps.add(List.of(new Step("", () -> plain.all.setAll(List.copyOf(plain.all)), () -> true),
                new Step("", () -> plain.all.setAll(List.copyOf(plain.all)), () -> true)));
        return steps;
    }

    /// A plain TableView with the same columns: what one would write first.
    private static final class Plain {
        final javafx.collections.ObservableList<Pool> all;
        final FilteredList<Pool> filtered;
        final TableView<Pool> table = new TableView<>();
        final Stage stage = new Stage();

        Plain(List<Pool> pools) {
            all = FXCollections.observableArrayList(pools);
            filtered = new FilteredList<>(all);
            var sorted = new SortedList<>(filtered);
            sorted.comparatorProperty().bind(table.comparatorProperty());
            for (var field : List.of(PoolField.NAME, PoolField.STATUS, PoolField.NODES, PoolField.CPU_CORES,
                    PoolField.MEMORY, PoolField.ACCELERATORS, PoolField.SPECIFICATION, PoolField.CREATED_AT,
                    PoolField.OWNER)) {
                var column = new TableColumn<Pool, Comparable<?>>(field.id());
                column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(plainly(field.of(row.getValue()))));
                table.getColumns().add(column);
            }
            table.setItems(sorted);
            table.setFixedCellSize(28);
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            stage.setScene(new Scene(table, 980, 700));
            stage.show();
        }

        private static Comparable<?> plainly(FieldValue fieldValue) {
            return switch (fieldValue) {
                case FieldValue.Text(String text) -> text;
                case FieldValue.Number(var number) -> number.doubleValue();
                case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _, FieldValue.State _,
                        FieldValue.Time _, FieldValue.Before _, FieldValue.Day _ ->
                    fieldValue.toString();
            };
        }

        Step sort(int column) {
            return new Step("", () -> table.getSortOrder().setAll(List.of(table.getColumns().get(column))), () -> true);
        }

        Step unsort() {
            return new Step("", () -> table.getSortOrder().clear(), () -> true);
        }
    }

    private Cost median(AppFixture appFixture, List<Step> pair, int pools) throws InterruptedException {
        var costs = new ArrayList<Cost>();
        int warmUp = pools <= FEW_POOLS ? ROUNDS_OF_FEW_POOLS : 1;
        int rounds = pools <= FEW_POOLS ? ROUNDS_OF_FEW_POOLS : ROUNDS;
        for (int round = -warmUp; round < rounds; round++) {
            var cost = measure(appFixture, pair.getFirst());
            if (round >= 0) costs.add(cost);
            measure(appFixture, pair.getLast());
        }
        costs.sort(Comparator.comparingDouble(Cost::fxMillis));
        var middle = costs.get(costs.size() / 2);
        costs.sort(Comparator.comparingDouble(Cost::screenMillis));
        return new Cost(middle.fxMillis(), costs.get(costs.size() / 2).screenMillis());
    }

    private Cost measure(AppFixture appFixture, Step step) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        pulses(appFixture, 2);
        step.done().getAsBoolean();
        long cpu = threads.getThreadCpuTime(fxThread);
        long start = System.nanoTime();
        Platform.runLater(step.act());
        var done = new CountDownLatch(1);
        Platform.runLater(() -> whenDone(appFixture, step, done));
        if (!done.await(120, TimeUnit.SECONDS)) fail("'" + step.name() + "' never came to an end");
        long end = System.nanoTime();
        return new Cost((threads.getThreadCpuTime(fxThread) - cpu) / 1e6, (end - start) / 1e6);
    }

    /// Looks after each layout: what is done then is on screen with the picture that is made of it.
    private static void whenDone(AppFixture appFixture, Step step, CountDownLatch done) {
        afterPulse(appFixture, () -> {
            if (step.done().getAsBoolean()) done.countDown();
            else
                whenDone(appFixture, step, done);
        });
    }

    private static void afterPulse(AppFixture appFixture, Runnable next) {
        var scene = appFixture.appComposition.stage().getScene();
        var listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            next.run();
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private static void pulses(AppFixture appFixture, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            var done = new CountDownLatch(1);
            Platform.runLater(() -> afterPulse(appFixture, done::countDown));
            if (!done.await(60, TimeUnit.SECONDS)) fail("the window draws no more");
        }
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static void fail(String why) {
        System.err.println("FAILED: " + why);
        System.exit(1);
    }
}
