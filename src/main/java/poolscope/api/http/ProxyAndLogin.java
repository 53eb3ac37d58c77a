package poolscope.api.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.SignInLockoutKey;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;

/// The proxy that requests use, and its login.
///
/// There is no `java.net.Authenticator`: it would discard the body of the service's 401 and send a wrong password five
/// times. The login is a header of each request, which the JDK's client sends to the proxy only (measured 4 in
/// api-notes.md).
///
/// @param selector
///            finds the proxy for an address
/// @param authorization
///            `Proxy-Authorization`, for a manual proxy with user and password
/// @param signInLockoutKey
///            the login at the proxy, for counting refusals
public record ProxyAndLogin(ProxySelector selector, Optional<Secret> authorization, SignInLockoutKey signInLockoutKey) {
    private static final String BASIC = "Basic ";

    private static final ProxyAndLogin NONE = new ProxyAndLogin(java.net.http.HttpClient.Builder.NO_PROXY,
            Optional.empty(), SignInLockoutKey.NOBODY);

    /// For one endpoint; none for an endpoint that the proxy's exceptions name, so that the login at the proxy is not
    /// sent to the service. Plain `http` uses no proxy, which would see the token: it is allowed for services of this
    /// machine only, and no proxy is needed to reach them.
    public static ProxyAndLogin of(NetworkRouteAndPasswords networkRouteAndPasswords, URI endpoint) {
        return mayReach(endpoint, networkRouteAndPasswords.networkRoute()) ? of(networkRouteAndPasswords) : NONE;
    }

    /// Whether an endpoint may be reached through the proxy.
    public static boolean mayReach(URI endpoint, NetworkRoute networkRoute) {
        return endpoint.getScheme().equals("https")
                && !(networkRoute.proxy() instanceof ProxyChoice.Manual manual && manual.excludes(endpoint));
    }

    static ProxyAndLogin of(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return switch (networkRouteAndPasswords.networkRoute().proxy()) {
            case ProxyChoice.System _ ->
                new ProxyAndLogin(ofSystem(ProxySelector.getDefault()), Optional.empty(), SignInLockoutKey.NOBODY);
            case ProxyChoice.Direct _ -> NONE;
            case ProxyChoice.Manual manual -> new ProxyAndLogin(ProxySelector.of(address(manual)), manual.user()
                    .flatMap(user -> networkRouteAndPasswords.proxyPassword().map(password -> basic(user, password))),
                    SignInLockoutKey.of(networkRouteAndPasswords));
        };
    }

    /// The proxy for an address, empty when none is used.
    public Optional<InetSocketAddress> of(URI uri) {
        return selector.select(uri)
                .stream()
                .filter(one -> one.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .findFirst();
    }

    /// Turns a failure of an exchange into one of the proxy, when there is a proxy and the service was not reached.
    ///
    /// @param reachedServer
    ///            whether the service itself was ever reached through the proxy
    Failure explain(Failure failure, URI uri, boolean reachedServer) {
        if (reachedServer || !uri.getScheme().equals("https")) return explain(failure, uri);
        boolean isNoHttp = failure instanceof Failure.UnreadableAnswer(var cause, _)
                && cause == Failure.UnreadableAnswer.Cause.NOT_HTTP;
        boolean isBroken = failure instanceof Failure.Unreachable(var cause, _)
                && cause == Failure.Unreachable.Cause.RESET;
        return isNoHttp || isBroken
                ? ofProxy(Optional.of(Failure.Proxy.Cause.NO_PROXY), failure.failureDetails(), uri).orElse(failure)
                : explain(failure, uri);
    }

    /// Turns a failure to connect into one of the proxy, when the address is reached through one.
    public Failure explain(Failure failure, URI uri) {
        return failure instanceof Failure.Unreachable(var cause, var failureDetails)
                ? ofProxy(causeOfConnect(cause), failureDetails, uri).orElse(failure)
                : failure;
    }

    /// As [#explain], for the `CONNECT` request of a tunnel.
    public Failure explainTunnel(Failure failure, URI uri) {
        return failure instanceof Failure.Unreachable(var cause, var failureDetails)
                ? ofProxy(causeOfTunnel(cause), failureDetails, uri).orElse(failure)
                : failure;
    }

    private Optional<Failure> ofProxy(Optional<Failure.Proxy.Cause> cause, FailureDetails failureDetails, URI uri) {
        return of(uri).flatMap(proxy -> cause.map(why -> new Failure.Proxy(why,
                failureDetails.withDetail(proxy.getHostString() + ":" + proxy.getPort()))));
    }

    private static Optional<Failure.Proxy.Cause> causeOfConnect(Failure.Unreachable.Cause cause) {
        return switch (cause) {
            case NAME_UNKNOWN -> Optional.of(Failure.Proxy.Cause.NAME_UNKNOWN);
            case REFUSED -> Optional.of(Failure.Proxy.Cause.NOTHING_LISTENS);
            case CONNECT_TIMED_OUT -> Optional.of(Failure.Proxy.Cause.CONNECT_TIMED_OUT);
            case NO_ROUTE -> Optional.of(Failure.Proxy.Cause.NO_ROUTE);
            default -> Optional.empty();
        };
    }

    private static Optional<Failure.Proxy.Cause> causeOfTunnel(Failure.Unreachable.Cause cause) {
        return switch (cause) {
            case ANSWER_TIMED_OUT -> Optional.of(Failure.Proxy.Cause.CONNECT_TIMED_OUT);
            case RESET -> Optional.of(Failure.Proxy.Cause.NO_PROXY);
            default -> causeOfConnect(cause);
        };
    }

    /// The secrets of the network path, for redaction.
    static Stream<String> secrets(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return Stream
                .concat(networkRouteAndPasswords.proxyPassword().stream(),
                        of(networkRouteAndPasswords).authorization.stream())
                .map(secret -> secret.reveal().substring(secret.reveal().startsWith(BASIC) ? BASIC.length() : 0));
    }

    private static ProxySelector ofSystem(@Nullable ProxySelector selector) {
        return selector == null ? java.net.http.HttpClient.Builder.NO_PROXY : selector;
    }

    /// Not resolved: the client resolves it for each connection, so that a changed address of the proxy is used.
    private static InetSocketAddress address(ProxyChoice.Manual manual) {
        String host = manual.host().startsWith("[")
                ? manual.host().substring(1, manual.host().length() - 1)
                : manual.host();
        return InetSocketAddress.createUnresolved(host, manual.port());
    }

    private static Secret basic(String user, Secret password) {
        byte[] login = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return Secret.ofPassword(BASIC + Base64.getEncoder().encodeToString(login)).orThrow();
    }
}
