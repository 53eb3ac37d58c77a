package poolscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import poolscope.pool.Pool;

/// A JSON array of the objects that the service sent, copied, not written anew: a number keeps its form (4096.0), an
/// escape stays an escape, fields that nobody knows are there (P42). An array has no place for a version; the objects
/// are the document's. Of a pool of before the program started, whose JSON was not kept, the known fields are written.
final class RawPoolJsonWriter implements RowWriter<Pool> {
    private final OutputStream out;
    private boolean any;

    RawPoolJsonWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        write("[");
    }

    /// Through text, not byte by byte: a reader of JSON forgives broken UTF-8 in a field that it skips, others don't.
    @Override
    public void write(Pool pool) throws IOException {
        var json = pool.raw().text();
        write(any ? ",\n" : "\n");
        write(json.isEmpty() ? KnownPoolFieldsJsonWriter.of(pool) : json);
        any = true;
    }

    @Override
    public void end() throws IOException {
        write(any ? "\n]\n" : "]\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
