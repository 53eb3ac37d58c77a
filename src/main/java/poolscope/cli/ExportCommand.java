package poolscope.cli;

import java.util.List;
import java.util.Map;
import poolscope.api.ApiEnvironment;
import poolscope.api.inventory.InventoryReader;
import poolscope.export.ExportColumns;
import poolscope.export.ExportRequest;
import poolscope.export.ExportRows;
import poolscope.export.JobColumns;
import poolscope.export.NodeColumns;
import poolscope.export.PoolItem;
import poolscope.export.RowLayout;
import poolscope.pool.Pool;
import poolscope.pool.filter.PoolFilter;

/// The subcommand `export`: reads the pools of one connection and writes those that match a filter, or their nodes or
/// jobs, in the order of the service.
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

    /// Runs the export. Arguments are checked before anything is requested from the service.
    public ExitCode run(ExportOptions options) {
        try {
            return export(options);
        } catch (ExitException e) {
            if (!e.sentence().isEmpty()) outputStreams.err().println(e.sentence());
            return e.code();
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode export(ExportOptions options) throws ExitException, InterruptedException {
        var filter = filter(options.filter());
        var exportDestination = ExportDestination.of(options, outputStreams);
        try (var exportSource = ExportSource.open(options, saved, environment);
                var reader = InventoryReader.open(exportSource.apiTarget(), apiEnvironment)) {
            var line = new ProgressLine(outputStreams);
            var readResult = ReadResult.of(exportSource, reader, line);
            var now = apiEnvironment.clock().instant();
            var shown = readResult.inventory().pools().stream().filter(pool -> filter.matches(pool, now)).toList();
            var contents = reader.contents();
            return switch (options.list()) {
                case POOLS -> writePools(options, exportDestination, readResult, shown);
                case NODES -> writeContents(options, exportDestination, NodeColumns.layout(options.forSpreadsheets()),
                        readResult, shown.size(), ContentsResult.of(options.list(), shown, contents::nodes, line));
                case JOBS -> writeContents(options, exportDestination, JobColumns.layout(options.forSpreadsheets()),
                        readResult, shown.size(), ContentsResult.of(options.list(), shown, contents::jobs, line));
            };
        }
    }

    private ExitCode writePools(ExportOptions options, ExportDestination exportDestination, ReadResult readResult,
            List<Pool> shown) throws ExitException, InterruptedException {
        var exportColumns = ExportColumns.raw().withForSpreadsheets(options.forSpreadsheets());
        long written = exportDestination.write(new ExportRequest(options.format(), exportColumns, shown));
        outputStreams.err().println(readResult.sentence(written));
        return readResult.code();
    }

    private <T> ExitCode writeContents(ExportOptions options, ExportDestination exportDestination,
            RowLayout<PoolItem<T>> layout, ReadResult readResult, int shown, ContentsResult<T> contents)
            throws ExitException, InterruptedException {
        exportDestination.write(new ExportRows<>(options.format(), layout, contents.rows()));
        contents.problems().forEach(outputStreams.err()::println);
        contents.notes().forEach(outputStreams.err()::println);
        int read = readResult.inventory().pools().size();
        var filtered = shown == read ? "" : "; the filter hides " + (read - shown) + " of " + read + " pools";
        boolean lacksContents = readResult.inventory().isComplete() && !contents.problems().isEmpty();
        outputStreams.err()
                .println((lacksContents ? "Incomplete: " : "")
                        + readResult.sentence(contents.sentence(options.list()), filtered));
        return contents.code(readResult.code());
    }

    private static PoolFilter filter(String text) throws ExitException {
        var parsed = PoolFilter.parse(text);
        return switch (parsed.verdict()) {
            case VALID -> parsed.filter();
            case INCOMPLETE, WRONG -> throw new ExitException(ExitCode.USAGE, FilterErrorText.of(parsed));
        };
    }
}
