package poolscope;

import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.bench.BenchSection;
import poolscope.connection.Credentials;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.export.ExportFormat;
import poolscope.export.PoolExportColumns;
import poolscope.export.PoolsExportContent;
import poolscope.settings.ConnectionsFile;

/// From the start of a process until 1,000 pools are drawn: the installed program, the same by plain `java`, and a
/// browser window with a page of the same rows, in turn, in one run. Linux, with a display (`xvfb-run`).
///
/// Run by `mvn -Pbench verify`; arguments are the installed program, the folder of modules, the number of rounds. Both
/// programs read a cloud in this process through a saved connection, as on any day after the first; the browser gets its
/// page from this process too. "Drawn" is for the program what `FirstPaintDetector` says, for the page its second
/// animation frame after the table. "No network" is the installed program when its service is gone: the rows are those
/// of its history, drawn before any answer. Every run must show all the rows and end well, or the whole ends with
/// 1. A first round warms files and the browser's profile and is not counted. Who comes first changes with each round,
///    and each begins when all processes of the one before are gone.
public final class StartBench {
    private static final int POOLS = 1_000;
    private static final int PATIENCE_SECONDS = 60;

    private final Path work = TemporaryFolder.create("start-bench");
    private final Path offline = Files.createDirectories(work.resolve("offline"));
    private final BlockingQueue<String> page = new ArrayBlockingQueue<>(1);

    private StartBench() throws IOException {}

    /// @param wallMillis
    ///            from before the start of the process until the rows are drawn
    private record Run(long wallMillis, ProcessCost cost) {}

    private interface Contender {
        Run run() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var installed = arguments[0];
        if (!Files.isExecutable(Path.of(installed))) {
            System.err.println("FAILED: " + installed + " is not there; mvn -Pinstaller verify makes it");
            System.exit(1);
        }
        var modules = arguments[1];
        int rounds = Integer.parseInt(arguments[2]);
        var bench = new StartBench();
        try (var cloud = TestCloud.start(AppFixture.still(POOLS))) {
            bench.save(cloud, bench.work);
            bench.leaveHistory(installed);
            var server = bench.serve(table(cloud));
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var contenders = new LinkedHashMap<String, Contender>();
            contenders.put("installed", () -> bench.program(List.of(installed)));
            contenders.put("no network", () -> bench.program(List.of(installed), bench.offline, "painted-last-known"));
            contenders.put("plain java",
                    () -> bench.program(List.of(java, "--enable-native-access=javafx.graphics,poolscope", "-p", modules,
                            "-m", "poolscope/poolscope.App")));
            contenders.put("browser", () -> bench.browser(server.getAddress().getPort()));
            report(bench.measure(contenders, rounds));
            server.stop(0);
        }
        System.exit(0);
    }

    private Map<String, List<Run>> measure(Map<String, Contender> contenders, int rounds) throws Exception {
        var runs = new LinkedHashMap<String, List<Run>>();
        contenders.keySet().forEach(name -> runs.put(name, new ArrayList<>()));
        var order = new ArrayList<>(contenders.entrySet());
        for (int round = 0; round <= rounds; round++, Collections.rotate(order, 1))
            for (var one : order) {
                var run = one.getValue().run();
                if (round > 0) runs.get(one.getKey()).add(run);
                System.err.printf("round %d %-10s %5d ms, CPU %5d ms, %4d MiB%n", round, one.getKey(), run.wallMillis(),
                        run.cost().cpuMillis(), run.cost().pssMiB());
            }
        return runs;
    }

    private static void report(Map<String, List<Run>> runs) throws IOException {
        var section = BenchSection.of(1, "Start: from the process to " + POOLS + " drawn pools",
                List.of("", "drawn after ms", "CPU ms", "memory (PSS) MiB", "of plain java: time", "CPU", "memory"),
                "Medians of " + runs.get("plain java").size()
                        + ", in turn. *No network*: the last known pools, from the "
                        + "history. *Browser*: a page with a plain table of the same pools.");
        var plain = runs.get("plain java");
        System.out.printf("medians of %d    %9s %9s %9s   of plain java%n", plain.size(), "drawn ms", "CPU ms",
                "PSS MiB");
        runs.forEach((name,
                all) -> section.row(List.of(name, "" + median(all, Run::wallMillis),
                        "" + median(all, r -> r.cost().cpuMillis()), "" + median(all, r -> r.cost().pssMiB()),
                        text(ratio(all, plain, Run::wallMillis)), text(ratio(all, plain, r -> r.cost().cpuMillis())),
                        text(ratio(all, plain, r -> r.cost().pssMiB())))));
        section.save();
        runs.forEach((name, all) -> System.out.printf(Locale.ROOT, "%-15s %9d %9d %9d   %.2f %.2f %.2f%n", name,
                median(all, Run::wallMillis), median(all, r -> r.cost().cpuMillis()),
                median(all, r -> r.cost().pssMiB()), ratio(all, plain, Run::wallMillis),
                ratio(all, plain, r -> r.cost().cpuMillis()), ratio(all, plain, r -> r.cost().pssMiB())));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double ratio(List<Run> one, List<Run> other, ToLongFunction<Run> of) {
        return (double) median(one, of) / median(other, of);
    }

    private static long median(List<Run> runs, ToLongFunction<Run> of) {
        return runs.stream().map(of::applyAsLong).sorted(Comparator.naturalOrder()).toList().get(runs.size() / 2);
    }

    /// Has the program read a service that is gone afterwards, so that nothing but its history is left.
    private void leaveHistory(String installed) throws Exception {
        try (var cloud = TestCloud.start(AppFixture.still(POOLS))) {
            save(cloud, offline);
            program(List.of(installed), offline, "painted");
        }
    }

    private void save(TestCloud cloud, Path folder) throws IOException {
        var serviceAndProject = new ServiceAndProject(SavedConnection.freshId(), "bench", Optional.empty(),
                cloud.endpoint(), cloud.projectId());
        ConnectionsFile.in(folder.resolve("poolscope"), FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(SavedConnections.NONE.with(SavedConnection.of(serviceAndProject, SignInMethod.NONE)));
    }

    private Run program(List<String> command) throws Exception {
        return program(command, work, "painted");
    }

    private Run program(List<String> command, Path folder, String purpose) throws Exception {
        var start = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        start.environment().putAll(Map.of("POOLSCOPE_PURPOSE", purpose, "XDG_CONFIG_HOME", folder.toString()));
        long began = System.nanoTime();
        var process = start.start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            var line = String.valueOf(said.readLine());
            var run = new Run(millisSince(began), ProcessCost.of(process.toHandle()));
            process.getOutputStream().close();
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            if (!ended || !line.startsWith("painted " + POOLS + " ")) fail(command, line);
            return run;
        }
    }

    private Run browser(int port) throws Exception {
        page.clear();
        var command = List.of("chromium", "--no-sandbox", "--no-first-run", "--disable-background-networking",
                "--disable-sync", "--disable-component-update", "--disable-quic",
                "--user-data-dir=" + work.resolve("browser"), "--window-size=1280,800",
                "--app=http://127.0.0.1:" + port + "/");
        var start = new ProcessBuilder(command).redirectError(work.resolve("browser.log").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long began = System.nanoTime();
        var process = start.start();
        var rows = page.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var run = new Run(millisSince(began), ProcessCost.of(process.toHandle()));
        boolean lives = process.isAlive();
        end(process);
        if (!lives || !("rows=" + POOLS).equals(rows)) fail(command, String.valueOf(rows));
        return run;
    }

    /// A browser is many processes; while some still end, nothing else can be measured.
    private static void end(Process process) throws Exception {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        for (var one : all)
            one.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static long millisSince(long began) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private static void fail(List<String> command, String said) {
        System.err.println("FAILED: " + command + " did not draw " + POOLS + " rows and end well; it said: " + said);
        System.exit(1);
    }

    /// The page, and where it tells that it is drawn.
    private HttpServer serve(String html) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var query = exchange.getRequestURI().getRawQuery();
            if (query != null) page.offer(query);
            var body = (query == null ? html : "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String table(TestCloud cloud) throws Exception {
        var serviceAndProject = new ServiceAndProject("bench", "bench", Optional.empty(), cloud.endpoint(),
                cloud.projectId());
        var csv = new ByteArrayOutputStream();
        try (var reader = InventoryReader.open(serviceAndProject, Credentials.NONE, RequestClockAndTimeouts.real())) {
            var pools = reader.read(_ -> {
            }).pools();
            new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools).writeTo(csv);
        }
        var html = new StringBuilder("<!doctype html><title>pools</title><table>");
        try (var lines = CsvReader.builder().ofCsvRecord(csv.toString(StandardCharsets.UTF_8))) {
            lines.forEach(line -> {
                html.append("<tr>");
                line.getFields().forEach(cell -> html.append("<td>").append(cell.replace("<", "&lt;")));
            });
        }
        return html.append("""
                </table><script>requestAnimationFrame(() => requestAnimationFrame(() =>
                fetch('/drawn?rows=' + (document.querySelectorAll('tr').length - 1))))</script>""").toString();
    }
}
