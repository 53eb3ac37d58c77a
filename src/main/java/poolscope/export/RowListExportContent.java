package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What is to be written, when the rows are not pools but something inside them.
///
/// @param rows
///            in this order
/// @param <R>
///            what becomes a row
public record RowListExportContent<R>(ExportFormat format, ExportTableLayout<R> layout,
        List<R> rows) implements ExportContent {
    public RowListExportContent {
        rows = List.copyOf(rows);
    }

    @Override
    public long writeTo(OutputStream out) throws IOException, InterruptedException {
        var buffered = ExportContent.buffered(out);
        long written = format.writer(buffered, layout, rows.size()).writeAll(rows);
        buffered.flush();
        return written;
    }
}
