package poolscope.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.settings.FileOps;
import poolscope.settings.Notice;
import poolscope.settings.SettingsNotSavedException;
import poolscope.settings.SharedView;
import poolscope.settings.View;
import poolscope.settings.ViewFiles;

/// The operator's own views, observable: a change is in force at once and on disk a little later. For the FX thread.
public final class SavedViews {
    private static final System.Logger LOG = System.getLogger(SavedViews.class.getName());

    private final ViewFiles files;
    private final Background background;
    private final Consumer<Notice> tell;
    private final ReadOnlyObjectWrapper<List<View>> views;
    private final Map<String, View> onDisk;
    private final Set<Notice> told = new HashSet<>();
    private volatile List<View> newest;

    /// @param tell
    ///            is told, on the FX thread and once, of a view that can't be saved
    public SavedViews(List<View> loaded, ViewFiles files, Background background, Consumer<Notice> tell) {
        this.files = files;
        this.background = background;
        this.tell = tell;
        newest = List.copyOf(loaded);
        onDisk = new HashMap<>(loaded.stream().collect(Collectors.toMap(View::id, Function.identity())));
        views = new ReadOnlyObjectWrapper<>(this, "views", newest);
    }

    /// In their order.
    public ReadOnlyObjectProperty<List<View>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    public Optional<View> find(String id) {
        return views.get().stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /// Keeps a view: in the place of the one with its id, or behind all others.
    public void keep(View view) {
        if (find(view.id()).isPresent())
            change(views.get().stream().map(old -> old.id().equals(view.id()) ? view.withPlace(old.place()) : old).toList());
        else {
            int place = views.get().stream().mapToInt(View::place).max().orElse(0) + 1;
            change(Stream.concat(views.get().stream(), Stream.of(view.withPlace(place))).toList());
        }
    }

    public void remove(String id) {
        change(views.get().stream().filter(view -> !view.id().equals(id)).toList());
    }

    /// Writes a view into a file of its own, to send to somebody.
    public void write(View view, Path file) {
        background.execute(() -> {
            try {
                new SharedView(file, FileOps.ofDisk()).write(view);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The file of a view was not written: " + e.getClass().getName());
                Platform.runLater(() -> tell.accept(new Notice.NotSaved(file, SettingsNotSavedException.Why.of(e, file))));
            }
        });
    }

    /// Reads such a file; the answer comes on the FX thread.
    public void read(Path file, Consumer<SharedView.Opened> then) {
        background.execute(() -> {
            var opened = new SharedView(file, FileOps.ofDisk()).read();
            Platform.runLater(() -> then.accept(opened));
        });
    }

    /// Saves what is not saved yet, at once: one of the last things that are done before the program ends.
    public void close() {
        save();
    }

    private void change(List<View> next) {
        newest = next;
        views.set(next);
        background.execute(this::save);
    }

    /// Always the newest: threads may come here in another order than they were sent. What could not be saved is tried again with
    /// the next change.
    private synchronized void save() {
        var now = newest;
        for (var view : now)
            if (!view.equals(onDisk.get(view.id()))) attempt(view.id(), () -> {
                files.save(view);
                onDisk.put(view.id(), view);
            });
        var ids = now.stream().map(View::id).collect(Collectors.toSet());
        for (var id : List.copyOf(onDisk.keySet()))
            if (!ids.contains(id)) attempt(id, () -> {
                files.delete(id);
                onDisk.remove(id);
            });
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void attempt(String id, Work work) {
        try {
            work.run();
        } catch (SettingsNotSavedException e) {
            LOG.log(System.Logger.Level.WARNING, "View " + id + " was not saved: " + e.why());
            var notice = new Notice.NotSaved(e.file(), e.why());
            if (told.add(notice)) Platform.runLater(() -> tell.accept(notice));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "View " + id + " was not saved: " + e.getClass().getName());
        }
    }
}
