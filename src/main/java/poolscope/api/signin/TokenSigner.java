package poolscope.api.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import poolscope.api.http.ApiRequest;
import poolscope.connection.Secret;

/// Signs with a pasted token, which can't be renewed.
final class TokenSigner implements RequestSigner {
    private final Secret token;
    private final Optional<Instant> expiry;

    TokenSigner(Secret token) {
        this.token = token;
        expiry = TokenContentExpiryReader.read(token);
    }

    @Override
    public Map<String, String> sign(ApiRequest request, Instant now, Duration timeout) {
        return Map.of("x-auth-token", token.reveal());
    }

    @Override
    public Optional<Instant> tokenExpiry(Duration clockSkew) {
        return expiry.map(end -> end.minus(clockSkew));
    }
}
