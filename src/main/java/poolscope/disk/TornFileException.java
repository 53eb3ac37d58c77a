package poolscope.disk;

import java.io.IOException;

/// A file was overwritten in its place, and that failed on the way: it holds a part, and what was in it is lost.
public final class TornFileException extends IOException {
    TornFileException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
