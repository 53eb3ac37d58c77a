package poolscope.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// The issuers that this computer trusts: those of the JDK, and those of the system, where companies put their own (P19).
final class SystemTrust {
    private static final List<String> STORES = List.of("Windows-ROOT", "KeychainStore-ROOT");
    private static final List<Path> BUNDLES = List.of(Path.of("/etc/ssl/certs/ca-certificates.crt"), Path.of(
            "/etc/pki/tls/certs/ca-bundle.crt"), Path.of("/etc/ssl/ca-bundle.pem"));

    private SystemTrust() {}

    /// @throws GeneralSecurityException
    ///             when the JDK's own store can't be read
    static Set<X509Certificate> issuers() throws GeneralSecurityException {
        var all = new HashSet<X509Certificate>();
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (var manager : factory.getTrustManagers())
            if (manager instanceof X509TrustManager x509) all.addAll(Arrays.asList(x509.getAcceptedIssuers()));
        STORES.forEach(type -> all.addAll(inStore(type)));
        BUNDLES.stream().filter(Files::isReadable).findFirst().ifPresent(file -> all.addAll(inBundle(file)));
        return all;
    }

    /// Every certificate of a PEM or DER file.
    ///
    /// @throws GeneralSecurityException
    ///             when there is something else in it
    static List<X509Certificate> inFile(Path file) throws IOException, GeneralSecurityException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream().map(X509Certificate.class::cast)
                    .toList();
        }
    }

    /// A system's store that is not there, or not readable, adds nothing.
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
