package poolscope.ui.trends;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import poolscope.export.ExportColumn;
import poolscope.export.ExportContent;
import poolscope.export.ExportFile;
import poolscope.export.ExportFormat;
import poolscope.export.ExportTableLayout;
import poolscope.export.FileWriteOutcome;
import poolscope.export.RowListExportContent;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.trend.PoolAmountTrend;
import poolscope.pool.trend.TrendMeasure;
import poolscope.pool.trend.TrendSeries;
import poolscope.pool.trend.UnchangedTrendInterval;
import poolscope.ui.parts.BackgroundFileWriter;

/// Writes the chart as a picture, and the trend as a table, to files.
public final class TrendsExportModel implements AutoCloseable {
    private static final String PICTURE = ".png";

    private final BackgroundFileWriter fileWriter;
    private final Supplier<ZoneId> zone;
    private final BooleanSupplier forSpreadsheets;

    /// @param zone
    ///            in which times are written
    /// @param forSpreadsheets
    ///            whether spreadsheets are kept from guessing what a cell is, as was last chosen for pools
    public TrendsExportModel(BackgroundFileWriter fileWriter, Supplier<ZoneId> zone, BooleanSupplier forSpreadsheets) {
        this.fileWriter = fileWriter;
        this.zone = zone;
        this.forSpreadsheets = forSpreadsheets;
    }

    /// How the last export ended; empty while there was none, and while one runs.
    ReadOnlyObjectProperty<Optional<FileWriteOutcome>> outcomeProperty() {
        return fileWriter.outcomeProperty();
    }

    /// Forgets how the last export ended, because another trend is shown.
    void clear() {
        fileWriter.clear();
    }

    /// Writes a picture. The operator agreed to replace the file of that name; a name without the ending gets it, and
    /// then no file is replaced.
    void writePicture(String chosen, ExportContent picture) {
        boolean isNamed = chosen.toLowerCase(Locale.ROOT).endsWith(PICTURE);
        fileWriter.write(ExportFile.chosen(chosen, isNamed, PICTURE), picture);
    }

    /// Writes all lines of a trend, also those that are not in the chart, in the format that the name says.
    void writeTable(String chosen, PoolAmountTrend poolAmountTrend) {
        var named = ExportFormat.ofName(Path.of(chosen));
        fileWriter.write(ExportFile.chosen(chosen, named.isPresent(), ".csv"),
                new RowListExportContent<>(named.orElse(ExportFormat.CSV), layout(poolAmountTrend),
                        UnchangedTrendInterval.of(poolAmountTrend, poolAmountTrend.series())));
    }

    private ExportTableLayout<UnchangedTrendInterval> layout(PoolAmountTrend poolAmountTrend) {
        var measures = poolAmountTrend.series().stream().map(TrendSeries::measure).map(TrendsExportModel::column);
        return new ExportTableLayout<>("trend",
                Stream.concat(Stream.of(
                        new ExportColumn<UnchangedTrendInterval>("from", PoolField.Unit.TIME,
                                row -> new FieldValue.Time(row.from())),
                        new ExportColumn<UnchangedTrendInterval>("to", PoolField.Unit.TIME,
                                row -> new FieldValue.Time(row.to())),
                        new ExportColumn<UnchangedTrendInterval>("watched", PoolField.Unit.TEXT,
                                row -> FieldValue.text(row.isWatched() ? "yes" : "no"))),
                        measures).toList(),
                zone.get(), forSpreadsheets.getAsBoolean());
    }

    private static ExportColumn<UnchangedTrendInterval> column(TrendMeasure measure) {
        var suffix = measure.family().map(AcceleratorFamily::name).map(name -> "_" + name.toLowerCase(Locale.ROOT));
        return new ExportColumn<>(measure.field().id() + suffix.orElse(""), measure.field().unit(), row -> {
            var value = row.values().get(measure);
            return value == null ? FieldValue.ABSENT : new FieldValue.Number(value);
        });
    }

    @Override
    public void close() {
        fileWriter.close();
    }
}
