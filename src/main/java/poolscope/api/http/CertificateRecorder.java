package poolscope.api.http;

import java.security.cert.Certificate;
import java.security.cert.PKIXCertPathChecker;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Records the certificates that a server presented, so that a failure can name the issuer and the host names: the
/// JDK's exceptions don't. It checks nothing, so it can't weaken what the JDK checks (P19: no trust manager of our own).
final class CertificateRecorder extends PKIXCertPathChecker {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    /// From the server's own certificate upwards. Shared by the clones that the JDK makes for each handshake.
    private final List<X509Certificate> chain = new ArrayList<>();

    @Override
    public void init(boolean forward) {}

    @Override
    public boolean isForwardCheckingSupported() {
        return true;
    }

    @Override
    public @Nullable Set<String> getSupportedExtensions() {
        return null;
    }

    @Override
    public void check(Certificate certificate, Collection<String> unresolvedCriticalExtensions) {
        if (!(certificate instanceof X509Certificate seen)) return;
        synchronized (chain) {
            boolean goesOn = !chain.isEmpty()
                    && chain.getLast().getIssuerX500Principal().equals(seen.getSubjectX500Principal());
            if (!goesOn) chain.clear();
            chain.add(seen);
        }
    }

    /// Removes the certificates of earlier handshakes.
    void forget() {
        synchronized (chain) {
            chain.clear();
        }
    }

    /// The issuer of the last certificate of the chain, empty when none was recorded.
    String issuer() {
        synchronized (chain) {
            return chain.isEmpty() ? "" : chain.getLast().getIssuerX500Principal().getName();
        }
    }

    /// The host names of the server's certificate, empty when none was recorded.
    String names() {
        synchronized (chain) {
            return chain.isEmpty() ? "" : names(chain.getFirst());
        }
    }

    private static String names(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names == null) return certificate.getSubjectX500Principal().getName();
            return names.stream()
                    .filter(name -> name.getFirst() instanceof Integer kind && (kind == DNS_NAME || kind == IP_ADDRESS))
                    .map(name -> String.valueOf(name.get(1)))
                    .collect(Collectors.joining(", "));
        } catch (java.security.cert.CertificateParsingException _) {
            return "";
        }
    }

    /// Whether this certificate may be the issuer of the recorded chain. The JDK passes no chain for a self-signed
    /// server certificate.
    boolean mayBeIssuedBy(X509Certificate other) {
        synchronized (chain) {
            if (chain.isEmpty()) return other.getIssuerX500Principal().equals(other.getSubjectX500Principal());
            return chain.stream()
                    .anyMatch(seen -> seen.getIssuerX500Principal().equals(other.getSubjectX500Principal()));
        }
    }
}
