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
import poolscope.disk.FileOps;
import poolscope.settings.FileNotice;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewFolder;
import poolscope.settings.SettingsNotSavedException;
import poolscope.settings.SharedViewFile;

/// The operator's own views, observable: a change is in force at once and on disk a little later. For the FX thread.
public final class LiveSavedViews {
    private static final System.Logger LOG = System.getLogger(LiveSavedViews.class.getName());

    private final SavedViewFolder files;
    private final BackgroundThreads backgroundThreads;
    private final Consumer<FileNotice> tell;
    private final ReadOnlyObjectWrapper<List<SavedView>> views;
    private final Map<String, SavedView> onDisk;
    private final Set<FileNotice> told = new HashSet<>();
    private volatile List<SavedView> newest;

    /// @param tell
    ///            is told, on the FX thread and once, of a view that can't be saved
    public LiveSavedViews(List<SavedView> loaded, SavedViewFolder files, BackgroundThreads backgroundThreads,
            Consumer<FileNotice> tell) {
        this.files = files;
        this.backgroundThreads = backgroundThreads;
        this.tell = tell;
        newest = List.copyOf(loaded);
        onDisk = new HashMap<>(loaded.stream().collect(Collectors.toMap(SavedView::id, Function.identity())));
        views = new ReadOnlyObjectWrapper<>(this, "views", newest);
    }

    /// In their order.
    public ReadOnlyObjectProperty<List<SavedView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    public Optional<SavedView> find(String id) {
        return views.get().stream().filter(savedView -> savedView.id().equals(id)).findFirst();
    }

    /// Keeps a view: in the place of the one with its id, or behind all others.
    public void keep(SavedView savedView) {
        if (find(savedView.id()).isPresent())
            change(views.get()
                    .stream()
                    .map(old -> old.id().equals(savedView.id()) ? savedView.withPlace(old.place()) : old)
                    .toList());
        else {
            int place = views.get().stream().mapToInt(SavedView::place).max().orElse(0) + 1;
            change(Stream.concat(views.get().stream(), Stream.of(savedView.withPlace(place))).toList());
        }
    }

    public void remove(String id) {
        change(views.get().stream().filter(savedView -> !savedView.id().equals(id)).toList());
    }

    /// Writes a view into a file of its own, to send to somebody.
    public void write(SavedView savedView, Path file) {
        backgroundThreads.execute(() -> {
            try {
                new SharedViewFile(file, FileOps.ofDisk()).write(savedView);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The file of a view was not written: " + e.getClass().getName());
                Platform.runLater(
                        () -> tell.accept(new FileNotice.NotSaved(file, SettingsNotSavedException.Why.of(e, file))));
            }
        });
    }

    /// Reads such a file; the answer comes on the FX thread.
    public void read(Path file, Consumer<SharedViewFile.Opened> then) {
        backgroundThreads.execute(() -> {
            var opened = new SharedViewFile(file, FileOps.ofDisk()).read();
            Platform.runLater(() -> then.accept(opened));
        });
    }

    /// Saves what is not saved yet, at once: one of the last things that are done before the program ends.
    public void close() {
        save();
    }

    private void change(List<SavedView> next) {
        newest = next;
        views.set(next);
        backgroundThreads.execute(this::save);
    }

    /// Always the newest: threads may come here in another order than they were sent. What could not be saved is tried
    /// again with the next change.
    private synchronized void save() {
        var now = newest;
        for (var savedView : now)
            if (!savedView.equals(onDisk.get(savedView.id()))) attempt(savedView.id(), () -> {
                files.save(savedView);
                onDisk.put(savedView.id(), savedView);
            });
        var ids = now.stream().map(SavedView::id).collect(Collectors.toSet());
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
            var notice = new FileNotice.NotSaved(e.file(), e.why());
            if (told.add(notice)) Platform.runLater(() -> tell.accept(notice));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "View " + id + " was not saved: " + e.getClass().getName());
        }
    }
}
