package poolscope.api.check;

import java.util.Optional;
import poolscope.api.ApiCallKind;
import poolscope.api.Failure;

/// Whether one list of pools may be read, by the response to a request for it.
///
/// @param call
///            the request, [ApiCallKind#V1_POOLS] or [ApiCallKind#V2_POOLS]
public record PoolListPermissionFinding(ApiCallKind call, Finding finding) {
    /// What the response showed.
    public sealed interface Finding {
        /// The list may be read.
        ///
        /// @param pools
        ///            number of pools in the list
        /// @param isAll
        ///            false when there may be more, because the response is one page and names no total
        record Permitted(long pools, boolean isAll) implements Finding {}

        /// The permission is missing, or the project is another one's.
        record Refused(Failure failure) implements Finding {}

        /// The service does not have this generation of the API.
        record NotOffered(Failure failure) implements Finding {}

        /// The response shows nothing about the permission.
        record Unknown(Failure failure) implements Finding {}
    }

    static Finding of(Failure failure) {
        return switch (failure) {
            case Failure.NotAllowed _, Failure.ProjectMismatch _ -> new Finding.Refused(failure);
            case Failure.NoSuchApi _ -> new Finding.NotOffered(failure);
            case Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _, Failure.SecretUnavailable _,
                    Failure.SignInRefused _, Failure.BadRequest _, Failure.QuotaUsed _, Failure.Throttled _,
                    Failure.ServiceTrouble _, Failure.UnreadableAnswer _ ->
                new Finding.Unknown(failure);
        };
    }

    boolean isPermitted() {
        return finding instanceof Finding.Permitted;
    }

    boolean isRefused() {
        return finding instanceof Finding.Refused;
    }

    /// Why the list was not read; empty when it was.
    Optional<Failure> failure() {
        return switch (finding) {
            case Finding.Permitted _ -> Optional.empty();
            case Finding.Refused(var failure) -> Optional.of(failure);
            case Finding.NotOffered(var failure) -> Optional.of(failure);
            case Finding.Unknown(var failure) -> Optional.of(failure);
        };
    }
}
