package poolscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import poolscope.pool.Pool;

/// What is to be written.
///
/// @param layout
///            the columns; where a pool comes from is always among them
/// @param pools
///            in this order; walked through once, so they may be made on the way
public record Export(ExportFormat format, Layout layout, Iterable<Pool> pools) {
    private static final int BUFFER = 64 * 1024;

    public Export {
        layout = layout.withSource();
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
        var writer = format.writer(buffered, layout);
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
