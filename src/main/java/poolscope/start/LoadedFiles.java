package poolscope.start;

import java.util.List;
import java.util.stream.Stream;
import poolscope.connection.SavedConnections;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileNotice;
import poolscope.settings.LoadedValueWithNotices;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WatchRulesAndStateFiles;

/// What was loaded from disk, and the files that changes are saved to.
///
/// @param views
///            the operator's saved views
/// @param history
///            may still be being read
public record LoadedFiles(LoadedValueWithNotices<Settings> settings, SettingsFile settingsFile,
        LoadedValueWithNotices<SavedConnections> connections, ConnectionsFile connectionsFile,
        LoadedValueWithNotices<List<SavedView>> views, SavedViewsFolder savedViewsFolder, WatchRules watch,
        HistoryReadAhead history) {
    /// The watch rules as they were loaded, and where changes are saved.
    public record WatchRules(LoadedValueWithNotices<WatchRulesAndStateFiles.Content> loaded,
            WatchRulesAndStateFiles files) {}

    /// Notices about the state of the files.
    List<FileNotice> notices() {
        return Stream.of(settings.notices(), connections.notices(), views.notices(), watch.loaded().notices())
                .flatMap(List::stream)
                .toList();
    }
}
