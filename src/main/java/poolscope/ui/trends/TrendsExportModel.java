package poolscope.ui.trends;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.export.ExportColumn;
import poolscope.export.ExportContent;
import poolscope.export.ExportFailure;
import poolscope.export.ExportFile;
import poolscope.export.ExportFormat;
import poolscope.export.ExportRowLayout;
import poolscope.export.RowListExportContent;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.TrendInterval;
import poolscope.pool.trend.TrendMeasure;
import poolscope.pool.trend.TrendSeries;

/// Writes the chart as a picture, and the trend as a table, to files.
public final class TrendsExportModel implements AutoCloseable {
    private static final String PICTURE = ".png";

    /// How the last export ended.
    sealed interface Outcome {
        record Written(String file) implements Outcome {}

        /// @param reason
        ///            in the system's words
        record Failed(ExportFailure failure, String file, String reason) implements Outcome {}
    }

    private final BackgroundJob<Long> backgroundJob;
    private final Supplier<ZoneId> zone;
    private final BooleanSupplier forSpreadsheets;
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(this, "outcome",
            Optional.empty());
    private Path file = Path.of("");

    /// @param zone
    ///            in which times are written
    /// @param forSpreadsheets
    ///            whether spreadsheets are kept from guessing what a cell is, as was last chosen for pools
    public TrendsExportModel(BackgroundJob<Long> backgroundJob, Supplier<ZoneId> zone,
            BooleanSupplier forSpreadsheets) {
        this.backgroundJob = backgroundJob;
        this.zone = zone;
        this.forSpreadsheets = forSpreadsheets;
        backgroundJob.stateProperty().subscribe((_, now) -> onStateChanged(now));
    }

    /// How the last export ended; empty while there was none, and while one runs.
    ReadOnlyObjectProperty<Optional<Outcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// What was said of the last export does not belong to another trend.
    void clear() {
        if (!backgroundJob.isRunning()) outcome.set(Optional.empty());
    }

    /// Writes a picture. The operator agreed to replace the file of that name; a name without the ending gets it, and
    /// then no file is replaced.
    void writePicture(String chosen, ExportContent picture) {
        boolean isNamed = chosen.toLowerCase(Locale.ROOT).endsWith(PICTURE);
        write(Path.of(isNamed ? chosen : chosen + PICTURE), isNamed, picture);
    }

    /// Writes all lines of a trend, also those that are not in the chart, in the format that the name says.
    void writeTable(String chosen, PoolAmountTrend poolAmountTrend) {
        var named = ExportFormat.ofName(Path.of(chosen));
        write(named.isPresent() ? Path.of(chosen) : Path.of(chosen + ".csv"), named.isPresent(),
                new RowListExportContent<>(named.orElse(ExportFormat.CSV), layout(poolAmountTrend),
                        TrendInterval.of(poolAmountTrend, poolAmountTrend.series())));
    }

    private ExportRowLayout<TrendInterval> layout(PoolAmountTrend poolAmountTrend) {
        var measures = poolAmountTrend.series().stream().map(TrendSeries::measure).map(TrendsExportModel::column);
        return new ExportRowLayout<>("trend",
                Stream.concat(Stream.of(
                        new ExportColumn<TrendInterval>("from", PoolField.Unit.TIME, row -> new Value.Time(row.from())),
                        new ExportColumn<TrendInterval>("to", PoolField.Unit.TIME, row -> new Value.Time(row.to())),
                        new ExportColumn<TrendInterval>("watched", PoolField.Unit.TEXT,
                                row -> Value.text(row.isWatched() ? "yes" : "no"))),
                        measures).toList(),
                zone.get(), forSpreadsheets.getAsBoolean());
    }

    private static ExportColumn<TrendInterval> column(TrendMeasure measure) {
        var suffix = measure.family().map(AcceleratorFamily::name).map(name -> "_" + name.toLowerCase(Locale.ROOT));
        return new ExportColumn<>(measure.field().id() + suffix.orElse(""), measure.field().unit(), row -> {
            var value = row.values().get(measure);
            return value == null ? Value.ABSENT : new Value.Number(value);
        });
    }

    private void write(Path to, boolean mayReplace, ExportContent content) {
        file = to;
        var target = ExportFile.at(to, mayReplace ? ExportFile.Existing.REPLACE : ExportFile.Existing.KEEP);
        outcome.set(Optional.empty());
        backgroundJob.start(_ -> target.write(content));
    }

    private void onStateChanged(BackgroundJob.State<Long> state) {
        switch (state) {
            case BackgroundJob.State.Idle<Long> _, BackgroundJob.State.Running<Long> _ -> {
            }
            case BackgroundJob.State.Done<Long> _ -> outcome.set(Optional.of(new Outcome.Written(file.toString())));
            case BackgroundJob.State.Failed<Long>(Throwable e) -> {
                var failure = e instanceof IOException io ? ExportFailure.of(io, file) : ExportFailure.OTHER;
                outcome.set(Optional.of(new Outcome.Failed(failure, file.toString(), String.valueOf(e.getMessage()))));
            }
        }
    }

    @Override
    public void close() {
        backgroundJob.close();
    }
}
