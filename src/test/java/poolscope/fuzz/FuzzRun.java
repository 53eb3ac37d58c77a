package poolscope.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Fuzzes each target for some time, guided by coverage, each in a process of its own: `mvn -Psoak verify`, or `mvn
/// -Psoak test-compile exec:exec@fuzz -Dfuzz.seconds=600`. Exits with 1 after a finding.
///
/// What was found is in `target/fuzz`: copy it to `src/test/resources/poolscope/fuzz/` and the target's name, where
/// [FuzzFindingsTest] reads it. Inputs that reach new code are kept in `target/fuzz` for the next run.
final class FuzzRun {
    private static final Path FOLDER = Path.of("target/fuzz");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+) ft: (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("[\\w./-]{2,30}");
    private static final int MAX_TOKENS = 400;
    private static final int LINES = 12;
    /// Some 20 s of startup on a busy machine.
    private static final Duration MOST_MORE = Duration.ofSeconds(120);

    private final int seconds;

    private FuzzRun(int seconds) {
        this.seconds = seconds;
    }

    /// @param arguments
    ///            the seconds for each target, and names of targets, all without
    public static void main(String[] arguments) throws Exception {
        long begun = System.nanoTime();
        var run = new FuzzRun(Integer.parseInt(arguments[0]));
        List<String> names = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length)
                : List.copyOf(FuzzTargets.names());
        boolean isClean = true;
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (var name : names)
                tasks.add(() -> run.fuzz(name));
            for (var result : two.invokeAll(tasks))
                isClean &= result.get();
        }
        System.out.printf(Locale.ROOT, "Fuzzed %d targets in %d s: %s%n", names.size(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(), isClean ? "nothing found" : "FAILED");
        System.exit(isClean ? 0 : 1);
    }

    private boolean fuzz(String name) throws IOException, InterruptedException {
        var folder = FOLDER.resolve(name);
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var finding = folder.resolve("finding");
        Files.deleteIfExists(finding);
        writeSeeds(FuzzTargets.of(name), corpus);
        var log = folder.resolve("log.txt");
        var process = new ProcessBuilder(command(name, folder, finding)).redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean isDone = process.waitFor(Duration.ofSeconds(seconds).plus(MOST_MORE));
        if (!isDone) process.destroyForcibly().waitFor();
        String output = Files.readString(log, StandardCharsets.ISO_8859_1);
        boolean isClean = isDone && process.exitValue() == 0 && DONE.matcher(output).find();
        System.out.printf(Locale.ROOT, "%-18s %9s runs  %5s places of code reached  %s%n", name, last(DONE, output),
                last(COVERAGE, output), isClean ? "nothing found" : "FAILED: see " + log + " and " + finding);
        if (!isClean) System.out.println(cause(output));
        return isClean;
    }

    private List<String> command(String name, Path folder, Path finding) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-XX:+EnableDynamicAgentLoading", "-cp",
                System.getProperty("java.class.path"), "-Dfuzz.target=" + name, "-Dfuzz.finding=" + finding,
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + JazzerTarget.class.getName(),
                "--instrumentation_includes=poolscope.**", "--custom_hook_includes=poolscope.**",
                // patterns of filters are meant to be patterns; their time is bounded
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "--reproducer_path=" + folder, "-max_total_time=" + seconds, "-timeout=20", "-max_len=65536",
                "-use_value_profile=1", "-dict=" + folder.resolve("dictionary.txt"), "-artifact_prefix=" + folder + "/",
                folder.resolve("corpus").toString());
    }

    /// The seeds, changes of each of them, and their words as dictionary.
    private static void writeSeeds(FuzzTarget target, Path corpus) throws IOException {
        var seeds = target.seeds();
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
            Files.write(corpus.resolve("edits-" + i), new byte[]{FuzzInput.EDITS, (byte) i, 0, 1, 4, 3, 0, 2, 8, 9});
        }
        var words = seeds.stream()
                .flatMap(seed -> TOKEN.matcher(new String(seed, StandardCharsets.ISO_8859_1)).results())
                .map(match -> '"' + match.group() + '"')
                .distinct()
                .limit(MAX_TOKENS)
                .collect(Collectors.joining("\n"));
        Files.writeString(corpus.resolveSibling("dictionary.txt"), words + "\n");
    }

    private static String last(Pattern pattern, String output) {
        return pattern.matcher(output).results().reduce((_, later) -> later).map(match -> match.group(1)).orElse("?");
    }

    private static String cause(String output) {
        int at = output.indexOf("== Java Exception");
        var lines = output.substring(Math.max(0, at)).lines().toList();
        return String.join("\n",
                at < 0
                        ? lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                        : lines.subList(0, Math.min(LINES, lines.size())));
    }
}
