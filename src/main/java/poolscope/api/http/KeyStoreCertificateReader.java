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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure.Untrusted.Cause;
import poolscope.connection.Secret;

/// The certificates of a key store that is a CA file: a trust store with the given password, without one, or with the
/// one that Java gives its own (`changeit`). Private keys in it are not read.
final class KeyStoreCertificateReader {
    private static final List<Optional<String>> USUAL_PASSWORDS = List.of(Optional.of(""), Optional.of("changeit"));

    private KeyStoreCertificateReader() {}

    /// @param type
    ///            `PKCS12`, `JKS` or `JCEKS`
    /// @param own
    ///            its password; empty when none is known
    /// @return at least one
    static List<X509Certificate> read(String type, byte[] bytes, Optional<Secret> own, Path file)
            throws CaCertificateFileReader.RefusedException {
        boolean isLocked = true;
        for (var password : passwords(own)) {
            try {
                var store = KeyStore.getInstance(type);
                store.load(new ByteArrayInputStream(bytes), password.map(String::toCharArray).orElse(null));
                var found = certificates(store);
                if (!found.isEmpty()) return found;
                if (password.isPresent()) isLocked = false;
            } catch (IOException e) {
                if (!(e.getCause() instanceof UnrecoverableKeyException))
                    throw new CaCertificateFileReader.RefusedException(Cause.CA_FILE_DAMAGED, file);
            } catch (GeneralSecurityException _) {
                throw new CaCertificateFileReader.RefusedException(Cause.CA_FILE_DAMAGED, file);
            }
        }
        throw new CaCertificateFileReader.RefusedException(!isLocked
                ? Cause.CA_FILE_KEY_STORE
                : own.isPresent() ? Cause.CA_FILE_WRONG_PASSWORD : Cause.CA_FILE_PASSWORD, file);
    }

    /// Without a password, encrypted certificates are passed over and nothing is verified: that comes last, and never
    /// instead of a password that was given.
    private static List<Optional<String>> passwords(Optional<Secret> own) {
        var passwords = new ArrayList<>(USUAL_PASSWORDS);
        if (own.isPresent()) passwords.addFirst(own.map(Secret::reveal));
        else
            passwords.add(Optional.empty());
        return passwords;
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
