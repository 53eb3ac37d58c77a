package poolscope.api.http;

import java.io.IOException;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure;

/// Whether the system still gives this program file descriptors: each connection and open file takes one.
///
/// Without one, a name lookup reports an unknown host, and the JDK's client throws an [InternalError]. So after a
/// failure without a response this class opens a selector to find out. The system's messages are not read, because they
/// are in the user's language.
public final class FileDescriptorShortageDetector {

    private FileDescriptorShortageDetector() {}

    /// The failure, or that there is no descriptor left when that is the reason for it.
    public static Failure explain(Failure failure) {
        if (!(failure instanceof Failure.Unreachable(var cause, var failureDetails))) return failure;
        return switch (cause) {
            case NAME_UNKNOWN, RESET, NO_ROUTE,
                    OTHER ->
                isAnyLeft()
                        ? failure
                        : new Failure.Unreachable(Failure.Unreachable.Cause.NO_DESCRIPTORS, failureDetails);
            case REFUSED, CONNECT_TIMED_OUT, ANSWER_TIMED_OUT, NO_DESCRIPTORS -> failure;
        };
    }

    /// The JDK's client could not open a socket or selector.
    static final class ExhaustedException extends IOException {
        ExhaustedException(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /// The failure to open a socket that the JDK's client wrapped in an error.
    ///
    /// @throws InternalError
    ///             when it has another cause
    static IOException unwrap(InternalError error) {
        if (error.getCause() instanceof IOException failed) return new ExhaustedException(failed);
        throw error;
    }

    static boolean isAnyLeft() {
        try (var selector = Selector.open()) {
            return selector.isOpen();
        } catch (IOException _) {
            return false;
        }
    }
}
