package poolscope.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.settings.Settings;

/// The history on the disk, of which the last known pools are read while JavaFX starts, so that they are there when the
/// window is. Files that turn out to be damaged before that are reported once there is a window.
public final class HistoryReadAhead {
    private final HistoryFolder folder;
    private final List<Path> unreported = new ArrayList<>();
    private Optional<Consumer<Path>> onDamage = Optional.empty();

    /// Nothing is read yet.
    ///
    /// @param config
    ///            the folder of the program's configuration
    public HistoryReadAhead(Path config, Clock clock) {
        folder = HistoryFolder.in(config, FileSystemOperations.ofDisk(), clock, this::report);
    }

    /// Reads the last known pools of the ticked connections, unless no history is to be kept; for background threads.
    public void read(SavedConnections connections, Settings settings) {
        if (settings.changes().isHistoryKept()) connections.ticked().forEach(this::read);
    }

    private void read(SavedConnection connection) {
        try {
            folder.readAhead(connection.id());
        } catch (IOException _) {
            // the window reads it again, and says why it can't
        }
    }

    HistoryFolder folder() {
        return folder;
    }

    /// Passes on the copy of each damaged file, also of those that were found before.
    ///
    /// @param now
    ///            called on the thread that read the file, or on this one
    synchronized void reportDamage(Consumer<Path> now) {
        unreported.forEach(now);
        unreported.clear();
        onDamage = Optional.of(now);
    }

    private synchronized void report(Path copy) {
        onDamage.ifPresentOrElse(reported -> reported.accept(copy), () -> unreported.add(copy));
    }
}
