package poolscope.cli;

import java.util.Map;
import poolscope.api.ApiEnvironment;
import poolscope.export.ExportColumns;
import poolscope.export.ExportRequest;
import poolscope.pool.filter.PoolFilter;

/// The subcommand `export`: reads the pools of one connection and writes those that a filter shows, in the order of
/// the service.
public final class ExportCommand {
    private final OutputStreams outputStreams;
    private final EnvironmentCredentials environment;
    private final ConnectionLookup saved;
    private final ApiEnvironment apiEnvironment;

    /// @param environment
    ///            the process's environment variables
    public ExportCommand(OutputStreams outputStreams, Map<String, String> environment, ConnectionLookup saved,
            ApiEnvironment apiEnvironment) {
        this.outputStreams = outputStreams;
        this.environment = new EnvironmentCredentials(environment);
        this.saved = saved;
        this.apiEnvironment = apiEnvironment;
    }

    /// Does it. What can be said wrong of the arguments is said before the service is asked.
    public ExitCode run(ExportOptions options) {
        try {
            return export(options);
        } catch (ExitException e) {
            if (!e.sentence().isEmpty()) outputStreams.words().println(e.sentence());
            return e.code();
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode export(ExportOptions options) throws ExitException, InterruptedException {
        var filter = filter(options.filter());
        var exportDestination = ExportDestination.of(options, outputStreams);
        try (var exportSource = ExportSource.open(options, saved, environment)) {
            var readResult = ReadResult.of(exportSource, apiEnvironment, new ProgressLine(outputStreams));
            var now = apiEnvironment.clock().instant();
            var shown = readResult.inventory().pools().stream().filter(pool -> filter.matches(pool, now)).toList();
            var exportColumns = ExportColumns.raw().withForSpreadsheets(options.forSpreadsheets());
            long written = exportDestination.write(new ExportRequest(options.format(), exportColumns, shown));
            outputStreams.words().println(readResult.sentence(written));
            return readResult.code();
        }
    }

    private static PoolFilter filter(String text) throws ExitException {
        var parsed = PoolFilter.parse(text);
        return switch (parsed.verdict()) {
            case VALID -> parsed.filter();
            case INCOMPLETE, WRONG -> throw new ExitException(ExitCode.USAGE, FilterErrorText.of(parsed));
        };
    }
}
