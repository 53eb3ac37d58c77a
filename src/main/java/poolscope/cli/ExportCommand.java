package poolscope.cli;

import java.util.List;
import java.util.Map;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.export.ExportTableLayout;
import poolscope.export.JobExportColumns;
import poolscope.export.NodeExportColumns;
import poolscope.export.PoolContentsRow;
import poolscope.export.PoolExportColumns;
import poolscope.export.PoolsExportContent;
import poolscope.export.RowListExportContent;
import poolscope.pool.Pool;
import poolscope.pool.filter.PoolFilter;

/// The subcommand `export`: reads the pools of one connection and writes those that match a filter, or their nodes or
/// jobs, in the order of the service.
public final class ExportCommand {
    private final StdoutAndStderr stdoutAndStderr;
    private final EnvironmentCredentials environment;
    private final SavedConnectionLookup saved;
    private final RequestClockAndTimeouts requestClockAndTimeouts;

    /// @param environment
    ///            the process's environment variables
    public ExportCommand(StdoutAndStderr stdoutAndStderr, Map<String, String> environment, SavedConnectionLookup saved,
            RequestClockAndTimeouts requestClockAndTimeouts) {
        this.stdoutAndStderr = stdoutAndStderr;
        this.environment = new EnvironmentCredentials(environment);
        this.saved = saved;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
    }

    /// Runs the export. Arguments are checked before anything is requested from the service.
    public ExitCode run(ExportOptions options) {
        return ExitException.codeOf(() -> export(options), stdoutAndStderr);
    }

    private ExitCode export(ExportOptions options) throws ExitException, InterruptedException {
        var filter = filter(options.filter());
        var exportDestination = ExportDestination.of(options, stdoutAndStderr);
        try (var commandTargetService = CommandTargetService.open(options.service(), saved, environment);
                var reader = InventoryReader.open(commandTargetService.apiTarget(), requestClockAndTimeouts)) {
            var line = new ProgressLine(stdoutAndStderr);
            var poolsReadResult = PoolsReadResult.of(commandTargetService, reader, line);
            var now = requestClockAndTimeouts.clock().instant();
            var shown = poolsReadResult.inventory().pools().stream().filter(pool -> filter.matches(pool, now)).toList();
            var contents = reader.contents();
            return switch (options.list()) {
                case POOLS -> writePools(options, exportDestination, poolsReadResult, shown);
                case NODES -> writeContents(options, exportDestination,
                        NodeExportColumns.layout(options.forSpreadsheets()), poolsReadResult, shown.size(),
                        new NodesOrJobsReader<>(options.list(), contents::nodes).read(shown, line));
                case JOBS -> writeContents(options, exportDestination,
                        JobExportColumns.layout(options.forSpreadsheets()), poolsReadResult, shown.size(),
                        new NodesOrJobsReader<>(options.list(), contents::jobs).read(shown, line));
            };
        }
    }

    private ExitCode writePools(ExportOptions options, ExportDestination exportDestination,
            PoolsReadResult poolsReadResult, List<Pool> shown) throws ExitException, InterruptedException {
        var poolExportColumns = PoolExportColumns.raw(options.withEstimates())
                .withForSpreadsheets(options.forSpreadsheets());
        long written = exportDestination.write(new PoolsExportContent(options.format(), poolExportColumns, shown));
        stdoutAndStderr.err().println(poolsReadResult.sentence(written));
        return poolsReadResult.code();
    }

    private <T> ExitCode writeContents(ExportOptions options, ExportDestination exportDestination,
            ExportTableLayout<PoolContentsRow<T>> layout, PoolsReadResult poolsReadResult, int shown,
            NodesOrJobsReadResult<T> contents) throws ExitException, InterruptedException {
        exportDestination.write(new RowListExportContent<>(options.format(), layout, contents.rows()));
        contents.problems().forEach(stdoutAndStderr.err()::println);
        contents.notes().forEach(stdoutAndStderr.err()::println);
        int read = poolsReadResult.inventory().pools().size();
        var filtered = shown == read ? "" : "; the filter hides " + (read - shown) + " of " + read + " pools";
        boolean lacksContents = poolsReadResult.inventory().isComplete() && !contents.problems().isEmpty();
        stdoutAndStderr.err()
                .println((lacksContents ? "Incomplete: " : "")
                        + poolsReadResult.sentence(contents.sentence(options.list()), filtered));
        return contents.code(poolsReadResult.code());
    }

    /// The filter that the text means.
    ///
    /// @throws ExitException
    ///             when it is wrong or not finished
    static PoolFilter filter(String text) throws ExitException {
        var parsed = PoolFilter.parse(text);
        return switch (parsed.verdict()) {
            case VALID -> parsed.filter();
            case INCOMPLETE, WRONG -> throw new ExitException(ExitCode.USAGE, FilterErrorText.of(parsed));
        };
    }
}
