package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchState;

/// The files `watch-rules.json`, the operator's rules, and `watch-state.json`, what they have found. As hard to damage
/// as the settings; damage of one does not affect the other.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class WatchRulesAndStateFiles {

    private final JsonFile<List<WatchRule>> rules;
    private final JsonFile<WatchState> state;

    private WatchRulesAndStateFiles(JsonFile<List<WatchRule>> rules, JsonFile<WatchState> state) {
        this.rules = rules;
        this.state = state;
    }

    /// What both files hold.
    public record Content(List<WatchRule> rules, WatchState state) {

        /// No rules.
        public static final Content EMPTY = new Content(List.of(), WatchState.EMPTY);

        public Content {
            rules = List.copyOf(rules);
        }
    }

    /// The files of that folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static WatchRulesAndStateFiles in(Path folder, FileSystemOperations ops, Clock clock) {
        return new WatchRulesAndStateFiles(new JsonFile<>(folder, new WatchRulesJson(), ops, clock),
                new JsonFile<>(folder, new WatchStateJson(), ops, clock));
    }

    /// Where the rules are; need not exist.
    public Path rulesPath() {
        return rules.path();
    }

    /// Where what they have found is; need not exist.
    public Path statePath() {
        return state.path();
    }

    /// Reads both files, whatever stands there. A rule that makes no sense is left out and named in a notice; the file
    /// as it was is copied aside now.
    public LoadedValueWithNotices<Content> load() {
        LoadedValueWithNotices<List<WatchRule>> loadedRules = rules.load();
        LoadedValueWithNotices<WatchState> loadedState = state.load();
        return new LoadedValueWithNotices<>(new Content(loadedRules.value(), loadedState.value()),
                Stream.concat(loadedRules.notices().stream(), loadedState.notices().stream()).toList());
    }

    /// Brings what changed since the last load or save into the file of rules.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the rules in memory and may try again
    public void save(List<WatchRule> now) throws IOException {
        rules.save(now);
    }

    /// Brings what changed since the last load or save into the file of what the rules have found.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the state in memory and may try again
    public void save(WatchState now) throws IOException {
        state.save(now);
    }
}
