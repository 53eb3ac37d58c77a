package poolscope.api;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;

/// Which proxy is asked, and with which login.
///
/// There is no `Authenticator`: it would swallow the service's 401 and show a wrong password five times. The login stands in a
/// header of each request, which the JDK's client gives to the proxy only (measured; RELIABILITY.md, finding 8).
///
/// @param selector
///            knows the proxy of an address
/// @param authorization
///            `Proxy-Authorization`, for a manual proxy with user and password
/// @param who
///            signs in there
record ProxyUse(ProxySelector selector, Optional<Secret> authorization, Who who) {
    private static final String BASIC = "Basic ";

    static ProxyUse of(Way way) {
        return switch (way.route().proxy()) {
            case ProxyChoice.System _ -> new ProxyUse(ofSystem(ProxySelector.getDefault()), Optional.empty(), Who.NOBODY);
            case ProxyChoice.Direct _ -> new ProxyUse(java.net.http.HttpClient.Builder.NO_PROXY, Optional.empty(), Who.NOBODY);
            case ProxyChoice.Manual manual -> new ProxyUse(ProxySelector.of(address(manual)), manual.user().flatMap(
                    user -> way.proxyPassword().map(password -> basic(user, password))), Who.of(way));
        };
    }

    /// The secrets of the way, for redaction.
    static Stream<String> secrets(Way way) {
        return Stream.concat(way.proxyPassword().stream(), of(way).authorization.stream()).map(secret -> secret
                .reveal().substring(secret.reveal().startsWith(BASIC) ? BASIC.length() : 0));
    }

    private static ProxySelector ofSystem(@Nullable ProxySelector selector) {
        return selector == null ? java.net.http.HttpClient.Builder.NO_PROXY : selector;
    }

    /// Not resolved: the client does that for each connection, so that a moved proxy is found.
    private static InetSocketAddress address(ProxyChoice.Manual manual) {
        String host = manual.host().startsWith("[") ? manual.host().substring(1, manual.host().length() - 1) : manual.host();
        return InetSocketAddress.createUnresolved(host, manual.port());
    }

    private static Secret basic(String user, Secret password) {
        byte[] login = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.ofPassword(BASIC + Base64.getEncoder().encodeToString(login)).orThrow();
    }
}
