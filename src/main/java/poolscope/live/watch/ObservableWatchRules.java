package poolscope.live.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestSaver;
import poolscope.live.background.SaveStatus;
import poolscope.pool.watch.WatchRule;
import poolscope.settings.FileNotice;
import poolscope.settings.WatchRulesAndStateFiles;

/// The operator's watch rules as an observable property. Changes take effect at once and are saved in the background.
/// For the FX thread.
public final class ObservableWatchRules {
    private final ReadOnlyObjectWrapper<List<WatchRule>> rules;
    private final SaveStatus saveStatus;
    private final Path file;
    private final LatestSaver<List<WatchRule>> saver;

    public ObservableWatchRules(List<WatchRule> loaded, WatchRulesAndStateFiles files,
            BackgroundAndFxExecutors executors) {
        rules = new ReadOnlyObjectWrapper<>(this, "rules", List.copyOf(loaded));
        saveStatus = new SaveStatus(executors.fx());
        file = files.rulesPath();
        saver = new LatestSaver<>(rules.get(), now -> saveStatus.attempt(() -> files.save(now)), executors.background(),
                executors.saveTimeLimit());
    }

    /// The rules in the order in which they were made.
    public ReadOnlyObjectProperty<List<WatchRule>> rulesProperty() {
        return rules.getReadOnlyProperty();
    }

    public List<WatchRule> rules() {
        return rules.get();
    }

    /// Why the rules could not be saved; empty when they are saved.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> saveProblemProperty() {
        return saveStatus.problemProperty();
    }

    public Optional<WatchRule> find(String id) {
        return rules.get().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /// Replaces the rule with the same id, or adds the rule at the end.
    public void keep(WatchRule rule) {
        if (find(rule.id()).isPresent()) change(rule.id(), _ -> rule);
        else
            set(Stream.concat(rules.get().stream(), Stream.of(rule)).toList());
    }

    /// Changes the rule with that id, if there is one.
    public void change(String id, UnaryOperator<WatchRule> change) {
        set(rules.get().stream().map(rule -> rule.id().equals(id) ? change.apply(rule) : rule).toList());
    }

    public void remove(String id) {
        set(rules.get().stream().filter(rule -> !rule.id().equals(id)).toList());
    }

    /// Saves unsaved changes at once, and waits for that for a limited time.
    ///
    /// @return what could not be saved
    public List<FileNotice.NotSaved> saveNow() {
        return saver.saveNow() ? List.of() : List.of(saveStatus.notSaved(file));
    }

    /// Saves unsaved changes at once. Later changes are not saved.
    public void close() {
        saver.close();
    }

    private void set(List<WatchRule> next) {
        rules.set(next);
        saver.save(next);
    }
}
