package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import poolscope.settings.SettingsNotSavedException.Why;

/// The operator's views, one file each in the folder `views`: as hard to damage as the settings. A file that makes no sense is
/// set aside and named, and costs one view, never the start.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class ViewFiles {

    private static final String ENDING = ".json";
    private static final String BACKUP = ENDING + ".backup";

    private final Path folder;
    private final FileOps ops;
    private final Clock clock;
    private final Map<String, JsonFile<Optional<View>>> files = new TreeMap<>();

    /// What a start works with.
    ///
    /// @param views
    ///            in the order of their places
    /// @param notices
    ///            what the operator should be told, empty when all is well
    public record Loaded(List<View> views, List<Notice> notices) {
        public Loaded {
            views = List.copyOf(views);
            notices = List.copyOf(notices);
        }

        /// None, and nothing to tell.
        public static final Loaded NOTHING = new Loaded(List.of(), List.of());
    }

    private ViewFiles(Path folder, FileOps ops, Clock clock) {
        this.folder = folder;
        this.ops = ops;
        this.clock = clock;
    }

    /// The views of that configuration folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static ViewFiles in(Path config, FileOps ops, Clock clock) {
        return new ViewFiles(config.toAbsolutePath().resolve("views"), ops, clock);
    }

    /// Reads all views, whatever stands there. Files whose names are none of ours are left alone.
    public synchronized Loaded load() {
        List<View> views = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        for (String id : ids(notices)) {
            JsonFile.Read<Optional<View>> read = file(id).load();
            boolean isTaken = read.value().isPresent() && isWhole(read.notices());
            read.value().filter(_ -> isTaken).ifPresent(views::add);
            read.notices().stream().filter(notice -> !(notice instanceof Notice.NoFile))
                    .map(notice -> isTaken ? notice : skipped(id, notice)).forEach(notices::add);
        }
        views.sort(Comparator.comparingInt(View::place).thenComparing(View::name).thenComparing(View::id));
        return new Loaded(views, notices);
    }

    /// Keeps a view, new or changed. What another instance changed in it meanwhile stays so, unless the same was changed here.
    ///
    /// @throws SettingsNotSavedException
    ///             if the file is as it was; the caller keeps the view in memory and may try again
    public synchronized void save(View view) throws IOException {
        file(view.id()).save(Optional.of(view));
    }

    /// Removes a view's file. Nothing there is fine.
    ///
    /// @throws SettingsNotSavedException
    ///             if the file is still there; one that a newer version wrote stays, since there may be more in it than is shown
    public synchronized void delete(String id) throws IOException {
        Path path = path(id);
        boolean isNewer = new JsonReader<>(new ViewJson(id, id + ENDING), ops)
                .read(path) instanceof JsonReader.Found.Content<Optional<View>> content
                && new ViewJson(id, id + ENDING).newerVersion(content.root()).isPresent();
        if (isNewer) {
            throw new SettingsNotSavedException(path, Why.NEWER_VERSION);
        }
        try (SaveLock lock = SaveLock.on(path, ops)) {
            ops.delete(path.resolveSibling(id + BACKUP));
            ops.delete(path);
            ops.forceFolderIfPossible(folder);
        } catch (SettingsNotSavedException told) {
            throw told;
        } catch (IOException disk) {
            throw new SettingsNotSavedException(path, Why.of(disk, path), disk);
        }
        ops.deleteIfPossible(path.resolveSibling(id + ENDING + ".lock"));
        files.remove(id);
    }

    private Set<String> ids(List<Notice> notices) {
        Set<String> ids = new TreeSet<>();
        try {
            if (ops.kind(folder) == FileOps.Kind.MISSING) {
                return ids;
            }
            for (Path path : ops.list(folder)) {
                String name = path.getFileName().toString();
                Optional.of(name.endsWith(BACKUP) ? BACKUP : ENDING).filter(name::endsWith)
                        .map(ending -> name.substring(0, name.length() - ending.length())).filter(View::isId)
                        .ifPresent(ids::add);
            }
        } catch (IOException unreadable) {
            notices.add(new Notice.ViewsUnreadable(folder));
        }
        return ids;
    }

    /// Whether the view is all there. What could be saved of a torn file is no view: half a filter shows other pools.
    private static boolean isWhole(List<Notice> notices) {
        return notices.stream().anyMatch(Notice.FromBackup.class::isInstance) || notices.stream().noneMatch(
                notice -> notice instanceof Notice.SetAside || notice instanceof Notice.NotYetSetAside);
    }

    /// A copy of a damaged file is safe now, so the file goes: else it would be told of at every start.
    private Notice skipped(String id, Notice notice) {
        return switch (notice) {
            case Notice.SetAside(Path badCopy, Notice.Damage damage) -> {
                ops.deleteIfPossible(path(id));
                files.remove(id);
                yield new Notice.ViewSkipped(badCopy, damage);
            }
            case Notice.NotYetSetAside(Path file, Notice.Damage damage) -> new Notice.ViewSkipped(file, damage);
            case Notice.Unreadable(Path file, Notice.Obstacle obstacle) -> new Notice.ViewUnreadable(file, obstacle);
            case Notice.NoFile _,Notice.NewerVersion _,Notice.FromBackup _,Notice.ViewSkipped _,Notice.ViewUnreadable _,Notice.ViewsUnreadable _,Notice.ViewNotOpened _,Notice.NotSaved _,Notice.SavedAgain _,Notice.ConnectionsUnknown _ ->
                notice;
        };
    }

    private Path path(String id) {
        return folder.resolve(id + ENDING);
    }

    private JsonFile<Optional<View>> file(String id) {
        return files.computeIfAbsent(id, it -> new JsonFile<>(folder, new ViewJson(it, it + ENDING), ops, clock));
    }
}
