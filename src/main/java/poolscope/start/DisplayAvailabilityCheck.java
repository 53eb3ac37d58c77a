package poolscope.start;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks whether a window can be opened, before JavaFX is started: a failing start of JavaFX prints a native trace and
/// can't be repeated.
public final class DisplayAvailabilityCheck {
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
    private static final List<Path> USUAL = List.of(Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib/aarch64-linux-gnu"), Path.of("/usr/lib64"), Path.of("/usr/lib"));
    private static final Path SOCKETS = Path.of("/tmp/.X11-unix");

    private DisplayAvailabilityCheck() {}

    /// What is missing and what to do, as one sentence; empty when a window can be opened. Only Linux can lack
    /// a display.
    public static Optional<String> missing(String system, Map<String, String> environment) {
        if (!system.toLowerCase(java.util.Locale.ROOT).contains("linux")) return Optional.empty();
        var display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty())
            return Optional.of(
                    "There is no display (DISPLAY is not set): start PoolScope in a desktop session, or draw the window with "
                            + "--screenshot FILE.");
        if (!answers(display))
            return Optional.of("No display answers at DISPLAY=" + display
                    + ": start PoolScope in a desktop session, or draw the window with --screenshot FILE.");
        if (!hasLibrary("libgtk-3.so.0"))
            return Optional.of(
                    "The library GTK 3 is missing: install it (on Debian and Ubuntu: apt install libgtk-3-0), or draw the "
                            + "window with --screenshot FILE.");
        return Optional.empty();
    }

    /// Whether the socket of a local display accepts connections; a remote display is not checked.
    private static boolean answers(String display) {
        var local = LOCAL.matcher(display);
        if (!local.matches()) return true;
        var address = UnixDomainSocketAddress.of(SOCKETS.resolve("X" + local.group(1)));
        try (var socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return socket.connect(address);
        } catch (IOException e) {
            return false;
        }
    }

    /// the usual folders are checked first, because loading the library takes some 20 ms
    @SuppressWarnings("restricted")
    private static boolean hasLibrary(String name) {
        if (USUAL.stream().anyMatch(folder -> Files.exists(folder.resolve(name)))) return true;
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(name, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
