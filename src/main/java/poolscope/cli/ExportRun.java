package poolscope.cli;

import java.util.Map;
import poolscope.api.Surroundings;
import poolscope.export.Export;
import poolscope.export.Layout;
import poolscope.pool.PoolFilter;

/// The subcommand `export`: reads the pools of one connection and writes those that a filter shows, in the order of the service.
public final class ExportRun {
    private final Streams streams;
    private final EnvironmentCredentials environment;
    private final Targets saved;
    private final Surroundings surroundings;

    /// @param environment
    ///            the process's environment variables
    public ExportRun(Streams streams, Map<String, String> environment, Targets saved, Surroundings surroundings) {
        this.streams = streams;
        this.environment = new EnvironmentCredentials(environment);
        this.saved = saved;
        this.surroundings = surroundings;
    }

    /// Does it. What can be said wrong of the arguments is said before the service is asked.
    public ExitCode run(ExportOptions options) {
        try {
            return export(options);
        } catch (EndException e) {
            if (!e.sentence().isEmpty()) streams.words().println(e.sentence());
            return e.code();
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    private ExitCode export(ExportOptions options) throws EndException, InterruptedException {
        var filter = filter(options.filter());
        var outlet = Outlet.of(options, streams);
        try (var site = Site.open(options, saved, environment)) {
            var reading = Reading.of(site, surroundings, new ProgressLine(streams));
            var now = surroundings.clock().instant();
            var shown = reading.inventory().pools().stream().filter(pool -> filter.matches(pool, now)).toList();
            var layout = Layout.raw().withForSpreadsheets(options.forSpreadsheets());
            long written = outlet.write(new Export(options.format(), layout, shown));
            streams.words().println(reading.sentence(written));
            return reading.code();
        }
    }

    private static PoolFilter filter(String text) throws EndException {
        var parsed = PoolFilter.parse(text);
        return switch (parsed.verdict()) {
            case VALID -> parsed.filter();
            case INCOMPLETE, WRONG -> throw new EndException(ExitCode.USAGE, FilterSentence.of(parsed));
        };
    }
}
