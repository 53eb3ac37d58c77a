package poolscope.history;

import java.io.IOException;

/// A file holds more than is taken into memory.
final class TooLargeException extends IOException {
    TooLargeException() {
        super("more than is taken into memory");
    }
}
