package poolscope.api.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import poolscope.api.Failure;
import poolscope.api.Failure.Untrusted.Cause;
import poolscope.api.FailureDetails;
import poolscope.connection.Secret;

/// Reads the certificates of the CA file of a connection: PEM, which may also contain private keys or text as curl
/// allows, or one certificate or PKCS #7 as DER, or a key store ([KeyStoreCertificateReader]).
final class CaCertificateFileReader {
    /// In bytes. The bundle of all public issuers has about 250 KB.
    static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9# ]+)-----([^-]*)-----END \\1-----");
    private static final String PEM = "-----BEGIN ";
    private static final String JKS = "\u00FE\u00ED\u00FE\u00ED";
    private static final String JCEKS = "\u00CE\u00CE\u00CE\u00CE";
    /// A DER sequence whose first part is the number 3, the version of PKCS #12.
    private static final Pattern PKCS12 = Pattern.compile(
            "\\A\\x30(?:[\\x00-\\x7F]|\\x80|\\x81.|\\x82..|\\x83...|\\x84....)\\x02\\x01\\x03", Pattern.DOTALL);

    private CaCertificateFileReader() {}

    /// Why a file was refused.
    static final class RefusedException extends GeneralSecurityException {
        private final Cause why;

        RefusedException(Cause why, Path file) {
            super(file.toString());
            this.why = why;
        }

        Cause reason() {
            return why;
        }

        Failure failure(FailureDetails failureDetails) {
            return new Failure.Untrusted(why, failureDetails.withDetail(String.valueOf(getMessage())));
        }
    }

    /// @param password
    ///            of a key store; empty for one without a password or with that of Java
    /// @return at least one
    /// @throws FileDescriptorShortageDetector.ExhaustedException
    ///             when the system has no file descriptor left
    static List<X509Certificate> read(Path file, Optional<Secret> password)
            throws RefusedException, FileDescriptorShortageDetector.ExhaustedException {
        byte[] bytes = bytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        var store = storeType(text);
        if (store.isPresent()) return KeyStoreCertificateReader.read(store.get(), bytes, password, file);
        boolean isPem = text.contains(PEM);
        try {
            var found = isPem ? ofPem(text) : certificates(bytes);
            if (!found.isEmpty()) return found;
        } catch (CertificateException | IllegalArgumentException _) {
            if (isPem) throw new RefusedException(Cause.CA_FILE_DAMAGED, file);
        }
        throw new RefusedException(Cause.CA_FILE_NO_CERTIFICATE, file);
    }

    private static Optional<String> storeType(String text) {
        if (PKCS12.matcher(text).find()) return Optional.of("PKCS12");
        if (text.startsWith(JKS)) return Optional.of("JKS");
        return text.startsWith(JCEKS) ? Optional.of("JCEKS") : Optional.empty();
    }

    private static byte[] bytes(Path file) throws RefusedException, FileDescriptorShortageDetector.ExhaustedException {
        if (Files.exists(file) && !Files.isRegularFile(file))
            throw new RefusedException(Cause.CA_FILE_NOT_A_FILE, file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) throw new RefusedException(Cause.CA_FILE_TOO_LARGE, file);
            return bytes;
        } catch (NoSuchFileException _) {
            throw new RefusedException(Cause.CA_FILE_MISSING, file);
        } catch (AccessDeniedException _) {
            throw new RefusedException(Cause.CA_FILE_DENIED, file);
        } catch (IOException e) {
            if (!FileDescriptorShortageDetector.isAnyLeft())
                throw new FileDescriptorShortageDetector.ExhaustedException(e);
            throw new RefusedException(Cause.CA_FILE_UNREADABLE, file);
        }
    }

    private static List<X509Certificate> ofPem(String text) throws CertificateException {
        var found = new ArrayList<X509Certificate>();
        var blocks = BLOCK.matcher(text);
        boolean began = text.contains(PEM + "CERTIFICATE-----");
        while (blocks.find()) {
            String kind = blocks.group(1);
            if (kind.endsWith("CERTIFICATE") || kind.startsWith("PKCS"))
                found.addAll(certificates(Base64.getMimeDecoder().decode(blocks.group(2))));
        }
        if (began && found.isEmpty()) throw new CertificateException("cut off");
        return found;
    }

    private static List<X509Certificate> certificates(byte[] der) throws CertificateException {
        var all = new ArrayList<X509Certificate>();
        var factory = CertificateFactory.getInstance("X.509");
        for (var one : factory.generateCertificates(new ByteArrayInputStream(der)))
            if (one instanceof X509Certificate certificate) all.add(certificate);
        return all;
    }
}
