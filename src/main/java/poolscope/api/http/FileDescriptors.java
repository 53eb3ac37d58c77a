package poolscope.api.http;

import java.io.IOException;
import java.nio.channels.Selector;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure;

/// Whether the system still gives this program descriptors: each connection and open file takes one.
///
/// Without one, the lookup of a name says that it is unknown, and the JDK's client ends in an [InternalError]. So after
/// a failure without an answer a selector is opened to see, rather than the system's words read, which are in its
/// user's language.
public final class FileDescriptors {

    private FileDescriptors() {}

    /// The failure, or what was the reason of it: that there is no descriptor left.
    public static Failure explain(Failure failure) {
        if (!(failure instanceof Failure.Unreachable(var cause, var failureDetails))) return failure;
        return switch (cause) {
            case NAME_UNKNOWN, RESET, NO_ROUTE,
                    OTHER ->
                isOneLeft()
                        ? failure
                        : new Failure.Unreachable(Failure.Unreachable.Cause.NO_DESCRIPTORS, failureDetails);
            case REFUSED, CONNECT_TIMED_OUT, ANSWER_TIMED_OUT, NO_DESCRIPTORS -> failure;
        };
    }

    /// The JDK's client could not open what it needs before it asks anybody.
    static final class ExhaustedException extends IOException {
        ExhaustedException(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /// The failure of opening a socket inside the JDK's client, which it makes an error of.
    ///
    /// @throws InternalError
    ///             when it is another one
    static IOException in(InternalError error) {
        if (error.getCause() instanceof IOException failed) return new ExhaustedException(failed);
        throw error;
    }

    static boolean isOneLeft() {
        try (var selector = Selector.open()) {
            return selector.isOpen();
        } catch (IOException _) {
            return false;
        }
    }
}
