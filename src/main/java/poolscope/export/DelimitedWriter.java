package poolscope.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// CSV by RFC 4180, and the same with tabs.
///
/// What the service did not say is an empty cell, an empty text is a quoted one; ids are always quoted, which keeps
/// those that look like numbers from being read as such where a program cares for quotes.
final class DelimitedWriter implements PoolWriter {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ExportColumns exportColumns;
    /// One for each column.
    private final List<CellText> cells;
    private final Writer text;
    private final CsvWriter csv;

    private DelimitedWriter(CsvWriter.CsvWriterBuilder form, OutputStream out, ExportColumns exportColumns) {
        this.exportColumns = exportColumns;
        cells = exportColumns.fields()
                .stream()
                .map(_ -> new CellText(exportColumns.zone(), words(exportColumns)))
                .toList();
        text = Utf8Writer.on(out);
        csv = form.quoteStrategy(new Quotes(exportColumns.fields())).build(text);
    }

    private static UnaryOperator<String> words(ExportColumns exportColumns) {
        return exportColumns.forSpreadsheets()
                ? new RepeatedTextCache(FormulaEscape::disarm)
                : UnaryOperator.identity();
    }

    static DelimitedWriter commas(OutputStream out, ExportColumns exportColumns) {
        return new DelimitedWriter(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF), out, exportColumns);
    }

    static DelimitedWriter tabs(OutputStream out, ExportColumns exportColumns) {
        return new DelimitedWriter(CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF), out,
                exportColumns);
    }

    @Override
    public void begin() throws IOException {
        if (exportColumns.forSpreadsheets()) text.write(BYTE_ORDER_MARK);
        write(exportColumns.headers());
    }

    @Override
    public void write(Pool pool) throws IOException {
        try {
            var row = csv.writeRecord();
            for (int i = 0; i < cells.size(); i++)
                row.writeField(cells.get(i).of(exportColumns.fields().get(i).of(pool)).orElse(null));
            row.endRecord();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void end() throws IOException {
        csv.flush();
    }

    private void write(List<String> row) throws IOException {
        try {
            csv.writeRecord(row);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Which cells are quoted although they need not be.
    private record Quotes(List<PoolField> fields) implements QuoteStrategy {
        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, @Nullable String value) {
            return line > 1 && fields.get(field).unit() == PoolField.Unit.ID;
        }
    }
}
