package poolscope.export;

import java.io.IOException;

/// Writes rows in one format: [#begin], then each row, then [#end]. Knows neither files nor cancelling.
///
/// @param <R>
///            what becomes a row: a pool, or something inside one
interface RowWriter<R> {

    /// What stands before the first row.
    void begin() throws IOException;

    void write(R row) throws IOException;

    /// What stands after the last row, and everything that was held back. The stream stays open.
    void end() throws IOException;

    /// Writes everything.
    ///
    /// @return how many rows were written
    /// @throws InterruptedException
    ///             when interrupted, before the next row
    default long writeAll(Iterable<? extends R> rows) throws IOException, InterruptedException {
        begin();
        long written = 0;
        for (var row : rows) {
            if (Thread.interrupted()) throw new InterruptedException();
            write(row);
            written++;
        }
        end();
        return written;
    }
}
