package poolscope.api.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import poolscope.connection.Secret;

/// Reads when a token expires from the token itself (*Signing in* in api-notes.md).
final class TokenContentExpiryReader {
    private static final Pattern EXPIRES_AT = Pattern.compile("\"expires_at\"\\s*:\\s*\"([^\"]{1,40})\"");

    private TokenContentExpiryReader() {}

    /// The end by IAM's clock; empty when the token doesn't contain it in readable form.
    static Optional<Instant> read(Secret token) {
        byte[] content;
        try {
            // IAM writes a hyphen for the slash of Base64.
            content = Base64.getMimeDecoder().decode(token.reveal().replace('-', '/'));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        return EXPIRES_AT.matcher(new String(content, StandardCharsets.ISO_8859_1))
                .results()
                .findFirst()
                .flatMap(found -> TokenRequest.time(found.group(1)));
    }
}
