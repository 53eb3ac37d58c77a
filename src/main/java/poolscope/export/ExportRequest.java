package poolscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import poolscope.pool.Pool;

/// What is to be written.
///
/// @param layout
///            the columns; where a pool comes from is always among them
/// @param pools
///            in this order; walked through once, so they may be made on the way
/// @param count
///            how many pools there are; [#UNKNOWN] when nobody knows before they are written
public record ExportRequest(ExportFormat format, ExportColumns exportColumns, Iterable<Pool> pools, long count) {
    public static final long UNKNOWN = -1;
    private static final int BUFFER = 64 * 1024;

    public ExportRequest {
        exportColumns = exportColumns.withSource();
    }

    /// Counts the pools if they are there already.
    public ExportRequest(ExportFormat format, ExportColumns exportColumns, Iterable<Pool> pools) {
        this(format, exportColumns, pools, pools instanceof Collection<Pool> counted ? counted.size() : UNKNOWN);
    }

    /// Writes everything and leaves the stream open.
    ///
    /// @return how many pools were written
    /// @throws IOException
    ///             as the stream does
    /// @throws InterruptedException
    ///             when interrupted, before the next pool
    public long writeTo(OutputStream out) throws IOException, InterruptedException {
        var buffered = new BufferedOutputStream(out, BUFFER);
        var writer = format.writer(buffered, exportColumns, count);
        writer.begin();
        long written = 0;
        for (var pool : pools) {
            if (Thread.interrupted()) throw new InterruptedException();
            writer.write(pool);
            written++;
        }
        writer.end();
        buffered.flush();
        return written;
    }
}
