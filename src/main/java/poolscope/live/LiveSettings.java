package poolscope.live;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import poolscope.settings.FileNotice;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;

/// What is remembered, observable. A change is kept in memory at once and on disk half a second later, together with
/// those that came in between: changes that never pause, as of a window that is being dragged, are saved all the same.
public final class LiveSettings {
    private static final Duration SAVE_AFTER = Duration.millis(500);

    private final SettingsFile file;
    private final BackgroundThreads backgroundThreads;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final PauseTransition saving = new PauseTransition(SAVE_AFTER);
    private final SaveStatus trouble = new SaveStatus();
    private boolean closed;
    private volatile Settings newest;
    private volatile Settings saved;

    public LiveSettings(Settings loaded, SettingsFile file, BackgroundThreads backgroundThreads) {
        this.file = file;
        this.backgroundThreads = backgroundThreads;
        newest = loaded;
        saved = loaded;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", loaded);
        saving.setOnFinished(_ -> saveSoon());
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings settings() {
        return settings.get();
    }

    /// Why what is remembered is not on the disk, if so.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> troubleProperty() {
        return trouble.property();
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

    /// Saves what is not saved yet, at once: the last thing that is done before the program ends.
    public void close() {
        closed = true;
        saving.stop();
        newest = settings.get();
        if (!newest.equals(saved)) save();
    }

    private void change(Settings next) {
        settings.set(next);
        if (!closed) saving.play();
    }

    private void saveSoon() {
        newest = settings.get();
        backgroundThreads.execute(this::save);
    }

    /// Always the newest: threads may come here in another order than they were sent.
    private synchronized void save() {
        var now = newest;
        try {
            file.save(now);
            saved = now;
            trouble.worked();
        } catch (IOException e) {
            trouble.failed(e);
        }
    }
}
