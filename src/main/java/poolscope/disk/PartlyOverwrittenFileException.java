package poolscope.disk;

import java.io.IOException;

/// Overwriting a file in place failed: it has a part of the new content, and its old content is lost.
public final class PartlyOverwrittenFileException extends IOException {
    PartlyOverwrittenFileException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
