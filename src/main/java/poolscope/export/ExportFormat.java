package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What pools can be written as.
public enum ExportFormat {
    /// Comma-separated, RFC 4180.
    CSV("csv"),
    /// Tab-separated, quoted like CSV.
    TSV("tsv"),
    /// An array of objects: of pools those that the service sent, each as it came.
    JSON("json"),
    /// A table as GitHub draws it.
    MARKDOWN("md"),
    /// A workbook of Excel and LibreOffice; the one format that is not text.
    XLSX("xlsx");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// How a file's name ends, without the dot.
    public String extension() {
        return extension;
    }

    /// The format that a file's name promises.
    public static Optional<ExportFormat> ofName(Path file) {
        var name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(format -> name.endsWith("." + format.extension)).findFirst();
    }

    /// Whether spreadsheets guess what is in it, so that [PoolExportColumns#forSpreadsheets] has a meaning. A workbook
    /// says by itself what is text.
    public boolean isForSpreadsheets() {
        return switch (this) {
            case CSV, TSV -> true;
            case JSON, MARKDOWN, XLSX -> false;
        };
    }

    /// Whether a person can read it without a program.
    public boolean isText() {
        return this != XLSX;
    }

    /// Whether pools become rows, so that [PoolExportColumns] has a meaning.
    public boolean hasColumns() {
        return this != JSON;
    }

    /// @param count
    ///            how many rows will be written, [PoolsExportContent#UNKNOWN] when nobody knows
    <R> RowWriter<R> writer(OutputStream out, ExportTableLayout<R> layout, long count) throws IOException {
        return switch (this) {
            case CSV -> CsvAndTsvRowWriter.commas(out, layout);
            case TSV -> CsvAndTsvRowWriter.tabs(out, layout);
            case JSON -> new JsonRowWriter<>(out, layout);
            case MARKDOWN -> new MarkdownRowWriter<>(out, layout);
            case XLSX -> new XlsxWriter<>(out, layout, count);
        };
    }
}
