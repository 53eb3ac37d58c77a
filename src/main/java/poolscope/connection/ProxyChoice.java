package poolscope.connection;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// The proxy of a connection.
public sealed interface ProxyChoice {

    /// The proxy that the system is configured with.
    record System() implements ProxyChoice {}

    /// No proxy, whatever the system is configured with.
    record Direct() implements ProxyChoice {}

    /// A proxy given by the person.
    ///
    /// @param host
    ///            a name or an address, an IPv6 address in brackets
    /// @param port
    ///            1 to 65535
    /// @param user
    ///            for the login at the proxy; the password is in a [SecretStore]
    /// @param exceptions
    ///            hosts that are reached directly, as in `no_proxy` ([NoProxyRule]); empty for none
    record Manual(String host, int port, Optional<String> user, String exceptions) implements ProxyChoice {
        private static final int HIGHEST_PORT = 65535;
        /// A number that fits an `int`.
        private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");
        private static final Pattern HOST = Pattern
                .compile("[0-9A-Za-z](?:[0-9A-Za-z.-]{0,252}[0-9A-Za-z])?|\\[[0-9A-Fa-f:.]{2,45}]");

        /// @throws IllegalArgumentException
        ///             when a part is invalid ([ProxyChoice#manual])
        public Manual {
            host = checkHost(host).orThrow();
            if (port < 1 || port > HIGHEST_PORT)
                throw new IllegalArgumentException(ValidationError.PROXY_PORT_OUT_OF_RANGE.name());
            user.ifPresent(name -> checkUser(name).orThrow());
            exceptions = NoProxyRule.check(exceptions).orThrow();
        }

        /// For display: `host:port`.
        public String address() {
            return host + ":" + port;
        }

        /// Whether that host is reached without the proxy.
        public boolean excludes(URI endpoint) {
            return NoProxyRule.covers(exceptions, endpoint.getHost());
        }

        /// The address that the proxy's password belongs to.
        URI uri() {
            return URI.create("proxy://" + address());
        }
    }

    /// The system's proxy.
    ProxyChoice SYSTEM = new System();
    /// No proxy.
    ProxyChoice DIRECT = new Direct();

    /// A typed proxy for all hosts.
    static ValidationResult<ProxyChoice> manual(String address, String user) {
        return manual(address, user, "");
    }

    /// A typed proxy.
    ///
    /// @param address
    ///            `host:port`, with or without leading `http://`
    /// @param user
    ///            blank when the proxy requires no login
    /// @param exceptions
    ///            hosts that are reached directly; blank for none
    static ValidationResult<ProxyChoice> manual(String address, String user, String exceptions) {
        String text = address.strip().replaceFirst("(?i)^http://", "").replaceFirst("/$", "");
        int colon = text.lastIndexOf(':');
        if (colon < 1 || !Manual.DIGITS.matcher(text.substring(colon + 1)).matches())
            return ValidationResult.refused(ValidationError.PROXY_MALFORMED);
        int port = Integer.parseInt(text.substring(colon + 1));
        if (port < 1 || port > Manual.HIGHEST_PORT)
            return ValidationResult.refused(ValidationError.PROXY_PORT_OUT_OF_RANGE);
        return checkHost(text.substring(0, colon))
                .then(host -> checkUser(user).then(name -> NoProxyRule.check(exceptions)
                        .then(direct -> ValidationResult.accepted(
                                new Manual(host, port, Optional.of(name).filter(given -> !given.isEmpty()), direct)))));
    }

    private static ValidationResult<String> checkHost(String host) {
        return Manual.HOST.matcher(host).matches()
                ? ValidationResult.accepted(host)
                : ValidationResult.refused(ValidationError.PROXY_MALFORMED);
    }

    /// Basic authentication ends the name at the first colon (RFC 7617).
    private static ValidationResult<String> checkUser(String typed) {
        return typed.contains(":")
                ? ValidationResult.refused(ValidationError.USER_MALFORMED)
                : ConnectionNameValidation.name(typed, ValidationError.USER_MALFORMED);
    }
}
