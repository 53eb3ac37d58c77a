package poolscope.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import poolscope.api.ApiException;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.v2.PoolContentsReader;
import poolscope.handover.HandOver;
import poolscope.handover.HandOverReportInput;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Inventory;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.node.PoolJob;
import poolscope.settings.ChangeTrackingSettings;

/// The subcommand `report`: reads the pools of one or several connections and writes a hand-over for the next shift.
/// What can't be read is said in the report.
public final class ReportCommand {
    /// Each pool's jobs cost a request.
    private static final int MOST_JOB_REQUESTS = 50;

    /// What was known before.
    public interface EarlierReadings {
        /// Nothing.
        EarlierReadings NONE = new EarlierReadings() {
            @Override
            public Optional<HandOverReportInput.Earlier> at(String connectionId, Instant moment) {
                return Optional.empty();
            }

            @Override
            public List<ChangeLogEntry> changes(String connectionId) {
                return List.of();
            }

            @Override
            public RegularlyRefreshedPeriods watched(String connectionId, Instant since) {
                return RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE);
            }
        };

        /// The pools at that moment; empty when nothing is known of it.
        Optional<HandOverReportInput.Earlier> at(String connectionId, Instant moment);

        /// All known changes, in the order of time.
        List<ChangeLogEntry> changes(String connectionId);

        /// When the connection was read since then.
        RegularlyRefreshedPeriods watched(String connectionId, Instant since);
    }

    /// When shifts begin, in which zone.
    public record Shifts(ChangeTrackingSettings settings, ZoneId zone) {}

    /// Finds the words.
    @FunctionalInterface
    public interface Words {
        /// The report in Markdown.
        String markdown(HandOver handOver, ReportOptions options);
    }

    private final StdoutAndStderr stdoutAndStderr;
    private final EnvironmentCredentials environment;
    private final SavedConnectionLookup saved;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final EarlierReadings earlier;
    private final Shifts shifts;
    private final Words words;

    /// @param environment
    ///            the process's environment variables
    /// @param shifts
    ///            in whose zone times of day are meant
    public ReportCommand(StdoutAndStderr stdoutAndStderr, Map<String, String> environment, SavedConnectionLookup saved,
            RequestClockAndTimeouts requestClockAndTimeouts, EarlierReadings earlier, Shifts shifts, Words words) {
        this.stdoutAndStderr = stdoutAndStderr;
        this.environment = new EnvironmentCredentials(environment);
        this.saved = saved;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.earlier = earlier;
        this.shifts = shifts;
        this.words = words;
    }

    /// Writes the report. Arguments are checked before anything is requested from the service.
    public ExitCode run(ReportOptions options) {
        return ExitException.codeOf(() -> report(options), stdoutAndStderr);
    }

    private ExitCode report(ReportOptions options) throws ExitException, InterruptedException {
        var filter = ExportCommand.filter(options.filter());
        var destination = ExportDestination.of(options.output(), options.overwrite(), stdoutAndStderr);
        var now = requestClockAndTimeouts.clock().instant();
        var since = options.since()
                .map(time -> time.before(now, shifts.zone()))
                .orElseGet(() -> shifts.settings().beginningOfShift(now, shifts.zone()));
        if (since.isAfter(now)) throw new ExitException(ExitCode.USAGE, "--since lies in the future.");
        Predicate<Pool> matches = pool -> filter.matches(pool, now);
        List<Read> all = new ArrayList<>();
        for (var service : services(options.service()))
            all.add(read(service, since, now, matches));
        Map<PoolKey, List<PoolJob>> jobs = new HashMap<>();
        all.forEach(one -> jobs.putAll(one.jobs));
        var facts = new HandOverReportInput(since, now, all.stream().map(Read::source).toList(), "", options.filter(),
                matches, all.stream().flatMap(one -> earlier.changes(one.source.connectionId()).stream()).toList(),
                jobs, List.of());
        byte[] text = words.markdown(HandOver.of(facts), options).getBytes(StandardCharsets.UTF_8);
        destination.write(out -> {
            out.write(text);
            return 1;
        });
        boolean isWhole = all.stream().allMatch(one -> one.source.now().filter(Inventory::isComplete).isPresent());
        return isWhole ? ExitCode.COMPLETE : ExitCode.INCOMPLETE;
    }

    /// The service that is named, or all ticked connections, or else the demo cloud.
    private List<ServiceOptions> services(ServiceOptions asked) {
        if (asked.connection().isPresent() || asked.endpoint().isPresent()) return List.of(asked);
        var ticked = saved.ticked().stream().map(one -> asked.withConnection(one.id())).toList();
        return ticked.isEmpty() ? List.of(asked) : ticked;
    }

    /// What was read of one connection.
    private record Read(HandOverReportInput.Source source, Map<PoolKey, List<PoolJob>> jobs) {}

    private Read read(ServiceOptions service, Instant since, Instant now, Predicate<Pool> matches)
            throws ExitException, InterruptedException {
        try (var commandTargetService = CommandTargetService.open(service, saved, environment);
                var reader = InventoryReader.open(commandTargetService.apiTarget(), requestClockAndTimeouts)) {
            var serviceAndProject = commandTargetService.apiTarget().serviceAndProject();
            var watched = earlier.watched(serviceAndProject.id(), since);
            var known = earlier.at(serviceAndProject.id(), since);
            try {
                var line = new ProgressLine(stdoutAndStderr);
                var inventory = read(reader, line);
                var pools = inventory.pools().stream().filter(matches).toList();
                return new Read(new HandOverReportInput.Source(serviceAndProject.id(), serviceAndProject.name(),
                        Optional.of(inventory), Optional.empty(), known, watched.with(now),
                        reader.contents().plannedMaintenance()), jobs(reader.contents(), pools, line));
            } catch (ApiException e) {
                stdoutAndStderr.err().println(CommandLineFailureText.of(e.failure()) + ".");
                return new Read(
                        new HandOverReportInput.Source(serviceAndProject.id(), serviceAndProject.name(),
                                Optional.empty(), Optional.of(e.failure()), known, watched, Optional.empty()),
                        Map.of());
            }
        } catch (ExitException e) {
            var failure = e.failure();
            if (failure.isEmpty() || service.connection().isEmpty()) throw e;
            stdoutAndStderr.err().println(e.sentence());
            String id = service.connection().get();
            return new Read(new HandOverReportInput.Source(id, nameOf(id), Optional.empty(), Optional.of(failure.get()),
                    earlier.at(id, since), earlier.watched(id, since), Optional.empty()), Map.of());
        }
    }

    private static Inventory read(InventoryReader reader, ProgressLine line) throws ApiException, InterruptedException {
        try {
            return reader.read(line::show);
        } finally {
            line.clear();
        }
    }

    private String nameOf(String id) {
        return Stream.concat(saved.ticked().stream(), saved.named(id).stream())
                .filter(one -> one.id().equals(id))
                .map(one -> one.name())
                .findFirst()
                .orElse(id);
    }

    /// The jobs of as many pools as requests are allowed, until one can't be read: the report says of how many.
    private Map<PoolKey, List<PoolJob>> jobs(PoolContentsReader contents, List<Pool> pools, ProgressLine line)
            throws InterruptedException {
        Map<PoolKey, List<PoolJob>> jobs = new HashMap<>();
        var listed = pools.stream()
                .filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2 && pool.hasId())
                .limit(MOST_JOB_REQUESTS)
                .toList();
        try {
            for (var pool : listed) {
                line.show("jobs of " + jobs.size() + " of " + listed.size() + " pools read");
                jobs.put(PoolKey.of(pool), contents.jobs(pool.key()).items());
            }
        } catch (ApiException e) {
            line.clear();
            stdoutAndStderr.err().println("Jobs could not be read: " + CommandLineFailureText.of(e.failure()) + ".");
        } finally {
            line.clear();
        }
        return jobs;
    }
}
