package poolscope.demo;

import java.time.Duration;
import java.util.Optional;

/// Checks credentials as the gateway does, and refuses with its codes and messages.
final class AccessControl {
    private static final Duration KEY_LOCK = Duration.ofMinutes(5);

    private final TestCloudSettings settings;
    private final IamApi iamApi;
    private final LockoutCounter signatures;

    AccessControl(TestCloudSettings settings, IamApi iamApi) {
        this.settings = settings;
        this.iamApi = iamApi;
        signatures = new LockoutCounter(settings.demo().clock(), KEY_LOCK);
    }

    /// Empty when the request has the credentials that the settings ask for.
    Optional<DemoResponse> refusal(DemoRequest request) {
        return switch (settings.accessRequirement()) {
            case AccessRequirement.Open open -> Optional.empty();
            case AccessRequirement.Token token -> tokenRefusal(request.header("X-Auth-Token"), token.token());
            case AccessRequirement.Signature keys -> signatureRefusal(request, keys);
        };
    }

    /// Empty when the caller may read this project; to be asked after [#refusal]. A token that IAM gave out is good for
    /// the project that it was asked for, any other credential for the first.
    Optional<DemoResponse> projectRefusal(DemoRequest request, String project) {
        var scope = settings.accessRequirement() instanceof AccessRequirement.Token
                ? iamApi.scopeOf(request.header("X-Auth-Token"))
                : Optional.<String>empty();
        if (scope.isPresent() && scope.get().isEmpty())
            return refused(401, DemoErrorBody.modelArts("ModelArts.0212", "The token is not a project-scoped token."));
        var allowed = scope.orElse(iamApi.projectId());
        return project.equals(allowed) && project.equals(iamApi.projectId())
                ? Optional.empty()
                : refused(403, DemoErrorBody.modelArts("ModelArts.0210",
                        "The project id in the URI is not that of the token."));
    }

    private Optional<DemoResponse> tokenRefusal(String shown, String token) {
        if (shown.isEmpty()) return unauthenticated("x-auth-token not found");
        return shown.equals(token) || iamApi.scopeOf(shown).isPresent()
                ? Optional.empty()
                : unauthenticated("decrypt token fail");
    }

    private Optional<DemoResponse> signatureRefusal(DemoRequest request, AccessRequirement.Signature keys) {
        var authorization = request.header("Authorization");
        if (authorization.isEmpty()) return unauthenticated("x-auth-token not found");
        if (signatures.locked()) return unauthenticated("AK access failed to reach the limit, forbidden");
        var flaw = new SignatureCheck(keys, settings.demo().clock().instant()).flaw(request);
        if (flaw.isEmpty()) signatures.succeeded();
        else
            signatures.failed();
        return flaw.flatMap(found -> refused(401, DemoErrorBody.gateway(found.code(), found.message())));
    }

    private static Optional<DemoResponse> unauthenticated(String why) {
        return refused(401, DemoErrorBody.gateway("APIG.0301", SignatureCheck.INCORRECT + why));
    }

    private static Optional<DemoResponse> refused(int status, String body) {
        return Optional.of(DemoResponse.text(status, DemoResponse.JSON, body));
    }
}
