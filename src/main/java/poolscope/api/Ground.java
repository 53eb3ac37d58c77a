package poolscope.api;

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
import poolscope.api.Step.Outcome;
import poolscope.connection.Credentials;

/// The lower rungs of the ladder, from the name to the certificate: one connection of its own, over which nothing is asked. The
/// JDK's client would say less, and not at which of them it stopped.
final class Ground implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("\\[.*]|[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private final URI endpoint;
    private final Surroundings surroundings;
    private final ProxyUse use;
    private final Redaction redaction;
    private final Trust trust;
    private final Optional<InetSocketAddress> proxy;
    private volatile List<InetAddress> addresses = List.of();
    private volatile @Nullable Socket socket;

    Ground(URI endpoint, Way way, Surroundings surroundings) {
        this.endpoint = endpoint;
        this.surroundings = surroundings;
        this.use = ProxyUse.of(way, endpoint);
        this.redaction = Redaction.of(Credentials.NONE, way);
        this.trust = new Trust(way.route().caFile());
        this.proxy = use.of(endpoint);
    }

    Outcome name() throws ApiException {
        String host = nextHost();
        try {
            addresses = List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            throw new ApiException(Descriptors.explain(new Failure.Unreachable(Failure.Unreachable.Cause.NAME_UNKNOWN,
                    evidence())));
        }
        if (ADDRESS.matcher(host).matches()) return new Outcome.Skipped(Step.Why.NOT_NEEDED);
        return new Outcome.Passed(host + ": " + addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(
                ", ")));
    }

    /// Tries one address after the other: the first may be dead.
    Outcome tcp() throws ApiException {
        var failure = failure(Failure.Unreachable.Cause.NAME_UNKNOWN);
        for (var address : addresses) {
            var candidate = new Socket();
            try {
                open(candidate);
                candidate.connect(new InetSocketAddress(address, nextPort()),
                        millis(surroundings.deadlines().connect()) / addresses
                                .size() + 1);
                socket = candidate;
                return new Outcome.Passed(address.getHostAddress() + ":" + nextPort());
            } catch (SocketTimeoutException _) {
                close(candidate);
                failure = failure(Failure.Unreachable.Cause.CONNECT_TIMED_OUT);
            } catch (IOException e) {
                close(candidate);
                failure = new ApiException(Descriptors.explain(TransportFaults.connecting(e, evidence())));
            }
        }
        throw failure;
    }

    /// The JDK opens a socket when it is first used for something.
    private static void open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
    }

    Outcome proxy() throws ApiException, InterruptedException {
        if (proxy.isEmpty()) return new Outcome.Skipped(Step.Why.NO_PROXY);
        if (!isEncrypted()) return new Outcome.Skipped(Step.Why.NOT_ENCRYPTED);
        try {
            new Tunnel(use, redaction, evidence(), surroundings).open(connected(), endpoint.getHost() + ":" + port(endpoint));
            return new Outcome.Passed(nextHost() + ":" + nextPort());
        } catch (SocketTimeoutException _) {
            throw failure(Failure.Unreachable.Cause.ANSWER_TIMED_OUT);
        } catch (IOException e) {
            throw new ApiException(TransportFaults.failure(e, evidence()));
        }
    }

    Outcome tls() throws ApiException {
        if (!isEncrypted()) return new Outcome.Skipped(Step.Why.NOT_ENCRYPTED);
        var now = surroundings.clock().instant();
        var evidence = Evidence.of(new Evidence.Asked("TLS", endpoint.getRawAuthority(), ""), now);
        try {
            trust.begin();
            var factory = trust.context(now).tls().getSocketFactory();
            var secured = (SSLSocket) factory.createSocket(connected(), endpoint.getHost(), port(endpoint), true);
            socket = secured;
            secured.setSoTimeout(millis(surroundings.deadlines().connect()));
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return new Outcome.Passed(secured.getSession().getProtocol() + ", " + trust.issuer());
        } catch (SocketTimeoutException _) {
            throw new ApiException(new Failure.Unreachable(Failure.Unreachable.Cause.CONNECT_TIMED_OUT, evidence));
        } catch (IOException e) {
            throw new ApiException(trust.explain(Descriptors.explain(TransportFaults.failure(e, evidence)), now));
        } catch (GeneralSecurityException e) {
            throw new ApiException(Trust.failure(e, evidence));
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

    /// To whom the connection goes: the proxy, when there is one.
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
        return (int) Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
    }

    private Evidence evidence() {
        return Evidence.of(new Evidence.Asked("TCP", nextHost() + ":" + nextPort(), ""), surroundings.clock().instant());
    }

    /// A failure of the lower steps as the proxy's, when there is one: up to the tunnel nothing else was reached.
    Failure explain(StepName step, Failure failure) {
        return switch (step) {
            case NAME, TCP -> use.explain(failure, endpoint);
            case PROXY -> use.explainTunnel(failure, endpoint);
            case TLS, ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> failure;
        };
    }

    /// What is said of a step that didn't end, such as asking a name server that is silent.
    ApiException tooLate(StepName step) {
        return failure(switch (step) {
            case NAME -> Failure.Unreachable.Cause.NAME_UNKNOWN;
            case TCP, TLS -> Failure.Unreachable.Cause.CONNECT_TIMED_OUT;
            case PROXY, ANSWER, CLOCK, SIGN_IN, PERMISSION, FIRST_PAGE -> Failure.Unreachable.Cause.ANSWER_TIMED_OUT;
        });
    }

    private ApiException failure(Failure.Unreachable.Cause cause) {
        return new ApiException(new Failure.Unreachable(cause, evidence()));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is over either way
        }
    }

    @Override
    public void close() {
        var open = socket;
        if (open != null) close(open);
    }
}
