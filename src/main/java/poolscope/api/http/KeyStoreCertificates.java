package poolscope.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure.Untrusted.Cause;

/// The certificates of a key store that stands for a CA file: a trust store without a password, or with the one that
/// Java gives its own (`changeit`). Private keys in it are not read.
final class KeyStoreCertificates {
    /// Without a password, encrypted certificates are passed over and nothing is verified, so that comes last.
    private static final List<Optional<String>> PASSWORDS = List.of(Optional.of(""), Optional.of("changeit"),
            Optional.empty());

    private KeyStoreCertificates() {}

    /// @param type
    ///            `PKCS12`, `JKS` or `JCEKS`
    /// @return at least one
    static List<X509Certificate> read(String type, byte[] bytes, Path file) throws CaCertificateFile.RefusedException {
        boolean isLocked = true;
        for (var password : PASSWORDS) {
            try {
                var store = KeyStore.getInstance(type);
                store.load(new ByteArrayInputStream(bytes), password.map(String::toCharArray).orElse(null));
                var found = certificates(store);
                if (!found.isEmpty()) return found;
                if (password.isPresent()) isLocked = false;
            } catch (IOException e) {
                if (!(e.getCause() instanceof UnrecoverableKeyException))
                    throw new CaCertificateFile.RefusedException(Cause.CA_FILE_DAMAGED, file);
            } catch (GeneralSecurityException _) {
                throw new CaCertificateFile.RefusedException(Cause.CA_FILE_DAMAGED, file);
            }
        }
        throw new CaCertificateFile.RefusedException(isLocked ? Cause.CA_FILE_PASSWORD : Cause.CA_FILE_KEY_STORE, file);
    }

    /// Those of its own entries, and the chains beside private keys.
    private static List<X509Certificate> certificates(KeyStore store) throws KeyStoreException {
        return Collections.list(store.aliases())
                .stream()
                .flatMap(alias -> chain(store, alias))
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .distinct()
                .toList();
    }

    private static Stream<Certificate> chain(KeyStore store, String alias) {
        try {
            var chain = store.getCertificateChain(alias);
            return chain == null ? certificate(store.getCertificate(alias)) : Arrays.stream(chain);
        } catch (KeyStoreException e) {
            throw new IllegalStateException("the store was loaded", e);
        }
    }

    private static Stream<Certificate> certificate(@Nullable Certificate one) {
        return one == null ? Stream.empty() : Stream.of(one);
    }
}
