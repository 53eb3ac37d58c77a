package poolscope.api.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.http.ConnectTunnel;
import poolscope.api.http.FileDescriptorShortageDetector;
import poolscope.api.http.ProxyAndLogin;
import poolscope.api.http.SecretRedaction;
import poolscope.api.http.TlsTrust;
import poolscope.api.http.TransportExceptionClassifier;
import poolscope.connection.Credentials;

/// The checks of *Test connection* below HTTP, from the host name to the certificate, on a connection of their own that
/// carries no request. The JDK's client doesn't report at which of these steps it failed.
public final class NetworkConnectionChecks implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final URI endpoint;
    private final RequestClockAndTimeouts requestClockAndTimeouts;
    private final ProxyAndLogin use;
    private final SecretRedaction secretRedaction;
    private final TlsTrust tlsTrust;
    private final Optional<InetSocketAddress> proxy;
    private volatile List<InetAddress> addresses = List.of();
    private volatile @Nullable Socket socket;

    NetworkConnectionChecks(URI endpoint, NetworkRouteAndPasswords networkRouteAndPasswords,
            RequestClockAndTimeouts requestClockAndTimeouts) {
        this.endpoint = endpoint;
        this.requestClockAndTimeouts = requestClockAndTimeouts;
        this.use = ProxyAndLogin.of(networkRouteAndPasswords, endpoint);
        this.secretRedaction = SecretRedaction.of(Credentials.NONE, networkRouteAndPasswords);
        this.tlsTrust = new TlsTrust(networkRouteAndPasswords);
        this.proxy = use.of(endpoint);
    }

    Outcome name() throws ApiException {
        String host = nextHost();
        try {
            addresses = List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            throw new ApiException(FileDescriptorShortageDetector
                    .explain(new Failure.Unreachable(Failure.Unreachable.Cause.NAME_UNKNOWN, failureDetails())));
        }
        if (ADDRESS.matcher(host).matches()) return new Outcome.Skipped(ConnectionCheckResult.Why.NOT_NEEDED);
        return new Outcome.Passed(
                host + ": " + addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
    }

    /// Tries one address after the other, because the first may be unreachable.
    Outcome tcp() throws ApiException {
        var failure = failure(Failure.Unreachable.Cause.NAME_UNKNOWN);
        for (var address : addresses) {
            var candidate = new Socket();
            try {
                open(candidate);
                candidate.connect(new InetSocketAddress(address, nextPort()),
                        millis(requestClockAndTimeouts.httpTimeouts().connect()) / addresses.size() + 1);
                socket = candidate;
                return new Outcome.Passed(address.getHostAddress() + ":" + nextPort());
            } catch (SocketTimeoutException _) {
                close(candidate);
                failure = failure(Failure.Unreachable.Cause.CONNECT_TIMED_OUT);
            } catch (IOException e) {
                close(candidate);
                failure = new ApiException(FileDescriptorShortageDetector
                        .explain(TransportExceptionClassifier.connecting(e, failureDetails())));
            }
        }
        throw failure;
    }

    /// Setting an option makes the JDK open the socket's file descriptor, before it connects.
    private static void open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
    }

    Outcome proxy() throws ApiException, InterruptedException {
        if (proxy.isEmpty()) return new Outcome.Skipped(ConnectionCheckResult.Why.NO_PROXY);
        if (!isEncrypted()) return new Outcome.Skipped(ConnectionCheckResult.Why.NOT_ENCRYPTED);
        try {
            new ConnectTunnel(use, secretRedaction, failureDetails(), requestClockAndTimeouts).open(connected(),
                    endpoint.getHost() + ":" + port(endpoint));
            return new Outcome.Passed(nextHost() + ":" + nextPort());
        } catch (SocketTimeoutException _) {
            throw failure(Failure.Unreachable.Cause.ANSWER_TIMED_OUT);
        } catch (IOException e) {
            throw new ApiException(TransportExceptionClassifier.failure(e, failureDetails()));
        }
    }

    Outcome tls() throws ApiException {
        if (!isEncrypted()) return new Outcome.Skipped(ConnectionCheckResult.Why.NOT_ENCRYPTED);
        var now = requestClockAndTimeouts.clock().instant();
        var failureDetails = FailureDetails.of(new FailureDetails.RequestLine("TLS", endpoint.getRawAuthority(), ""),
                now);
        try {
            tlsTrust.begin();
            var factory = tlsTrust.context(now).tls().getSocketFactory();
            var secured = (SSLSocket) factory.createSocket(connected(), endpoint.getHost(), port(endpoint), true);
            socket = secured;
            secured.setSoTimeout(millis(requestClockAndTimeouts.httpTimeouts().connect()));
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return new Outcome.Passed(secured.getSession().getProtocol() + ", " + tlsTrust.issuer());
        } catch (SocketTimeoutException _) {
            throw new ApiException(
                    new Failure.Unreachable(Failure.Unreachable.Cause.CONNECT_TIMED_OUT, failureDetails));
        } catch (IOException e) {
            throw new ApiException(tlsTrust.explain(
                    FileDescriptorShortageDetector.explain(TransportExceptionClassifier.failure(e, failureDetails)),
                    now));
        } catch (GeneralSecurityException e) {
            throw new ApiException(TlsTrust.failure(e, failureDetails));
        }
    }

    private Socket connected() throws IOException {
        var open = socket;
        if (open == null) throw new IOException("not connected");
        return open;
    }

    private boolean isEncrypted() {
        return endpoint.getScheme().equals("https");
    }

    /// The host to connect to: the proxy, when there is one.
    private String nextHost() {
        return proxy.map(InetSocketAddress::getHostString).orElse(endpoint.getHost());
    }

    private int nextPort() {
        return proxy.map(InetSocketAddress::getPort).orElse(port(endpoint));
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
    }

    private static int millis(Duration duration) {
        return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
    }

    private FailureDetails failureDetails() {
        return FailureDetails.of(new FailureDetails.RequestLine("TCP", nextHost() + ":" + nextPort(), ""),
                requestClockAndTimeouts.clock().instant());
    }

    /// Turns a failure before TLS into one of the proxy, when there is one: only the proxy was contacted until then.
    Failure explain(ConnectionCheckKind step, Failure failure) {
        return switch (step) {
            case NAME, TCP -> use.explain(failure, endpoint);
            case PROXY -> use.explainTunnel(failure, endpoint);
            case TLS, ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> failure;
        };
    }

    /// The failure of a step that timed out, such as a query to a name server that doesn't respond.
    ApiException tooLate(ConnectionCheckKind step) {
        return failure(switch (step) {
            case NAME -> Failure.Unreachable.Cause.NAME_UNKNOWN;
            case TCP, TLS -> Failure.Unreachable.Cause.CONNECT_TIMED_OUT;
            case PROXY, ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> Failure.Unreachable.Cause.ANSWER_TIMED_OUT;
        });
    }

    private ApiException failure(Failure.Unreachable.Cause cause) {
        return new ApiException(new Failure.Unreachable(cause, failureDetails()));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // nothing is sent over it any more
        }
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) close(open);
    }
}
