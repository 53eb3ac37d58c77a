package poolscope.demo;

import java.util.Optional;

/// Lets a request in or says why not.
final class Gate {
    private final DemoSettings settings;

    Gate(DemoSettings settings) {
        this.settings = settings;
    }

    /// Empty when the caller has shown what the settings ask for.
    Optional<Answer> refusal(DemoRequest request) {
        return switch (settings.access()) {
            case Access.Open open -> Optional.empty();
            case Access.Token token -> tokenRefusal(request, token.token());
            case Access.Signature signature -> Optional.of(refused("not yet"));
        };
    }

    private Optional<Answer> tokenRefusal(DemoRequest request, String token) {
        var shown = request.header("X-Auth-Token");
        if (shown.isEmpty()) return Optional.of(refused("x-auth-token not found"));
        return shown.equals(token) ? Optional.empty() : Optional.of(refused("decrypt token fail"));
    }

    private static Answer refused(String why) {
        return DemoApi.gateway(401, "APIG.0301", "Incorrect IAM authentication information: " + why);
    }
}
