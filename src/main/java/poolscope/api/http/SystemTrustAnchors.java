package poolscope.api.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// The issuers that this machine trusts: those of the JDK and those of the operating system, to which companies add
/// their own (P19).
final class SystemTrustAnchors {
    private static final List<String> STORES = List.of("Windows-ROOT", "KeychainStore-ROOT");
    private static final List<Path> BUNDLES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"));

    private SystemTrustAnchors() {}

    private static final AtomicReference<@Nullable Set<TrustAnchor>> KNOWN = new AtomicReference<>();

    /// Read once, on first use: some hundred certificates, a few megabytes, the same for every connection. Empty when
    /// nothing can be read.
    ///
    /// @throws IOException
    ///             when the system has no descriptor left to read them with, which may pass
    static synchronized Set<TrustAnchor> issuers() throws IOException {
        var issuers = KNOWN.get();
        if (issuers != null) return issuers;
        issuers = load();
        if (!FileDescriptorShortageDetector.isAnyLeft())
            throw new FileDescriptorShortageDetector.ExhaustedException(null);
        KNOWN.set(issuers);
        return issuers;
    }

    private static Set<TrustAnchor> load() {
        var all = new HashSet<>(ofJdk());
        STORES.forEach(type -> all.addAll(inStore(type)));
        BUNDLES.stream().filter(Files::isReadable).findFirst().ifPresent(file -> all.addAll(inBundle(file)));
        return all.stream().map(issuer -> new TrustAnchor(issuer, null)).collect(Collectors.toUnmodifiableSet());
    }

    private static List<X509Certificate> ofJdk() {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                    .toList();
        } catch (GeneralSecurityException _) {
            return List.of();
        }
    }

    /// Every certificate of a PEM or DER file.
    ///
    /// @throws GeneralSecurityException
    ///             when it contains something else
    static List<X509Certificate> inFile(Path file) throws IOException, GeneralSecurityException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    /// A missing or unreadable store of the system adds nothing.
    private static List<X509Certificate> inStore(String type) {
        try {
            var store = KeyStore.getInstance(type);
            store.load(null, null);
            var found = new ArrayList<X509Certificate>();
            for (String alias : Collections.list(store.aliases()))
                if (store.getCertificate(alias) instanceof X509Certificate certificate) found.add(certificate);
            return found;
        } catch (IOException | GeneralSecurityException _) {
            return List.of();
        }
    }

    private static List<X509Certificate> inBundle(Path file) {
        try {
            return inFile(file);
        } catch (IOException | GeneralSecurityException _) {
            return List.of();
        }
    }
}
