package poolscope.start;

import java.util.List;
import java.util.stream.Stream;
import poolscope.connection.SavedConnections;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileNotice;
import poolscope.settings.LoadedValue;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewDirectory;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WatchFiles;

/// What was loaded from disk, and the files that changes are saved to.
///
/// @param views
///            the operator's saved views
public record LoadedFiles(LoadedValue<Settings> settings, SettingsFile settingsFile,
        LoadedValue<SavedConnections> connections, ConnectionsFile connectionsFile, LoadedValue<List<SavedView>> views,
        SavedViewDirectory savedViewDirectory, WatchRules watch) {
    /// The watch rules as they were loaded, and where changes are saved.
    public record WatchRules(LoadedValue<WatchFiles.Content> loaded, WatchFiles files) {}

    /// Notices about the state of the files.
    List<FileNotice> notices() {
        return Stream.of(settings.notices(), connections.notices(), views.notices(), watch.loaded().notices())
                .flatMap(List::stream)
                .toList();
    }
}
