package poolscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import poolscope.api.ApiEnvironment;
import poolscope.demo.TestCloud;

/// Runs `export` as the process would, and keeps what it said.
final class Terminal {
    final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    final ByteArrayOutputStream words = new ByteArrayOutputStream();
    final Map<String, String> environment = new HashMap<>();
    ConnectionLookup saved = ConnectionLookup.NONE;
    OutputStream out = rows;
    boolean showsProgress;

    /// The exit code.
    int export(String... arguments) {
        var err = new PrintStream(words, true, StandardCharsets.UTF_8);
        var all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments));
        var apiEnvironment = ApiEnvironment.real();
        var hasty = new ApiEnvironment(apiEnvironment.clock(), apiEnvironment.nanoTime(), apiEnvironment.random(),
                _ -> {
                }, apiEnvironment.timeouts());
        return switch (ParsedCommandLine.of(all.toArray(String[]::new),
                new PrintStream(rows, true, StandardCharsets.UTF_8), err)) {
            case ParsedCommandLine.Exit(int exit) -> exit;
            case ParsedCommandLine.Window _ -> throw new AssertionError("a window");
            case ParsedCommandLine.Export(var options, var _) ->
                new ExportCommand(new StdoutAndStderr(out, err, showsProgress), environment, saved, hasty).run(options)
                        .number();
        };
    }

    /// The exit code of reading that cloud.
    int export(TestCloud cloud, String... more) {
        var arguments = new ArrayList<>(
                List.of("--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId()));
        arguments.addAll(List.of(more));
        return export(arguments.toArray(String[]::new));
    }

    String rows() {
        return rows.toString(StandardCharsets.UTF_8);
    }

    String words() {
        return words.toString(StandardCharsets.UTF_8);
    }
}
