package poolscope.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Pools as text for the clipboard: the values of an export, laid out for what they are pasted into.
///
/// What may be pasted into a spreadsheet (rows, lines) is disarmed as in a file for spreadsheets, and has a row a line
/// whatever the service sent: a spreadsheet starts a new cell at every tab and a new row at every line break. One cell,
/// a comma list and JSON are for other places and stay as they are.
///
/// @param pools
///            in the order shown
/// @param poolExportColumns
///            whose fields are the columns on screen
public record PoolsClipboardText(List<Pool> pools, PoolExportColumns poolExportColumns) {
    /// Tab-separated rows, one a line, no line break after the last.
    public String rows() throws InterruptedException {
        return join(pools, "\n", this::row);
    }

    /// The same under the columns' names.
    public String rowsWithHeader() throws InterruptedException {
        var header = poolExportColumns.headers()
                .stream()
                .map(PoolsClipboardText::oneCell)
                .collect(Collectors.joining("\t"));
        return pools.isEmpty() ? header : header + "\n" + rows();
    }

    /// One column, a value a line; what was not said is an empty line, so that lines stay rows.
    public String lines(PoolField field) throws InterruptedException {
        var cellTextFormatter = cells(SpreadsheetTextEscaper::disarm);
        return join(pools, "\n", pool -> oneCell(text(pool, field, cellTextFormatter).orElse("")));
    }

    /// One column as a list for a command or a query; what was not said is left out.
    public String commaList(PoolField field) throws InterruptedException {
        var cellTextFormatter = cells(UnaryOperator.identity());
        var said = pools.stream().filter(pool -> text(pool, field, cellTextFormatter).isPresent()).toList();
        return join(said, ",", pool -> carried(text(pool, field, cellTextFormatter).orElse("")));
    }

    /// One value in full.
    public static String cell(Pool pool, PoolField field, PoolExportColumns poolExportColumns) {
        var one = new PoolsClipboardText(List.of(pool), poolExportColumns);
        return carried(one.text(pool, field, one.cells(UnaryOperator.identity())).orElse(""));
    }

    /// What is known of each pool, a line with name and value for each field, and an empty line between pools.
    public String details() throws InterruptedException {
        var cellTextFormatter = cells(UnaryOperator.identity());
        return join(pools, "\n\n",
                pool -> poolExportColumns.fields()
                        .stream()
                        .flatMap(field -> text(pool, field, cellTextFormatter).filter(text -> !text.isEmpty())
                                .map(text -> poolExportColumns.header().apply(field) + ": "
                                        + carried(text).replaceAll("\\R", " "))
                                .stream())
                        .collect(Collectors.joining("\n")));
    }

    /// An array of the objects that the service sent.
    public String json() throws InterruptedException {
        return written(RawPoolJsonWriter::new);
    }

    /// A table in Markdown.
    public String markdown() throws InterruptedException {
        return written(out -> new MarkdownRowWriter<>(out, poolExportColumns.layout()));
    }

    private String written(Function<OutputStream, RowWriter<Pool>> format) throws InterruptedException {
        var out = new ByteArrayOutputStream();
        try {
            format.apply(out).writeAll(pools);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return carried(out.toString(StandardCharsets.UTF_8).stripTrailing());
    }

    private String row(Pool pool) {
        var cellTextFormatter = cells(SpreadsheetTextEscaper::disarm);
        return poolExportColumns.fields()
                .stream()
                .map(field -> oneCell(text(pool, field, cellTextFormatter).orElse("")))
                .collect(Collectors.joining("\t"));
    }

    /// An estimate is in brackets, because no column name that says so may stand above it.
    private Optional<String> text(Pool pool, PoolField field, CellTextFormatter cellTextFormatter) {
        var text = cellTextFormatter.of(poolExportColumns.value(field).apply(pool));
        return field.isEstimated() ? text.map(date -> "[" + date + "]") : text;
    }

    private CellTextFormatter cells(UnaryOperator<String> words) {
        return new CellTextFormatter(poolExportColumns.zone(), words,
                poolExportColumns.translatedValueLookup().isPresent());
    }

    private static String join(List<Pool> pools, String between, Function<Pool, String> text)
            throws InterruptedException {
        var all = new StringBuilder();
        for (int i = 0; i < pools.size(); i++) {
            if (Thread.interrupted()) throw new InterruptedException();
            if (i > 0) all.append(between);
            all.append(text.apply(pools.get(i)));
        }
        return all.toString();
    }

    private static String oneCell(String text) {
        return SpreadsheetPasteCellText.of(carried(text));
    }

    /// What a clipboard can carry: on some systems its text ends at the first NUL, and none has halves of
    /// surrogate pairs.
    private static String carried(String text) {
        return ExternalTextCleaner.replaceEach(text,
                c -> c == 0 || ExternalTextCleaner.isHalf(c) ? ExternalTextCleaner.REPLACEMENT : c);
    }
}
