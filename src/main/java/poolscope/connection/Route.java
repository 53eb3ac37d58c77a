package poolscope.connection;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// The way to a connection's endpoint.
///
/// @param proxy
///            which proxy leads there
/// @param caFile
///            a PEM file with certificates that are trusted besides the system's. Whether it is there and can be read shows when
///            it is used
public record Route(ProxyChoice proxy, Optional<Path> caFile) {
    /// The system's proxy and the system's certificates.
    public static final Route USUAL = new Route(ProxyChoice.SYSTEM, Optional.empty());

    /// @throws IllegalArgumentException
    ///             when the file was not checked by [#caFile(String)] before
    public Route {
        caFile.ifPresent(file -> caFile(file.toString()).orThrow());
    }

    /// The file that was typed; blank for none.
    public static Checked<Optional<Path>> caFile(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return Checked.accepted(Optional.empty());
        try {
            Path file = Path.of(text);
            return file.isAbsolute() ? Checked.accepted(Optional.of(file)) : Checked.refused(Flaw.CA_FILE_MALFORMED);
        } catch (InvalidPathException _) {
            return Checked.refused(Flaw.CA_FILE_MALFORMED);
        }
    }

    public Route withProxy(ProxyChoice proxy) {
        return new Route(proxy, caFile);
    }

    public Route withCaFile(Optional<Path> caFile) {
        return new Route(proxy, caFile);
    }
}
