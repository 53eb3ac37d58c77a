package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import poolscope.pool.Pool;

/// Pools that are to be written.
///
/// @param poolExportColumns
///            the columns; where a pool comes from is always among them
/// @param pools
///            in this order; walked through once, so they may be made on the way
/// @param count
///            how many pools there are; [#UNKNOWN] when nobody knows before they are written
public record PoolsExportContent(ExportFormat format, PoolExportColumns poolExportColumns, Iterable<Pool> pools,
        long count) implements ExportContent {
    public static final long UNKNOWN = -1;

    public PoolsExportContent {
        poolExportColumns = poolExportColumns.withSource();
    }

    /// Counts the pools if they are there already.
    public PoolsExportContent(ExportFormat format, PoolExportColumns poolExportColumns, Iterable<Pool> pools) {
        this(format, poolExportColumns, pools, pools instanceof Collection<Pool> counted ? counted.size() : UNKNOWN);
    }

    @Override
    public long writeTo(OutputStream out) throws IOException, InterruptedException {
        var buffered = ExportContent.buffered(out);
        RowWriter<Pool> writer = format == ExportFormat.JSON
                ? new RawPoolJsonWriter(buffered)
                : format.writer(buffered, poolExportColumns.layout(), count);
        long written = writer.writeAll(pools);
        buffered.flush();
        return written;
    }
}
