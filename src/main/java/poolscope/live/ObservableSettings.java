package poolscope.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestSaver;
import poolscope.live.background.SaveStatus;
import poolscope.live.background.SaveTimeLimit;
import poolscope.settings.FileNotice;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;

/// The settings as an observable property. Changes take effect at once and are saved together half a second after the
/// first unsaved one, also while further changes come without a pause, as while a window is dragged.
public final class ObservableSettings {
    private static final Duration SAVE_AFTER = Duration.ofMillis(500);

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final SaveStatus saveStatus;
    private final SaveTimeLimit timeLimit;
    private final Path file;
    private final LatestSaver<Settings> saver;
    private Subscription sharing = Subscription.EMPTY;

    public ObservableSettings(Settings loaded, SettingsFile file, BackgroundAndFxExecutors executors) {
        this(loaded, file, executors, CompletableFuture.delayedExecutor(SAVE_AFTER.toMillis(), TimeUnit.MILLISECONDS,
                executors.background()));
    }

    /// @param saving
    ///            runs the save, after a delay
    ObservableSettings(Settings loaded, SettingsFile file, BackgroundAndFxExecutors executors, Executor saving) {
        settings = new ReadOnlyObjectWrapper<>(this, "settings", loaded);
        saveStatus = new SaveStatus(executors.fx());
        timeLimit = executors.saveTimeLimit();
        this.file = file.path();
        saver = new LatestSaver<>(loaded, now -> saveStatus.attempt(() -> file.save(now)), saving, timeLimit);
    }

    private ObservableSettings(Settings initial, ObservableSettings saved) {
        settings = new ReadOnlyObjectWrapper<>(this, "settings", initial);
        saveStatus = saved.saveStatus;
        timeLimit = saved.timeLimit;
        file = saved.file;
        saver = new LatestSaver<>(initial, _ -> true, Runnable::run, timeLimit);
    }

    /// The settings of another window. What windows share is the same in both from now on, and saved by these settings;
    /// its own view, table, filter and panes are not saved. To be closed before these.
    ///
    /// @param initial
    ///            with what the other window begins
    public ObservableSettings ofAnotherWindow(Settings initial) {
        var other = new ObservableSettings(initial, this);
        other.sharing = Subscription.combine(
                settings.subscribe(now -> other.settings.set(other.settings().withShared(now))),
                other.settings.subscribe((_, now) -> {
                    var shared = settings().withShared(now);
                    if (!shared.equals(settings())) change(shared);
                }));
        return other;
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings settings() {
        return settings.get();
    }

    /// Why the settings could not be saved; empty when they are saved.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> saveProblemProperty() {
        return saveStatus.problemProperty();
    }

    /// One part of the settings as a property: reading it reads the settings, setting it sets them.
    public <T> ObjectProperty<T> part(Function<Settings, T> get, BiFunction<Settings, T, Settings> with) {
        var part = new SimpleObjectProperty<>(this, "part", get.apply(settings.get()));
        part.subscribe((_, now) -> {
            if (!get.apply(settings.get()).equals(now)) change(with.apply(settings.get(), now));
        });
        settings.subscribe((_, now) -> part.set(get.apply(now)));
        return part;
    }

    /// Saves unsaved changes at once, and waits for that for a limited time.
    ///
    /// @return what could not be saved
    public List<FileNotice.NotSaved> saveNow() {
        return saver.saveNow() ? List.of() : List.of(saveStatus.notSaved(file));
    }

    /// Saves unsaved changes at once. Later changes are not saved.
    public void close() {
        sharing.unsubscribe();
        saver.close();
    }

    private void change(Settings next) {
        settings.set(next);
        saver.save(next);
    }
}
