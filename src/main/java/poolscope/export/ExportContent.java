package poolscope.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What an export writes, whatever its rows are.
public interface ExportContent {
    /// Writes everything and leaves the stream open.
    ///
    /// @return how many rows were written
    /// @throws IOException
    ///             as the stream does
    /// @throws InterruptedException
    ///             when interrupted, before the next row
    long writeTo(OutputStream out) throws IOException, InterruptedException;

    /// The stream with a buffer large enough for many rows.
    static BufferedOutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(out, 64 * 1024);
    }
}
