package poolscope.start;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import poolscope.Cli;
import poolscope.api.ApiEnvironment;
import poolscope.cli.ConnectionLookup;
import poolscope.cli.ExportCommand;
import poolscope.cli.Invocation;
import poolscope.cli.OutputStreams;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;

/// Exports in every format, so that the AOT cache of the command line knows the classes and methods that it takes. It
/// proves nothing.
public final class ExportAotTraining {
    private static final int POOLS = 100;

    private ExportAotTraining() {}

    public static void run() {
        try (var cloud = DemoCloud.start(DemoSettings.of(POOLS))) {
            var file = Files.createTempFile("rehearsal", ".csv");
            var asked = List.of("export", "--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId());
            for (var format : List.of("csv", "json", "tsv", "markdown", "xlsx"))
                export(asked, "--format", format, "--filter", "status:abnormal gpu>=8 or cn");
            export(asked, "--output", file.toString(), "--overwrite");
            Files.delete(file);
            export(List.of("export"));
            Invocation.of(new String[]{"export", "--help"}, nowhere(), nowhere());
            Invocation.of(new String[]{"export", "--nonsense"}, nowhere(), nowhere());
        } catch (IOException e) {
            System.err.println("The rehearsal failed: " + e);
            System.exit(Cli.NOT_STARTED);
        }
    }

    static void export(List<String> asked, String... more) {
        var arguments = Stream.concat(asked.stream(), Stream.of(more)).toArray(String[]::new);
        if (Invocation.of(arguments, nowhere(), nowhere()) instanceof Invocation.Export(var options, var _))
            new ExportCommand(new OutputStreams(OutputStream.nullOutputStream(), nowhere(), false), Map.of(),
                    ConnectionLookup.NONE, ApiEnvironment.real()).run(options);
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream());
    }
}
