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
import poolscope.pool.PoolField;

/// CSV by RFC 4180, and the same with tabs.
///
/// What the service did not say is an empty cell, an empty text is a quoted one; ids are always quoted, which keeps
/// those that look like numbers from being read as such where a program cares for quotes.
final class CsvAndTsvRowWriter<R> implements RowWriter<R> {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ExportTableLayout<R> layout;
    /// One for each column.
    private final List<RepeatedCellTextCache<R>> cells;
    private final Writer text;
    private final CsvWriter csv;

    private CsvAndTsvRowWriter(CsvWriter.CsvWriterBuilder form, OutputStream out, ExportTableLayout<R> layout) {
        this.layout = layout;
        UnaryOperator<String> words = layout.forSpreadsheets()
                ? SpreadsheetTextEscaper::disarm
                : UnaryOperator.identity();
        var formatter = new CellTextFormatter(layout.zone(), words, layout.shownTimes());
        cells = layout.columns()
                .stream()
                .map(column -> new RepeatedCellTextCache<>(column.value(), formatter))
                .toList();
        text = Utf8Writer.on(out);
        csv = form.quoteStrategy(new Quotes(layout.units())).build(text);
    }

    static <R> CsvAndTsvRowWriter<R> commas(OutputStream out, ExportTableLayout<R> layout) {
        return new CsvAndTsvRowWriter<>(CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF), out, layout);
    }

    static <R> CsvAndTsvRowWriter<R> tabs(OutputStream out, ExportTableLayout<R> layout) {
        return new CsvAndTsvRowWriter<>(CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF), out,
                layout);
    }

    @Override
    public void begin() throws IOException {
        if (layout.forSpreadsheets()) text.write(BYTE_ORDER_MARK);
        write(layout.headers());
    }

    @Override
    public void write(R row) throws IOException {
        try {
            var fields = csv.writeRecord();
            for (var cell : cells)
                fields.writeField(cell.of(row));
            fields.endRecord();
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
    private record Quotes(List<PoolField.Unit> units) implements QuoteStrategy {
        @Override
        public boolean quoteEmpty(int line, int field) {
            return true;
        }

        @Override
        public boolean quoteValue(int line, int field, @Nullable String value) {
            return line > 1 && units.get(field) == PoolField.Unit.ID;
        }
    }
}
