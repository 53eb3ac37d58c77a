package poolscope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Puts the sections of all benchmarks together: `report.md` and its plots, in the folder of the system property
/// `bench.folder`. Run by `mvn -Pbench verify` after all others. Exits with 1 when a section is missing.
public final class BenchReport {
    private static final Pattern CPU = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");

    private BenchReport() {}

    /// @param arguments
    ///            the number of sections that there must be
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(System.getProperty("bench.folder"));
        List<BenchSection.Content> sections;
        try (var files = Files.list(folder.resolve("sections"))) {
            sections = files.sorted().toList().stream().map(BenchReport::read).toList();
        }
        int wanted = Integer.parseInt(arguments[0]);
        if (sections.size() != wanted) {
            System.err.println("FAILED: " + sections.size() + " sections and not " + wanted + " are in " + folder);
            System.exit(1);
        }
        var report = new StringBuilder("# What PoolScope takes, beside its peers\n\n").append(machine()).append("\n");
        for (var section : sections.stream().sorted(Comparator.comparingInt(one -> one.order())).toList())
            add(report, section, folder);
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println("the report is " + folder.resolve("report.md"));
    }

    private static BenchSection.Content read(Path file) {
        try {
            return BenchSection.read(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " is not a section", e);
        }
    }

    private static void add(StringBuilder report, BenchSection.Content section, Path folder) throws IOException {
        report.append("\n## ").append(section.title()).append("\n\n");
        section.notes().forEach(note -> report.append(note).append("\n"));
        report.append("\n").append(line(section.columns()));
        report.append(line(section.columns().stream().map(_ -> "---").toList()));
        section.rows().forEach(row -> report.append(line(row)));
        for (var plot : section.plots()) {
            if (plot.series().isEmpty()) continue;
            Files.writeString(folder.resolve(plot.name() + ".svg"), LogLogPlot.svg(plot));
            report.append("\n![").append(plot.yLabel()).append("](").append(plot.name()).append(".svg)\n");
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String machine() throws IOException {
        var cpuinfo = Path.of("/proc/cpuinfo");
        var found = CPU.matcher(Files.exists(cpuinfo) ? Files.readString(cpuinfo) : "");
        return "%s · commit %s · %s · %d cores · %s %s · Java %s\n".formatted(LocalDate.now(ZoneOffset.UTC), commit(),
                found.find() ? found.group(1) : System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
                System.getProperty("os.version"), Runtime.version());
    }

    private static String commit() throws IOException {
        try (var in = BenchReport.class.getResourceAsStream("/poolscope/ui/about/build.properties")) {
            if (in == null) return "unknown";
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("commit", "unknown");
        }
    }
}
