package poolscope.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import poolscope.demo.StoredResponses;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;

/// Pools from loopback into a CSV file, each time by a new process: the installed program's `export`, the same by plain
/// `java`, `curl | jq`, and a program around the JSON functions of the vendor's SDK and around Jackson databind, in
/// turn, in one run. Linux, with bash, curl and jq.
///
/// Run by `mvn -Pbench verify`; arguments are the installed program, the folder of modules, and sizes such as `1000:7`
/// or `v2:1000:7`: generation of the API, pools, rounds after a first one that is not counted. Every run must end with 0
/// and write every pool, or the whole ends with 1.
public final class ExportBench {
    private static final int PAGE = 1_000;
    private static final String INSTALLED = "installed program";
    private static final String JQ = "curl | jq";
    /// The fields that a person would ask jq for.
    private static final String JQ_V1 = ".clusters[] | [.cluster_id, .cluster_name, .status, .owner, .created_at, "
            + ".allocatable_cpu_cores, .allocatable_memory, .allocatable_gpus, (.nodes | tostring), .description] | @csv";
    private static final String JQ_V2 = ".items[] | [.metadata.name, .metadata.labels[\"os.modelarts/name\"], "
            + ".status.phase, .metadata.creationTimestamp, (.spec.resources | tostring), (.status.resources | tostring)] | @csv";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    /// More responses than of so many pools would not fit into the memory.
    private static final int MOST_STORED = 100_000;

    private final Path output = Files.createTempDirectory("export-bench").resolve("pools.csv");
    private final String program;
    private final String modules;
    private final BenchSection section = BenchSection.of(2, "Export into a CSV file",
            List.of("pools", "by", "wall s", "CPU s", "of " + JQ + ", wall", "of " + JQ + ", CPU"),
            "Cold processes over loopback, in turn; medians. CPU of the whole pipe. Of v2 all pools come in one response.");
    private final BenchSection.Plot plot = section.plot("export", "pools", "CPU s");

    private ExportBench(String program, String modules) throws IOException {
        this.program = program;
        this.modules = modules;
    }

    private record Run(double wallSeconds, double cpuSeconds) {}

    private record Size(String api, int pools, int rounds) {
        static Size of(String text) {
            var parts = text.split(":");
            int first = parts.length - 2;
            return new Size(first > 0 ? parts[0] : "v1", Integer.parseInt(parts[first]),
                    Integer.parseInt(parts[first + 1]));
        }

        boolean isV2() {
            return api.equals("v2");
        }
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new ExportBench(arguments[0], arguments[1]);
        for (var size : List.of(arguments).subList(2, arguments.length))
            bench.compare(Size.of(size));
        bench.section.save();
        System.exit(0);
    }

    private void compare(Size size) throws Exception {
        var settings = TestCloudSettings.of(size.isV2() ? 0 : size.pools())
                .withV2Pools(size.isV2() ? size.pools() : 0)
                .withClock(NOON)
                .withDrift(false);
        if (size.pools() <= MOST_STORED) settings.withStoredResponses(new StoredResponses());
        try (var cloud = TestCloud.start(settings)) {
            var runs = measure(commands(cloud, size), size.rounds(), size.isV2() ? listed(cloud) : size.pools());
            report(size, runs);
        }
    }

    private Map<String, String> commands(TestCloud cloud, Size size) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var asked = " export --api " + size.api() + " --endpoint " + cloud.endpoint() + " --project "
                + cloud.projectId() + " --overwrite --output " + output;
        var library = java + " -cp " + System.getProperty("java.class.path") + " " + ExportByLibrary.class.getName();
        var rest = " " + size.api() + " " + cloud.endpoint() + " " + cloud.projectId() + " " + size.pools() + " "
                + output;
        var commands = new LinkedHashMap<String, String>();
        commands.put(INSTALLED, program + asked);
        commands.put("plain java", java + " --enable-native-access=javafx.graphics,poolscope -p " + modules
                + " -m poolscope/poolscope.App" + asked);
        commands.put(JQ, curl(cloud, size) + " | jq -r '" + (size.isV2() ? JQ_V2 : JQ_V1) + "' > " + output);
        commands.put("Jackson databind", library + " databind" + rest);
        commands.put("the vendor’s SDK (JSON functions)", library + " sdk" + rest);
        return commands;
    }

    private static String curl(TestCloud cloud, Size size) {
        var base = "curl -sf '" + cloud.endpoint() + "/" + size.api() + "/" + cloud.projectId();
        if (size.isV2()) return base + "/pools'";
        return base + "/clusters?limit=" + PAGE + "&offset=[0-" + (Math.ceilDiv(size.pools(), PAGE) - 1) + "]'";
    }

    /// Some pools of v2 are in another workspace.
    private static int listed(TestCloud cloud) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(cloud.endpoint() + "/v2/" + cloud.projectId() + "/pools"));
            return new ObjectMapper()
                    .readTree(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()).body())
                    .path("items")
                    .size();
        }
    }

    private Map<String, List<Run>> measure(Map<String, String> commands, int rounds, int pools) throws Exception {
        var runs = new LinkedHashMap<String, List<Run>>();
        for (int round = 0; round <= rounds; round++)
            for (var one : commands.entrySet()) {
                var run = run(one.getValue(), pools);
                if (round > 0) runs.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(run);
                System.err.printf(Locale.ROOT, "%d pools, round %d, %s: %.2f s, CPU %.2f s%n", pools, round,
                        one.getKey(), run.wallSeconds(), run.cpuSeconds());
            }
        return runs;
    }

    /// bash adds up the time of the whole pipe.
    private Run run(String command, int pools) throws Exception {
        Files.deleteIfExists(output);
        var process = new ProcessBuilder("bash", "-c",
                "set -o pipefail; TIMEFORMAT='%R %U %S'; time { " + command + "; }").redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        long rows = exit == 0 ? rows() : 0;
        if (rows != pools) {
            System.err.println("FAILED: " + command + " ended with " + exit + " and " + rows + " rows, not " + pools
                    + "; it said: " + said);
            System.exit(1);
        }
        var times = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new Run(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    /// Without the line of headers, which only the program writes.
    private long rows() throws IOException {
        try (var lines = CsvReader.builder().ofCsvRecord(output)) {
            return lines.stream().filter(line -> !line.getField(0).contains("cluster_")).count();
        }
    }

    private void report(Size size, Map<String, List<Run>> runs) {
        var pools = (size.isV2() ? "v2: " : "") + String.format(Locale.ROOT, "%,d", size.pools());
        double jqWall = median(runs.get(JQ).stream().map(Run::wallSeconds).toList());
        double jqCpu = median(runs.get(JQ).stream().map(Run::cpuSeconds).toList());
        runs.forEach((name, all) -> {
            double wall = median(all.stream().map(Run::wallSeconds).toList());
            double cpu = median(all.stream().map(Run::cpuSeconds).toList());
            var row = List.of(pools, name, text(wall), text(cpu), text(wall / jqWall), text(cpu / jqCpu));
            section.row(row);
            if (!size.isV2()) BenchSection.point(plot, name, size.pools(), cpu);
            System.out.println(String.join("  ", row));
        });
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
