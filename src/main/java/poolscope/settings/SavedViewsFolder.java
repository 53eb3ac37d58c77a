package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConfigFileNotSavedException.Why;

/// The operator's views, one file each in the folder `views`, written as safely as the settings. A file that is not a
/// valid view is kept aside and named in a notice; the other views and the start are not affected.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class SavedViewsFolder {

    private static final String ENDING = ".json";
    private static final String BACKUP = ENDING + ".backup";

    private final Path folder;
    private final FileSystemOperations ops;
    private final Clock clock;
    private final Map<String, JsonFile<Optional<SavedView>>> files = new TreeMap<>();

    private SavedViewsFolder(Path folder, FileSystemOperations ops, Clock clock) {
        this.folder = folder;
        this.ops = ops;
        this.clock = clock;
    }

    /// The views of that configuration folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static SavedViewsFolder in(Path config, FileSystemOperations ops, Clock clock) {
        return new SavedViewsFolder(config.toAbsolutePath().resolve("views"), ops, clock);
    }

    /// Where it is; need not exist.
    public Path path() {
        return folder;
    }

    /// Reads all views, whatever stands there, in the order of their places. Files whose names are none of ours are
    /// left alone.
    public synchronized LoadedValueWithNotices<List<SavedView>> load() {
        List<SavedView> views = new ArrayList<>();
        List<FileNotice> notices = new ArrayList<>();
        for (String id : ids(notices)) {
            LoadedValueWithNotices<Optional<SavedView>> read = file(id).load();
            boolean isTaken = read.value().isPresent() && isWhole(read.notices());
            read.value().filter(_ -> isTaken).ifPresent(views::add);
            read.notices()
                    .stream()
                    .filter(fileNotice -> !(fileNotice instanceof FileNotice.NoFile))
                    .map(fileNotice -> isTaken ? fileNotice : skipped(id, fileNotice))
                    .forEach(notices::add);
        }
        views.sort(
                Comparator.comparingInt(SavedView::place).thenComparing(SavedView::name).thenComparing(SavedView::id));
        return new LoadedValueWithNotices<>(List.copyOf(views), notices);
    }

    /// Keeps a view, new or changed. What another instance changed in it meanwhile stays so, unless the same was
    /// changed here.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the view in memory and may try again
    public synchronized void save(SavedView savedView) throws IOException {
        file(savedView.id()).save(Optional.of(savedView));
    }

    /// Removes a view's file. Nothing there is fine.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is still there; one that a newer version wrote stays, since there may be more in it than
    ///             is shown
    public synchronized void delete(String id) throws IOException {
        Path path = path(id);
        boolean isNewer = new ProgramJsonFileReader<>(new SavedViewJson(id, id + ENDING), ops)
                .read(path) instanceof ProgramJsonFileReader.Found.Content<Optional<SavedView>> content
                && new SavedViewJson(id, id + ENDING).newerVersion(content.root()).isPresent();
        if (isNewer) {
            throw new ConfigFileNotSavedException(path, Why.NEWER_VERSION);
        }
        try (var _ = SaveLock.on(path, ops)) {
            ops.delete(path.resolveSibling(id + BACKUP));
            ops.delete(path);
            ops.forceFolderIfPossible(folder);
        } catch (ConfigFileNotSavedException known) {
            throw known;
        } catch (IOException disk) {
            throw new ConfigFileNotSavedException(path, Why.of(disk, path), disk);
        }
        ops.deleteIfPossible(path.resolveSibling(id + ENDING + ".lock"));
        files.remove(id);
    }

    private Set<String> ids(List<FileNotice> notices) {
        Set<String> ids = new TreeSet<>();
        try {
            if (ops.kind(folder) == FileSystemOperations.Kind.MISSING) {
                return ids;
            }
            for (Path path : ops.list(folder)) {
                String name = path.getFileName().toString();
                Optional.of(name.endsWith(BACKUP) ? BACKUP : ENDING)
                        .filter(name::endsWith)
                        .map(ending -> name.substring(0, name.length() - ending.length()))
                        .filter(SavedView::isId)
                        .ifPresent(ids::add);
            }
        } catch (IOException unreadable) {
            notices.add(new FileNotice.ViewsUnreadable(folder));
        }
        return ids;
    }

    /// Whether the view is all there. What could be saved of a torn file is no view: half a filter shows other pools.
    private static boolean isWhole(List<FileNotice> notices) {
        return notices.stream().anyMatch(FileNotice.FromBackup.class::isInstance) || notices.stream()
                .noneMatch(fileNotice -> fileNotice instanceof FileNotice.SetAside
                        || fileNotice instanceof FileNotice.NotYetSetAside);
    }

    /// The damaged file has a copy now and is deleted: otherwise every start would show the notice again.
    private FileNotice skipped(String id, FileNotice fileNotice) {
        return switch (fileNotice) {
            case FileNotice.SetAside(Path badCopy, FileNotice.Damage damage) -> {
                ops.deleteIfPossible(path(id));
                files.remove(id);
                yield new FileNotice.ViewSkipped(badCopy, damage);
            }
            case FileNotice.NotYetSetAside(Path file, FileNotice.Damage damage) ->
                new FileNotice.ViewSkipped(file, damage);
            case FileNotice.Unreadable(Path file, FileNotice.Obstacle obstacle) ->
                new FileNotice.ViewUnreadable(file, obstacle);
            case FileNotice.NoFile _, FileNotice.NewerVersion _, FileNotice.FromBackup _, FileNotice.ViewSkipped _,
                    FileNotice.ViewUnreadable _, FileNotice.ViewsUnreadable _, FileNotice.ViewNotOpened _, FileNotice.NotSaved _,
                    FileNotice.SavedAgain _, FileNotice.HistoryWrittenAgain _, FileNotice.ConnectionsUnknown _, FileNotice.HistoryDamaged _, FileNotice.HistoryNotDeleted _ ->
                fileNotice;
        };
    }

    private Path path(String id) {
        return folder.resolve(id + ENDING);
    }

    private JsonFile<Optional<SavedView>> file(String id) {
        return files.computeIfAbsent(id, it -> new JsonFile<>(folder, new SavedViewJson(it, it + ENDING), ops, clock));
    }
}
