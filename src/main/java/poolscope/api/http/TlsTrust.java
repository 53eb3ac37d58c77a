package poolscope.api.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Secret;

/// The certificates that a connection trusts: those of this machine, and those of its CA file.
///
/// The JDK trusts an imported certificate even after it has expired (measured 5 in api-notes.md). So the file's
/// certificates count only within their own dates, and the context is created anew when one of them begins or ends.
public final class TlsTrust {
    private final Optional<Path> caFile;
    private final Optional<Secret> caFilePassword;
    private final ClientCertificateRequestRecorder requests = new ClientCertificateRequestRecorder();
    private final CertificateRecorder seen = new CertificateRecorder();
    private volatile List<X509Certificate> imported = List.of();

    /// Valid until the first certificate of the file begins or ends.
    public record Context(SSLContext tls, Instant until) {}

    public TlsTrust(NetworkRouteAndPasswords networkRouteAndPasswords) {
        caFile = networkRouteAndPasswords.networkRoute().caFile();
        caFilePassword = networkRouteAndPasswords.passwords().caFile();
    }

    /// Reads the file and, on first use, the system's stores, which takes some tens of milliseconds.
    ///
    /// @throws GeneralSecurityException
    ///             when the file can't be read or holds no certificates; [#failure] says which
    /// @throws IOException
    ///             when the system's stores can't be read at present
    public Context context(Instant now) throws IOException, GeneralSecurityException {
        imported = imported();
        var anchors = Stream
                .concat(SystemTrustAnchors.issuers().stream(),
                        imported.stream().filter(one -> isValid(one, now)).map(issuer -> new TrustAnchor(issuer, null)))
                .collect(Collectors.toSet());
        var parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.addCertPathChecker(seen);
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        var tls = SSLContext.getInstance("TLS");
        tls.init(new KeyManager[]{requests}, factory.getTrustManagers(), null);
        return new Context(tls, nextChange(now));
    }

    /// For a plain `http` address.
    static Context none() {
        return new Context(new PlainHttpSslContext(), Instant.MAX);
    }

    private List<X509Certificate> imported()
            throws CaCertificateFileReader.RefusedException, FileDescriptorShortageDetector.ExhaustedException {
        if (caFile.isEmpty()) return List.of();
        return CaCertificateFileReader.read(caFile.get(), caFilePassword);
    }

    /// The failure for a context that could not be created.
    public static Failure failure(GeneralSecurityException e, FailureDetails failureDetails) {
        return e instanceof CaCertificateFileReader.RefusedException refused
                ? refused.failure(failureDetails)
                : new Failure.Untrusted(Failure.Untrusted.Cause.OTHER, failureDetails);
    }

    /// Whether the server itself responded or presented its certificate since [#begin], or ever responded before.
    boolean reachedServer() {
        return !seen.issuer().isEmpty() || requests.wereAnswered();
    }

    /// The server responded, so it accepts the connection without a client certificate.
    void answered() {
        requests.answered();
    }

    /// The failure with details from the certificates.
    public Failure explain(Failure failure, Instant now) {
        if (requests.areUnanswered() && mayBeForCertificate(failure))
            return new Failure.Untrusted(Failure.Untrusted.Cause.CLIENT_CERTIFICATE, failure.failureDetails());
        if (!(failure instanceof Failure.Untrusted(var cause, var failureDetails))) return failure;
        return switch (cause) {
            case UNKNOWN_ISSUER -> outsideValidity(now)
                    .<Failure>map(one -> new Failure.Untrusted(
                            now.isBefore(one.getNotBefore().toInstant())
                                    ? Failure.Untrusted.Cause.NOT_YET_VALID
                                    : Failure.Untrusted.Cause.EXPIRED,
                            failureDetails.withDetail(one.getSubjectX500Principal().getName() + ", "
                                    + one.getNotBefore().toInstant() + " – " + one.getNotAfter().toInstant())))
                    .orElseGet(() -> failure.with(failureDetails.withDetail(seen.issuer())));
            case WRONG_NAME -> failure.with(failureDetails.withDetail(seen.names()));
            case EXPIRED, NOT_YET_VALID, TOO_OLD, NOT_HTTPS, CLIENT_CERTIFICATE, CA_FILE_MISSING, CA_FILE_DENIED,
                    CA_FILE_NOT_A_FILE, CA_FILE_UNREADABLE, CA_FILE_TOO_LARGE, CA_FILE_KEY_STORE, CA_FILE_PASSWORD,
                    CA_FILE_WRONG_PASSWORD, CA_FILE_DAMAGED, CA_FILE_NO_CERTIFICATE, OTHER ->
                failure;
        };
    }

    /// Whether a server that requires a client certificate may have ended a connection like this: by an alert, or
    /// by closing.
    private static boolean mayBeForCertificate(Failure failure) {
        return switch (failure) {
            case Failure.Untrusted(var cause, _) ->
                cause == Failure.Untrusted.Cause.OTHER || cause == Failure.Untrusted.Cause.TOO_OLD;
            case Failure.Unreachable(var cause, _) -> cause == Failure.Unreachable.Cause.RESET;
            default -> false;
        };
    }

    /// The issuer of the last certificate that a server presented, empty when none did.
    public String issuer() {
        return seen.issuer();
    }

    /// Removes the certificates of earlier handshakes.
    public void begin() {
        seen.forget();
    }

    /// The certificate of the file that would be the issuer if it were within its dates.
    private Optional<X509Certificate> outsideValidity(Instant now) {
        return imported.stream().filter(one -> !isValid(one, now) && seen.mayBeIssuedBy(one)).findFirst();
    }

    private Instant nextChange(Instant now) {
        return imported.stream()
                .flatMap(one -> Stream.of(one.getNotBefore().toInstant(), one.getNotAfter().toInstant()))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }
}
