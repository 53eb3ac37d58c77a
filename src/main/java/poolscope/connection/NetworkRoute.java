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
    public static Validated<Optional<Path>> caFile(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return Validated.accepted(Optional.empty());
        try {
            Path file = Path.of(text);
            return file.isAbsolute()
                    ? Validated.accepted(Optional.of(file))
                    : Validated.refused(ValidationError.CA_FILE_MALFORMED);
        } catch (InvalidPathException _) {
            return Validated.refused(ValidationError.CA_FILE_MALFORMED);
        }
    }

    public NetworkRoute withProxy(ProxyChoice proxy) {
        return new NetworkRoute(proxy, caFile);
    }

    public NetworkRoute withCaFile(Optional<Path> caFile) {
        return new NetworkRoute(proxy, caFile);
    }
}
