package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.stream.Stream;

/// A table in Markdown, numbers to the right.
final class MarkdownRowWriter<R> implements RowWriter<R> {
    private final ExportTableLayout<R> layout;
    private final CellTextFormatter cellTextFormatter;
    private final Writer text;

    MarkdownRowWriter(OutputStream out, ExportTableLayout<R> layout) {
        this.layout = layout;
        cellTextFormatter = new CellTextFormatter(layout.zone(), MarkdownTableFormatter::escape, layout.shownTimes());
        text = Utf8Writer.on(out);
    }

    @Override
    public void begin() throws IOException {
        writeRow(layout.headers().stream().map(MarkdownTableFormatter::escape));
        writeRow(layout.units().stream().map(unit -> unit.isNumeric() ? "---:" : "---"));
    }

    @Override
    public void write(R row) throws IOException {
        writeRow(layout.columns().stream().map(column -> cellTextFormatter.of(column.value().apply(row)).orElse("")));
    }

    @Override
    public void end() throws IOException {
        text.flush();
    }

    private void writeRow(Stream<String> cells) throws IOException {
        text.write(MarkdownTableFormatter.row(cells));
    }
}
