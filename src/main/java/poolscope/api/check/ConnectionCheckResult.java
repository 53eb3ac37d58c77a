package poolscope.api.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import poolscope.api.Failure;

/// The result of one check.
///
/// @param took
///            how long the check ran; near zero when it was skipped
public record ConnectionCheckResult(ConnectionCheckKind name, Duration took, Outcome outcome) {

    public sealed interface Outcome {
        /// The check succeeded.
        ///
        /// @param detail
        ///            what was found, as text that needs no translation: an address, a protocol, a number
        record Passed(String detail) implements Outcome {}

        /// The clocks agree within a minute.
        ///
        /// @param skew
        ///            the service's clock minus the local one
        record ClocksAgree(Duration skew) implements Outcome {}

        /// The check succeeded, but the clocks differ by more than a minute ([poolscope.api.ClockSkew]). A request that
        /// is refused for that is signed again with the service's time.
        ///
        /// @param skew
        ///            the service's clock minus the local one
        record ClocksDiffer(Duration skew) implements Outcome {}

        /// Whether each list of pools may be read, when more than one is requested. The check fails when one is refused
        /// and none is permitted.
        record Permissions(List<PoolListPermissionFinding> lists) implements Outcome {
            public Permissions {
                lists = List.copyOf(lists);
            }

            /// Whether a list is refused while another one is permitted: the pools of the connection are not whole.
            public boolean isPartial() {
                return lists.stream().anyMatch(PoolListPermissionFinding::isRefused)
                        && lists.stream().anyMatch(PoolListPermissionFinding::isPermitted);
            }
        }

        /// The check does not apply to this connection.
        record Skipped(Why why) implements Outcome {}

        /// The check failed; no further checks run.
        record Failed(Failure failure) implements Outcome {}
    }

    /// Why a check was skipped.
    public enum Why {
        /// No proxy is used.
        NO_PROXY,
        /// The endpoint or the proxy is an IP address, so no name is resolved.
        NOT_NEEDED,
        /// The endpoint is plain `http`, which is allowed to this machine only.
        NOT_ENCRYPTED,
        /// The response has no `Date` header.
        NO_DATE,
        /// The connection has no credentials.
        NO_SIGN_IN
    }

    public boolean isFailed() {
        return switch (outcome) {
            case Outcome.Failed _ -> true;
            case Outcome.Permissions(var lists) -> lists.stream().anyMatch(PoolListPermissionFinding::isRefused)
                    && lists.stream().noneMatch(PoolListPermissionFinding::isPermitted);
            case Outcome.Passed _, Outcome.ClocksAgree _, Outcome.ClocksDiffer _, Outcome.Skipped _ -> false;
        };
    }

    /// The failures that the result names, in the order of the requests.
    List<Failure> failures() {
        return switch (outcome) {
            case Outcome.Failed(var failure) -> List.of(failure);
            case Outcome.Permissions(var lists) ->
                lists.stream().map(PoolListPermissionFinding::failure).flatMap(Optional::stream).toList();
            case Outcome.Passed _, Outcome.ClocksAgree _, Outcome.ClocksDiffer _, Outcome.Skipped _ -> List.of();
        };
    }
}
