package poolscope.api;

/// What a request showed about the sign-in.
public sealed interface SignInOutcome {
    /// The service accepted the sign-in, even if it refused the request for another reason.
    record Accepted() implements SignInOutcome {}

    /// The credentials were refused.
    record Refused(Failure failure) implements SignInOutcome {}

    /// The credentials were refused and replaced by new ones, which have not been accepted yet.
    record Renewed() implements SignInOutcome {}

    /// No response, or one that doesn't show whether the credentials are right.
    record Unknown() implements SignInOutcome {}

    SignInOutcome ACCEPTED = new Accepted();
    SignInOutcome RENEWED = new Renewed();
    SignInOutcome UNKNOWN = new Unknown();

    /// What a failure means for the sign-in.
    static SignInOutcome of(Failure failure) {
        return switch (failure) {
            case Failure.SignInRefused refusal -> new Refused(refusal);
            case Failure.NotAllowed _, Failure.ProjectMismatch _ -> ACCEPTED;
            case Failure.SecretUnavailable _, Failure.Unreachable _, Failure.Untrusted _, Failure.Proxy _,
                    Failure.NoSuchApi _, Failure.BadRequest _, Failure.QuotaUsed _, Failure.Throttled _,
                    Failure.ServiceTrouble _, Failure.UnreadableAnswer _ ->
                UNKNOWN;
        };
    }
}
