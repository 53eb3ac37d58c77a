package poolscope.api.http;

import java.nio.file.Path;
import java.util.Optional;
import poolscope.api.Failure;

/// Whether a CA file is a key store that opens with a password of its own only.
public final class CaFilePasswordCheck {
    private CaFilePasswordCheck() {}

    /// Reads the file; not for the window's thread. A file that can't be read, or is no key store, needs no password:
    /// the check of the connection says what is wrong with it.
    public static boolean isNeeded(Path file) {
        try {
            CaCertificateFileReader.read(file, Optional.empty());
            return false;
        } catch (CaCertificateFileReader.RefusedException e) {
            return e.reason() == Failure.Untrusted.Cause.CA_FILE_PASSWORD;
        } catch (FileDescriptorShortageDetector.ExhaustedException _) {
            return false;
        }
    }
}
