package poolscope.start;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import poolscope.Cli;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.cli.ExitCode;
import poolscope.cli.ExportCommand;
import poolscope.cli.ParsedCommandLine;
import poolscope.cli.SavedConnectionLookup;
import poolscope.cli.StdoutAndStderr;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoCloudSettings;

/// Exports in every format, so that the AOT cache of the command line contains the classes and methods that exports
/// need. When an export fails, the program ends with a nonzero exit code, and so does the build.
public final class ExportAotTraining {
    private static final int POOLS = 100;

    private ExportAotTraining() {}

    public static void run() {
        try (var cloud = DemoCloud.start(DemoCloudSettings.ofBothGenerations(POOLS))) {
            var file = Files.createTempFile("rehearsal", ".csv");
            var asked = List.of("export", "--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId());
            for (var format : List.of("csv", "json", "tsv", "markdown", "xlsx"))
                export(ExitCode.COMPLETE, asked, "--format", format, "--filter", "status:abnormal gpu>=8 or cn");
            export(ExitCode.COMPLETE, asked, "--output", file.toString(), "--overwrite");
            Files.delete(file);
            export(ExitCode.COMPLETE, List.of("export"));
            exportWithoutV2();
            for (var arguments : List.of(new String[]{"export", "--help"}, new String[]{"export", "--nonsense"}))
                if (!(ParsedCommandLine.of(arguments, nowhere(), nowhere()) instanceof ParsedCommandLine.Exit))
                    throw new IllegalStateException(String.join(" ", arguments) + " did not end by itself");
        } catch (IOException | RuntimeException e) {
            System.err.println("The training of the AOT cache failed: " + e);
            System.exit(Cli.NOT_STARTED);
        }
    }

    /// A service without v2 answers with an error, whose body is read by classes that nothing else needs.
    private static void exportWithoutV2() throws IOException {
        try (var cloud = DemoCloud.start(DemoCloudSettings.ofV1(POOLS))) {
            export(ExitCode.COMPLETE,
                    List.of("export", "--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId()));
        }
    }

    /// @throws IllegalStateException
    ///             when an export ends with another exit code
    static void export(ExitCode expected, List<String> asked, String... more) {
        var arguments = Stream.concat(asked.stream(), Stream.of(more)).toArray(String[]::new);
        if (!(ParsedCommandLine.of(arguments, nowhere(),
                nowhere()) instanceof ParsedCommandLine.Export(var options, var _)))
            throw new IllegalStateException(String.join(" ", arguments) + " is no export");
        var exit = new ExportCommand(new StdoutAndStderr(OutputStream.nullOutputStream(), nowhere(), false), Map.of(),
                SavedConnectionLookup.NONE, RequestClockAndTimeouts.real()).run(options);
        if (exit != expected) throw new IllegalStateException(String.join(" ", arguments) + " ended with " + exit);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }
}
