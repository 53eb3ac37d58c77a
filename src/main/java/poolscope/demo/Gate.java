package poolscope.demo;

import java.time.Duration;
import java.util.Optional;

/// Lets a request in or says why not, in the gateway's words.
final class Gate {
    private static final Duration KEY_LOCK = Duration.ofMinutes(5);

    private final DemoSettings settings;
    private final Iam iam;
    private final Attempts signatures;

    Gate(DemoSettings settings, Iam iam) {
        this.settings = settings;
        this.iam = iam;
        signatures = new Attempts(settings.clock(), KEY_LOCK);
    }

    /// Empty when the caller has shown what the settings ask for.
    Optional<Answer> refusal(DemoRequest request) {
        return switch (settings.access()) {
            case Access.Open open -> Optional.empty();
            case Access.Token token -> tokenRefusal(request.header("X-Auth-Token"), token.token());
            case Access.Signature keys -> signatureRefusal(request, keys);
        };
    }

    /// Empty when the caller may read this project; to be asked after [#refusal]. A token that IAM gave out is good for the
    /// project that it was asked for, any other credential for the first.
    Optional<Answer> projectRefusal(DemoRequest request, String project) {
        var scope = settings.access() instanceof Access.Token
                ? iam.scopeOf(request.header("X-Auth-Token"))
                : Optional.<String>empty();
        if (scope.isPresent() && scope.get().isEmpty())
            return refused(401, ErrorBody.modelArts("ModelArts.0212", "The token is not a project-scoped token."));
        var allowed = scope.orElse(iam.projectId());
        return project.equals(allowed) && project.equals(iam.projectId())
                ? Optional.empty()
                : refused(403, ErrorBody.modelArts("ModelArts.0210", "The project id in the URI is not that of the token."));
    }

    private Optional<Answer> tokenRefusal(String shown, String token) {
        if (shown.isEmpty()) return unauthenticated("x-auth-token not found");
        return shown.equals(token) || iam.scopeOf(shown).isPresent() ? Optional.empty() : unauthenticated("decrypt token fail");
    }

    private Optional<Answer> signatureRefusal(DemoRequest request, Access.Signature keys) {
        var authorization = request.header("Authorization");
        if (authorization.isEmpty()) return unauthenticated("x-auth-token not found");
        if (signatures.locked()) return unauthenticated("AK access failed to reach the limit, forbidden");
        var flaw = new SignatureCheck(keys, settings.clock().instant()).flaw(request);
        if (flaw.isEmpty()) signatures.succeeded();
        else
            signatures.failed();
        return flaw.flatMap(found -> refused(401, ErrorBody.gateway(found.code(), found.message())));
    }

    private static Optional<Answer> unauthenticated(String why) {
        return refused(401, ErrorBody.gateway("APIG.0301", SignatureCheck.INCORRECT + why));
    }

    private static Optional<Answer> refused(int status, String body) {
        return Optional.of(Answer.text(status, Answer.JSON, body));
    }
}
