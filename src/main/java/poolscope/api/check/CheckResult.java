package poolscope.api.check;

import java.time.Duration;
import poolscope.api.Failure;

/// One rung of the ladder, climbed or not.
///
/// @param took
///            how long it took; zero when nothing was done for it
public record CheckResult(CheckKind name, Duration took, Outcome outcome) {

    public sealed interface Outcome {
        /// All is well.
        ///
        /// @param detail
        ///            what was found, in no language: an address, a protocol, a number
        record Passed(String detail) implements Outcome {}

        /// Nothing to check here.
        record Skipped(Why why) implements Outcome {}

        /// The ladder ends here.
        record Failed(Failure failure) implements Outcome {}
    }

    /// Why a step is not for this connection.
    public enum Why {
        /// No proxy is used.
        NO_PROXY,
        /// The proxy finds the host, or there is none to be found: the endpoint is an address.
        NOT_NEEDED,
        /// Plain `http`, to this machine only.
        NOT_ENCRYPTED,
        /// The service doesn't say what time it is.
        NO_DATE,
        /// Nobody signs in.
        NO_SIGN_IN
    }

    public boolean isFailed() {
        return outcome instanceof Outcome.Failed;
    }
}
