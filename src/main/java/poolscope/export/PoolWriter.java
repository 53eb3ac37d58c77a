package poolscope.export;

import java.io.IOException;
import poolscope.pool.Pool;

/// Writes pools in one format: [#begin], then each pool, then [#end]. Knows neither files nor cancelling.
interface PoolWriter {

    /// What stands before the first pool.
    void begin() throws IOException;

    void write(Pool pool) throws IOException;

    /// What stands after the last pool, and everything that was held back. The stream stays open.
    void end() throws IOException;
}
