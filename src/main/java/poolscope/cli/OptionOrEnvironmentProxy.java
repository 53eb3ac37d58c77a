package poolscope.cli;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.NoProxyRule;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.Secret;
import poolscope.connection.ValidationResult;

/// The proxy from an option or the environment, with curl's rules: `https_proxy`, `HTTPS_PROXY`, `all_proxy`,
/// `ALL_PROXY`; `no_proxy` and `NO_PROXY` exclude hosts ([NoProxyRule]). Plain http is used for this machine only and
/// needs no proxy, so its variables are not read.
///
/// @param environment
///            the process's environment variables
record OptionOrEnvironmentProxy(Map<String, String> environment) {
    static final String OPTION = "--proxy";
    /// The value of the option for no proxy.
    static final String NONE = "none";
    private static final List<String> VARIABLES = List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
    /// curl's default for a proxy without port.
    private static final int DEFAULT_PORT = 1080;

    /// The network path with the proxy of the option, or else of the environment, instead of the system's.
    ///
    /// @param option
    ///            result of [#option]
    /// @param endpoint
    ///            the service to be reached
    /// @throws ExitException
    ///             when the variable is no valid proxy; the sentence does not repeat its value
    NetworkRouteAndPasswords apply(NetworkRouteAndPasswords networkRouteAndPasswords, Optional<ProxyChoice> option,
            URI endpoint) throws ExitException {
        if (option.isPresent()) return with(networkRouteAndPasswords, option.get(), Optional.empty());
        if (!(networkRouteAndPasswords.networkRoute().proxy() instanceof ProxyChoice.System)
                || !endpoint.getScheme().equals("https"))
            return networkRouteAndPasswords;
        var variable = VARIABLES.stream().filter(this::isSet).findFirst();
        if (variable.isEmpty()) return networkRouteAndPasswords;
        if (NoProxyRule.covers(exceptions(), endpoint.getHost()))
            return with(networkRouteAndPasswords, ProxyChoice.DIRECT, Optional.empty());
        return parse(networkRouteAndPasswords, "The environment variable " + variable.get(),
                environment.getOrDefault(variable.get(), "").strip());
    }

    /// The proxy of the option, without login.
    ///
    /// @throws ExitException
    ///             when the value is no valid proxy; the sentence does not repeat it
    static Optional<ProxyChoice> option(Optional<String> typed) throws ExitException {
        if (typed.isEmpty()) return Optional.empty();
        String option = typed.get().strip();
        if (option.equals(NONE)) return Optional.of(ProxyChoice.DIRECT);
        if (option.contains("@"))
            throw new ExitException(ExitCode.USAGE,
                    OPTION + " has a user or password in it, which every user of this machine can see: "
                            + "set https_proxy to http://USER:PASSWORD@HOST:PORT in the environment instead.");
        return Optional.of(choice(OPTION, address(OPTION, option), ""));
    }

    private static NetworkRouteAndPasswords parse(NetworkRouteAndPasswords networkRouteAndPasswords, String where,
            String text) throws ExitException {
        String address = address(where, text);
        int at = address.lastIndexOf('@');
        String login = at < 0 ? "" : address.substring(0, at);
        int colon = login.indexOf(':');
        String user = decode(colon < 0 ? login : login.substring(0, colon));
        var password = colon < 0 ? Optional.<Secret>empty() : secret(where, decode(login.substring(colon + 1)));
        return with(networkRouteAndPasswords, choice(where, address.substring(at + 1), user), password);
    }

    /// The part between scheme and path.
    private static String address(String where, String text) throws ExitException {
        int end = text.indexOf("://");
        if (end >= 0 && !text.substring(0, end).equalsIgnoreCase("http"))
            throw new ExitException(ExitCode.USAGE,
                    where + " names a proxy that is not plain HTTP (http://HOST:PORT); SOCKS and "
                            + "HTTPS proxies are not supported.");
        return (end < 0 ? text : text.substring(end + "://".length())).replaceFirst("/.*$", "");
    }

    private static ProxyChoice choice(String where, String host, String user) throws ExitException {
        return switch (ProxyChoice.manual(withPort(host), user)) {
            case ValidationResult.Accepted<ProxyChoice>(var choice) -> choice;
            case ValidationResult.Refused<ProxyChoice>(var validationError) ->
                throw new ExitException(ExitCode.USAGE, where + " " + ValidationText.of(validationError) + ".");
        };
    }

    private static Optional<Secret> secret(String where, String password) throws ExitException {
        if (password.isEmpty()) return Optional.empty();
        return switch (Secret.ofPassword(password)) {
            case ValidationResult.Accepted<Secret>(Secret secret) -> Optional.of(secret);
            case ValidationResult.Refused<Secret>(var validationError) -> throw new ExitException(ExitCode.USAGE,
                    "The password in " + where + " " + ValidationText.of(validationError) + ".");
        };
    }

    private static NetworkRouteAndPasswords with(NetworkRouteAndPasswords networkRouteAndPasswords, ProxyChoice proxy,
            Optional<Secret> password) {
        return new NetworkRouteAndPasswords(networkRouteAndPasswords.networkRoute().withProxy(proxy),
                new RoutePasswords(password, networkRouteAndPasswords.passwords().caFile()));
    }

    private static String withPort(String address) {
        return address.matches(".*:[0-9]*") && !address.endsWith("]") ? address : address + ":" + DEFAULT_PORT;
    }

    /// Text that can't be decoded is used as it is.
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private String exceptions() {
        return Stream.of("no_proxy", "NO_PROXY").filter(this::isSet).map(environment::get).findFirst().orElse("");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
