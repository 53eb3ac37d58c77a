package poolscope.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Parses a typed endpoint. Private clouds have their own hosts, so any host is allowed, but nothing besides scheme,
/// host and port (P22).
public final class EndpointParser {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private EndpointParser() {}

    /// The normalised endpoint: `scheme://host[:port]`, lower case, without trailing slash or dot. The default scheme
    /// is `https`.
    public static ValidationResult<URI> parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return ValidationResult.refused(ValidationError.ENDPOINT_EMPTY);
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f))
            return ValidationResult.refused(text.chars().anyMatch(c -> c >= 0x80)
                    ? ValidationError.ENDPOINT_HOST_NOT_ASCII
                    : ValidationError.ENDPOINT_MALFORMED);
        try {
            return check(new URI(text.contains("://") ? text : "https://" + text));
        } catch (URISyntaxException _) {
            return ValidationResult.refused(ValidationError.ENDPOINT_MALFORMED);
        }
    }

    /// Whether the host is this machine, the only one for which plain `http` is allowed.
    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host);
    }

    private static ValidationResult<URI> check(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http"))
            return ValidationResult.refused(ValidationError.ENDPOINT_SCHEME_UNKNOWN);
        String authority = uri.getRawAuthority();
        if (authority != null && authority.contains("@"))
            return ValidationResult.refused(ValidationError.ENDPOINT_WITH_USER);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null)
            return ValidationResult.refused(ValidationError.ENDPOINT_WITH_QUERY);
        String path = uri.getRawPath();
        if (path != null && !path.isEmpty() && !path.equals("/"))
            return ValidationResult.refused(ValidationError.ENDPOINT_WITH_PATH);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.endsWith(".")) host = host.substring(0, host.length() - 1);
        if (host.isEmpty()) return ValidationResult.refused(ValidationError.ENDPOINT_MALFORMED);
        int port = uri.getPort();
        if (port == 0 || port > 65535) return ValidationResult.refused(ValidationError.ENDPOINT_PORT_OUT_OF_RANGE);
        if (scheme.equals("http") && !isLoopback(host))
            return ValidationResult.refused(ValidationError.ENDPOINT_NOT_ENCRYPTED);
        return ValidationResult.accepted(URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port)));
    }

    /// Host and port of a typed endpoint, without a port that nobody typed; empty when it is invalid.
    public static Optional<String> authority(String typed) {
        return parse(typed) instanceof ValidationResult.Accepted<URI>(var uri)
                ? Optional.of(uri.getAuthority())
                : Optional.empty();
    }
}
