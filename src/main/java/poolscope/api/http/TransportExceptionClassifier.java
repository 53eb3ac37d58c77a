package poolscope.api.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;

/// Classifies exceptions of the JDK's client. Their messages are mostly empty or internal (refused and unknown host
/// both say `null`), so classes decide, and messages only where there is no class. Measured on Temurin 25.0.3.
public final class TransportExceptionClassifier {
    private static final String TUNNEL = "Tunnel failed, got: ";

    private TransportExceptionClassifier() {}

    public static Failure failure(Exception thrown, FailureDetails failureDetails) {
        return answered(thrown, failureDetails).or(() -> proxy(thrown, failureDetails))
                .or(() -> tls(thrown, failureDetails))
                .orElseGet(() -> new Failure.Unreachable(unreachable(thrown), failureDetails));
    }

    private static Failure.Unreachable.Cause unreachable(Exception thrown) {
        if (has(thrown, HttpConnectTimeoutException.class)) return Failure.Unreachable.Cause.CONNECT_TIMED_OUT;
        if (has(thrown, HttpTimeoutException.class) || has(thrown, TimeoutException.class))
            return Failure.Unreachable.Cause.ANSWER_TIMED_OUT;
        if (has(thrown, FileDescriptorShortageDetector.ExhaustedException.class))
            return Failure.Unreachable.Cause.NO_DESCRIPTORS;
        if (has(thrown, UnresolvedAddressException.class)) return Failure.Unreachable.Cause.NAME_UNKNOWN;
        if (isNotSent(thrown)) return Failure.Unreachable.Cause.NO_ROUTE;
        if (has(thrown, ConnectException.class)) return Failure.Unreachable.Cause.REFUSED;
        boolean broken = has(thrown, EOFException.class) || has(thrown, SocketException.class)
                || messageContains(thrown, "terminated");
        return broken ? Failure.Unreachable.Cause.RESET : Failure.Unreachable.Cause.OTHER;
    }

    /// Whether this machine could not even try to connect: it has no route, or is not permitted. The JDK has classes
    /// for refused and timed out only; the other messages are the system's, in any language.
    private static boolean isNotSent(Exception thrown) {
        return has(thrown, NoRouteToHostException.class) || chain(thrown).anyMatch(e -> e instanceof ConnectException
                && e.getCause() instanceof SocketException reason && !(reason instanceof ConnectException));
    }

    /// As [#failure], for connecting a socket that is already open.
    public static Failure connecting(IOException thrown, FailureDetails failureDetails) {
        return thrown instanceof SocketException && !(thrown instanceof ConnectException)
                ? new Failure.Unreachable(Failure.Unreachable.Cause.NO_ROUTE, failureDetails)
                : failure(thrown, failureDetails);
    }

    /// Something responded, but not with a valid HTTP response.
    private static Optional<Failure> answered(Exception thrown, FailureDetails failureDetails) {
        return unreadable(thrown).map(cause -> new Failure.UnreadableAnswer(cause, failureDetails));
    }

    private static Optional<Failure.UnreadableAnswer.Cause> unreadable(Exception thrown) {
        if (messageContains(thrown, "Header size too big"))
            return Optional.of(Failure.UnreadableAnswer.Cause.HEADERS_TOO_LARGE);
        if (has(thrown, ContentDecoder.TooLargeException.class) || messageContains(thrown, "exceeds capacity"))
            return Optional.of(Failure.UnreadableAnswer.Cause.TOO_LARGE);
        if (has(thrown, ContentDecoder.DamagedException.class))
            return Optional.of(Failure.UnreadableAnswer.Cause.DAMAGED_GZIP);
        if (has(thrown, ContentDecoder.UnknownEncodingException.class))
            return Optional.of(Failure.UnreadableAnswer.Cause.ENCODED);
        boolean notHttp = has(thrown, ProtocolException.class) || messageContains(thrown, "Illegal character in chunk")
                || messageContains(thrown, "unexpected content length");
        return notHttp ? Optional.of(Failure.UnreadableAnswer.Cause.NOT_HTTP) : Optional.empty();
    }

    /// The proxy answered `CONNECT` with a status other than 200 (P20). A 407 arrives as a response, not here.
    private static Optional<Failure> proxy(Exception thrown, FailureDetails failureDetails) {
        return chain(thrown).map(Throwable::getMessage)
                .filter(text -> text != null && text.startsWith(TUNNEL))
                .findFirst()
                .map(text -> new Failure.Proxy(
                        text.startsWith(TUNNEL + "5") ? Failure.Proxy.Cause.CANNOT_REACH : Failure.Proxy.Cause.REFUSED,
                        failureDetails.withDetail(text.substring(TUNNEL.length()))));
    }

    private static Optional<Failure> tls(Exception thrown, FailureDetails failureDetails) {
        boolean broken = messageContains(thrown, "terminated") || has(thrown, SocketException.class)
                || has(thrown, EOFException.class);
        if (!has(thrown, SSLException.class) || broken) return Optional.empty();
        String validity = find(thrown, CertificateExpiredException.class).map(Throwable::getMessage)
                .or(() -> find(thrown, CertificateNotYetValidException.class).map(Throwable::getMessage))
                .orElse("");
        return Optional.of(new Failure.Untrusted(untrusted(thrown), failureDetails.withDetail(validity)));
    }

    private static Failure.Untrusted.Cause untrusted(Exception thrown) {
        if (has(thrown, CertificateExpiredException.class) || hasReason(thrown, BasicReason.EXPIRED))
            return Failure.Untrusted.Cause.EXPIRED;
        if (has(thrown, CertificateNotYetValidException.class) || hasReason(thrown, BasicReason.NOT_YET_VALID))
            return Failure.Untrusted.Cause.NOT_YET_VALID;
        if (has(thrown, CertPathBuilderException.class)) return Failure.Untrusted.Cause.UNKNOWN_ISSUER;
        if (has(thrown, CertificateException.class)
                && (messageContains(thrown, "No subject alternative") || messageContains(thrown, "No name matching")))
            return Failure.Untrusted.Cause.WRONG_NAME;
        if (messageContains(thrown, "protocol_version") || messageContains(thrown, "protocol version")
                || messageContains(thrown, "handshake_failure") || messageContains(thrown, "appropriate protocol"))
            return Failure.Untrusted.Cause.TOO_OLD;
        return messageContains(thrown, "SSL message")
                ? Failure.Untrusted.Cause.NOT_HTTPS
                : Failure.Untrusted.Cause.OTHER;
    }

    private static boolean hasReason(Throwable thrown, BasicReason reason) {
        return find(thrown, CertPathValidatorException.class).filter(e -> e.getReason() == reason).isPresent();
    }

    private static boolean messageContains(Throwable thrown, String words) {
        return chain(thrown).map(Throwable::getMessage).anyMatch(text -> text != null && text.contains(words));
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return find(thrown, type).isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.<@Nullable Throwable>iterate(thrown, e -> e != null, e -> e == null ? null : e.getCause())
                .limit(20)
                .map(java.util.Objects::requireNonNull);
    }
}
