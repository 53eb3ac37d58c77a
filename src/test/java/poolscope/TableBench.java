package poolscope;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
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
import poolscope.demo.DemoCloud;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFilter;
import poolscope.pool.Sort;
import poolscope.pool.Value;
import poolscope.settings.Look;
import poolscope.ui.pools.Selection;

/// What clicks and keystrokes cost the window's thread, for this table and for a plain TableView over FilteredList and
/// SortedList, in one run, side by side. Milliseconds of CPU of the FX thread, layout included, medians; and milliseconds until it
/// is on screen.
///
/// Run by `mvn -Pbench verify`; arguments are the numbers of pools. Exits with 1 when a run does not show the rows that it must.
public final class TableBench {
    private static final int ROUNDS = 5;
    /// Above this, a plain table needs half a minute for a click on a text column and many minutes for a click after select-all.
    private static final int MOST_FOR_PLAIN = 100_000;
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
        int[] sizes = arguments.length == 0
                ? new int[]{1_000, 10_000, 100_000, 1_000_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.printf("%-34s %9s | %22s | %22s%n", "action", "pools", "PoolScope FX ms (screen)", "plain FX ms (screen)");
        for (int size : sizes)
            compare(size);
        System.exit(0);
    }

    private static void compare(int size) throws Exception {
        try (var desk = Desk.open(DemoCloud.start(Desk.still(size)), Files.createTempDirectory("bench"), Look.Theme.LIGHT)
                .untilRead()) {
            if (desk.shown().size() != size) fail("the window shows " + desk.shown().size() + " of " + size + " pools");
            var bench = new TableBench(desk.fx(() -> Thread.currentThread().threadId()));
            var pools = desk.fx(() -> desk.program.fleet().poolsProperty().get().pools());
            var plain = desk.fx(() -> new Plain(pools));
            var ours = bench.ours(desk);
            var theirs = bench.plain(plain);
            for (int i = 0; i < ours.size(); i++) {
                var a = bench.median(desk, ours.get(i));
                var b = theirs.get(i).isEmpty() ? null : bench.median(desk, theirs.get(i));
                System.out.printf(Locale.ROOT, "%-34s %9d | %12.1f (%7.1f) | %12s %9s%n", ours.get(i).getFirst().name(), size,
                        a.fxMillis(),
                        a.screenMillis(), b == null ? "-" : String.format(Locale.ROOT, "%.1f", b.fxMillis()),
                        b == null ? "" : String.format(Locale.ROOT, "(%.1f)", b.screenMillis()));
            }
            desk.fx(() -> {
                plain.stage.hide();
                return true;
            });
        }
    }

    /// The same steps in pairs: there and back again, so that every round starts alike.
    private List<List<Step>> ours(Desk desk) {
        var pools = desk.program.pools();
        return List.of(
                sortPair(desk, "click on Name", PoolField.NAME),
                sortPair(desk, "click on CPU", PoolField.CPU_CORES),
                List.of(filterStep(desk, "keystroke in the filter", "train"), filterStep(desk, "filter cleared", "")),
                List.of(new Step("select all", () -> pools.picks().select(Selection.all(pools.rows().size())), () -> true),
                        new Step("", () -> pools.picks().select(Selection.only(3)), () -> true)),
                List.of(new Step("click on a row after select all", () -> desk.table().getSelectionModel().select(3), () -> true),
                        new Step("", () -> selectAll(desk), () -> true)),
                List.of(new Step("refresh arrives", () -> desk.program.fleet().refresh(), refreshed(desk)),
                        new Step("", () -> desk.program.fleet().refresh(), refreshed(desk))));
    }

    private static void selectAll(Desk desk) {
        desk.table().getSelectionModel().select(5);
        desk.program.pools().picks().select(Selection.all(desk.program.pools().rows().size()));
    }

    private static java.util.function.BooleanSupplier refreshed(Desk desk) {
        var before = new Object[1];
        return () -> {
            var now = desk.program.pools().arrangement().set();
            if (before[0] == null) before[0] = now;
            boolean done = before[0] != now && desk.program.fleet().poolsProperty().get() == now
                    && !desk.program.fleet().sources().getFirst().state().isLoading();
            if (done) before[0] = null;
            return done;
        };
    }

    private static List<Step> sortPair(Desk desk, String name, PoolField field) {
        return List.of(sortStep(desk, name, Sort.by(field, false)), sortStep(desk, "", Sort.AS_SENT));
    }

    private static Step sortStep(Desk desk, String name, Sort sort) {
        var arrangement = desk.program.pools().arrangementProperty();
        var before = new Object[1];
        return new Step(name, () -> {
            before[0] = arrangement.get();
            desk.program.pools().sort(sort);
        }, () -> arrangement.get() != before[0]);
    }

    private static Step filterStep(Desk desk, String name, String text) {
        var arrangement = desk.program.pools().arrangementProperty();
        var filter = PoolFilter.parse(text).filter();
        return new Step(name, () -> desk.program.pools().filter().setText(text),
                () -> arrangement.get().filter().equals(filter));
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
            for (var field : List.of(PoolField.NAME, PoolField.STATUS, PoolField.NODES, PoolField.CPU_CORES, PoolField.MEMORY,
                    PoolField.ACCELERATORS, PoolField.SPECIFICATION, PoolField.CREATED_AT, PoolField.OWNER)) {
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

        private static Comparable<?> plainly(Value value) {
            return switch (value) {
                case Value.Text(String text) -> text;
                case Value.Number(var number) -> number.doubleValue();
                case Value.Absent _,Value.Unreadable _,Value.Portion _,Value.State _,Value.Time _ -> value.toString();
            };
        }

        Step sort(int column) {
            return new Step("", () -> table.getSortOrder().setAll(List.of(table.getColumns().get(column))), () -> true);
        }

        Step unsort() {
            return new Step("", () -> table.getSortOrder().clear(), () -> true);
        }
    }

    private Cost median(Desk desk, List<Step> pair) throws InterruptedException {
        var costs = new ArrayList<Cost>();
        for (int round = 0; round < ROUNDS + 1; round++) {
            var cost = measure(desk, pair.getFirst());
            if (round > 0) costs.add(cost);
            measure(desk, pair.getLast());
        }
        costs.sort(Comparator.comparingDouble(Cost::fxMillis));
        var middle = costs.get(costs.size() / 2);
        costs.sort(Comparator.comparingDouble(Cost::screenMillis));
        return new Cost(middle.fxMillis(), costs.get(costs.size() / 2).screenMillis());
    }

    private Cost measure(Desk desk, Step step) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        pulses(desk, 2);
        step.done().getAsBoolean();
        long cpu = threads.getThreadCpuTime(fxThread);
        long start = System.nanoTime();
        Platform.runLater(step.act());
        var done = new CountDownLatch(1);
        Platform.runLater(() -> whenDone(desk, step, done));
        if (!done.await(120, TimeUnit.SECONDS)) fail("'" + step.name() + "' never came to an end");
        long end = System.nanoTime();
        return new Cost((threads.getThreadCpuTime(fxThread) - cpu) / 1e6, (end - start) / 1e6);
    }

    /// Looks again after each pulse: what is done is on screen after the next one.
    private static void whenDone(Desk desk, Step step, CountDownLatch done) {
        boolean reached = step.done().getAsBoolean();
        afterPulse(desk, reached ? done::countDown : () -> whenDone(desk, step, done));
    }

    private static void afterPulse(Desk desk, Runnable next) {
        var scene = desk.program.stage().getScene();
        var listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            next.run();
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private static void pulses(Desk desk, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            var done = new CountDownLatch(1);
            Platform.runLater(() -> afterPulse(desk, done::countDown));
            if (!done.await(60, TimeUnit.SECONDS)) fail("the window draws no more");
        }
    }

    private static void fail(String why) {
        System.err.println("FAILED: " + why);
        System.exit(1);
    }
}
