package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import poolscope.connection.SavedConnections;
import poolscope.disk.FileSystemOperations;

/// The file `connections.json`: the operator's connections, without secrets (P28). As hard to damage as the settings.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class ConnectionsFile {

    private final JsonFile<SavedConnections> file;

    private ConnectionsFile(JsonFile<SavedConnections> file) {
        this.file = file;
    }

    /// The connections of that folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static ConnectionsFile in(Path folder, FileSystemOperations ops, Clock clock) {
        return new ConnectionsFile(new JsonFile<>(folder, new ConnectionsJson(), ops, clock));
    }

    /// Where it is; need not exist.
    public Path path() {
        return file.path();
    }

    /// Reads the file, whatever stands there. A connection whose endpoint or project makes no sense is left out and
    /// named in a notice; the file as it was is copied aside now.
    public LoadedValueWithNotices<SavedConnections> load() {
        return file.load();
    }

    /// Brings what changed since the last load or save into the file. What another instance added, changed or removed
    /// meanwhile stays so, unless the same part of the same connection was changed here.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the connections in memory and may try again
    public void save(SavedConnections connections) throws IOException {
        file.save(connections);
    }
}
