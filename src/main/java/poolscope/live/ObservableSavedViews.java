package poolscope.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.disk.FileSystemOperations;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestSaver;
import poolscope.live.background.SaveStatus;
import poolscope.settings.ConfigFileNotSavedException;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.FileNotice;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.SharedViewFile;

/// The operator's saved views as an observable property. Changes take effect at once and are saved shortly after. For
/// the FX thread.
public final class ObservableSavedViews {
    private static final System.Logger LOG = System.getLogger(ObservableSavedViews.class.getName());

    private final SavedViewsFolder files;
    private final BackgroundAndFxExecutors executors;
    private final Consumer<FileNotice> notify;
    private final ReadOnlyObjectWrapper<List<SavedView>> views;
    private final Map<String, SavedView> onDisk;
    private final Map<String, FileNotice.NotSaved> problems = new ConcurrentHashMap<>();
    private final LatestSaver<List<SavedView>> saver;

    /// @param notify
    ///            called on the FX thread when a view can't be saved, once for each view and reason, and once when it is
    ///            saved after that
    public ObservableSavedViews(List<SavedView> loaded, SavedViewsFolder files, BackgroundAndFxExecutors executors,
            Consumer<FileNotice> notify) {
        this.files = files;
        this.executors = executors;
        this.notify = notify;
        var all = List.copyOf(loaded);
        onDisk = new HashMap<>(loaded.stream().collect(Collectors.toMap(SavedView::id, Function.identity())));
        views = new ReadOnlyObjectWrapper<>(this, "views", all);
        saver = new LatestSaver<>(all, this::save, executors.background(), executors.saveTimeLimit());
    }

    /// The views in their order.
    public ReadOnlyObjectProperty<List<SavedView>> viewsProperty() {
        return views.getReadOnlyProperty();
    }

    public Optional<SavedView> find(String id) {
        return views.get().stream().filter(savedView -> savedView.id().equals(id)).findFirst();
    }

    /// Saves a view: replaces the one with its id, or adds it at the end.
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

    /// Writes a view to a file, to be shared.
    public void write(SavedView savedView, Path file) {
        executors.background().execute(() -> {
            try {
                new SharedViewFile(file, FileSystemOperations.ofDisk()).write(savedView);
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The file of a view was not written: " + e.getClass().getName());
                executors.fx()
                        .execute(() -> notify
                                .accept(new FileNotice.NotSaved(file, ConfigFileNotSavedException.Why.of(e, file))));
            }
        });
    }

    /// Reads such a file; the result comes on the FX thread.
    public void read(Path file, Consumer<SharedViewFile.Opened> then) {
        executors.background().execute(() -> {
            var opened = new SharedViewFile(file, FileSystemOperations.ofDisk()).read();
            executors.fx().execute(() -> then.accept(opened));
        });
    }

    /// Saves unsaved changes at once, and waits for that for a limited time.
    ///
    /// @return what could not be saved
    public List<FileNotice.NotSaved> saveNow() {
        if (saver.saveNow()) return List.of();
        return problems.isEmpty()
                ? List.of(new FileNotice.NotSaved(files.path(), Why.NO_ANSWER))
                : List.copyOf(problems.values());
    }

    /// Saves unsaved changes at once. Later changes are not saved.
    public void close() {
        saver.close();
    }

    private void change(List<SavedView> next) {
        views.set(next);
        saver.save(next);
    }

    /// Writes the views that differ from what is on the disk and deletes those that are gone. What could not be saved
    /// is tried again with the next change.
    ///
    /// @return whether all are on the disk
    private boolean save(List<SavedView> now) {
        boolean isSaved = true;
        for (var savedView : now)
            if (!savedView.equals(onDisk.get(savedView.id()))) isSaved &= attempt(savedView.id(), () -> {
                files.save(savedView);
                onDisk.put(savedView.id(), savedView);
            });
        var ids = now.stream().map(SavedView::id).collect(Collectors.toSet());
        for (var id : List.copyOf(onDisk.keySet()))
            if (!ids.contains(id)) isSaved &= attempt(id, () -> {
                files.delete(id);
                onDisk.remove(id);
            });
        return isSaved;
    }

    private boolean attempt(String id, SaveStatus.Save save) {
        try {
            save.run();
            var problem = problems.remove(id);
            if (problem != null) publish(new FileNotice.SavedAgain(problem.file()));
            return true;
        } catch (ConfigFileNotSavedException e) {
            LOG.log(System.Logger.Level.WARNING, "View " + id + " was not saved: " + e.why());
            var notice = new FileNotice.NotSaved(e.file(), e.why());
            if (!notice.equals(problems.put(id, notice))) publish(notice);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "View " + id + " was not saved: " + e.getClass().getName());
        }
        return false;
    }

    private void publish(FileNotice notice) {
        executors.fx().execute(() -> notify.accept(notice));
    }
}
