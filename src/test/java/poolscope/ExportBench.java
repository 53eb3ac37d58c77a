package poolscope;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import poolscope.demo.TestCloud;

/// 100,000 pools from loopback into a CSV file, each time by a new process: the installed program's `export`, the same
/// by plain `java`, and `curl | jq`, in turn, in one run. Linux, with bash, curl and jq.
///
/// Run by `mvn -Pbench-start verify`; arguments are the installed program, the folder of modules, the number of rounds.
/// Every run must end with 0 and write every pool, or the whole ends with 1.
public final class ExportBench {
    private static final int POOLS = 100_000;
    private static final int PAGE = 1_000;
    /// The fields of the contract that a person would ask jq for.
    private static final String JQ = ".clusters[] | [.cluster_id, .cluster_name, .status, .owner, .created_at, .allocatable_cpu_cores, "
            + ".allocatable_memory, .allocatable_gpus, (.nodes | tostring), .description] | @csv";

    private final Path output = Files.createTempDirectory("export-bench").resolve("pools.csv");

    private ExportBench() throws IOException {}

    private record Run(double wallSeconds, double cpuSeconds) {}

    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[2]);
        var bench = new ExportBench();
        try (var cloud = TestCloud.start(AppFixture.still(POOLS))) {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var asked = " export --endpoint " + cloud.endpoint() + " --project " + cloud.projectId()
                    + " --overwrite --output " + bench.output;
            var commands = new LinkedHashMap<String, String>();
            commands.put("installed", arguments[0] + asked);
            commands.put("plain java", java + " --enable-native-access=javafx.graphics,poolscope -p " + arguments[1]
                    + " -m poolscope/poolscope.App" + asked);
            commands.put("curl | jq", curl(cloud) + " | jq -r '" + JQ + "' > " + bench.output);
            report(bench.measure(commands, rounds));
        }
        System.exit(0);
    }

    private static String curl(TestCloud cloud) {
        return "curl -sf '" + cloud.endpoint() + "/v1/" + cloud.projectId() + "/clusters?limit=" + PAGE + "&offset=[0-"
                + (POOLS / PAGE - 1) + "]'";
    }

    private Map<String, List<Run>> measure(Map<String, String> commands, int rounds) throws Exception {
        var runs = new LinkedHashMap<String, List<Run>>();
        for (int round = 0; round <= rounds; round++)
            for (var one : commands.entrySet()) {
                var run = run(one.getValue());
                if (round > 0) runs.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(run);
                System.err.printf(Locale.ROOT, "round %d %-10s %.2f s, CPU %.2f s%n", round, one.getKey(),
                        run.wallSeconds(), run.cpuSeconds());
            }
        return runs;
    }

    /// bash adds up the time of the whole pipe.
    private Run run(String command) throws Exception {
        Files.deleteIfExists(output);
        var process = new ProcessBuilder("bash", "-c",
                "set -o pipefail; TIMEFORMAT='%R %U %S'; time { " + command + "; }").redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = process.waitFor();
        long rows = exit == 0 ? rows() : 0;
        if (rows != POOLS) {
            System.err
                    .println("FAILED: " + command + " ended with " + exit + " and " + rows + " rows; it said: " + said);
            System.exit(1);
        }
        var times = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        return new Run(Double.parseDouble(times[0]), Double.parseDouble(times[1]) + Double.parseDouble(times[2]));
    }

    /// Without the line of headers, which only the program writes.
    private long rows() throws IOException {
        try (var lines = CsvReader.builder().ofCsvRecord(output)) {
            return lines.stream().filter(line -> !line.getField(0).contains("cluster_name")).count();
        }
    }

    private static void report(Map<String, List<Run>> runs) {
        var jq = runs.get("curl | jq");
        System.out.printf("medians of %d       wall s    CPU s   of curl | jq%n", jq.size());
        runs.forEach((name, all) -> System.out.printf(Locale.ROOT, "%-15s %8.2f %8.2f   %.2f %.2f%n", name,
                median(all.stream().map(Run::wallSeconds).toList()), median(all.stream().map(Run::cpuSeconds).toList()),
                median(all.stream().map(Run::wallSeconds).toList())
                        / median(jq.stream().map(Run::wallSeconds).toList()),
                median(all.stream().map(Run::cpuSeconds).toList())
                        / median(jq.stream().map(Run::cpuSeconds).toList())));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
