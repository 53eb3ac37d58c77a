package poolscope.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import poolscope.handover.HandOverReportInput;
import poolscope.history.HistoryFolder;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What the window has kept of the time before. Files that can't be read count as absent.
public final class ReportHistoryReader implements ReportCommand.EarlierReadings {
    /// A problem that is older is old enough.
    private static final Duration LONGEST = Duration.ofDays(7);

    private final HistoryFolder folder;
    private final Instant now;
    private final Consumer<String> warnings;

    /// @param warnings
    ///            receives a sentence when files can't be read
    public ReportHistoryReader(HistoryFolder folder, Instant now, Consumer<String> warnings) {
        this.folder = folder;
        this.now = now;
        this.warnings = warnings;
    }

    @Override
    public Optional<HandOverReportInput.Earlier> at(String connectionId, Instant moment) {
        return read(
                () -> folder.at(connectionId, moment)
                        .map(known -> new HandOverReportInput.Earlier(known.readAt(), known.isWhole(), known.pools())),
                Optional.empty());
    }

    @Override
    public List<ChangeLogEntry> changes(String connectionId) {
        return read(() -> folder.changesSince(connectionId, now.minus(LONGEST)), List.of());
    }

    @Override
    public RegularlyRefreshedPeriods watched(String connectionId, Instant since) {
        return read(() -> folder.watched(connectionId, since, PoolHistory.LONGEST_PAUSE),
                RegularlyRefreshedPeriods.never(PoolHistory.LONGEST_PAUSE));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T read(Reading<T> reading, T otherwise) {
        try {
            return reading.read();
        } catch (IOException e) {
            warnings.accept("The history in " + TerminalText.of(folder.folder().toString()) + " could not be read: "
                    + TerminalText.of(String.valueOf(e.getMessage())) + ".");
            return otherwise;
        }
    }
}
