package poolscope.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// How a connection's endpoint is reached.
///
/// @param proxy
///            the proxy to use
/// @param caFile
///            a PEM file with certificates that are trusted in addition to the system's. Whether it can be read is
///            checked when it is used
public record NetworkRoute(ProxyChoice proxy, Optional<Path> caFile) {
    /// The system's proxy and the system's certificates.
    public static final NetworkRoute DEFAULT = new NetworkRoute(ProxyChoice.SYSTEM, Optional.empty());

    /// @throws IllegalArgumentException
    ///             when the file is invalid ([#caFile(String)])
    public NetworkRoute {
        caFile.ifPresent(file -> caFile(file.toString()).orThrow());
    }

    /// The typed path; blank for none.
    public static ValidationResult<Optional<Path>> caFile(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return ValidationResult.accepted(Optional.empty());
        try {
            Path file = Path.of(text);
            return file.isAbsolute()
                    ? ValidationResult.accepted(Optional.of(file))
                    : ValidationResult.refused(ValidationError.CA_FILE_MALFORMED);
        } catch (InvalidPathException _) {
            return ValidationResult.refused(ValidationError.CA_FILE_MALFORMED);
        }
    }

    public NetworkRoute withProxy(ProxyChoice proxy) {
        return new NetworkRoute(proxy, caFile);
    }

    public NetworkRoute withCaFile(Optional<Path> caFile) {
        return new NetworkRoute(proxy, caFile);
    }
}
