package poolscope.settings;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ProgramFileReplacement;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.ProgramJsonFileReader.Found;

/// One JSON file of the program: reads it whatever it holds, replaces it atomically, and keeps keys it does not know.
///
/// One object per file and process; safe for use by several threads, and blocking, so not for the FX thread.
final class JsonFile<T> {

    private final Path file;
    private final FileSystemOperations ops;
    private final JsonFileMapping<T> form;
    private final ProgramJsonFileReader<T> reader;
    private final DamagedFileArchive damagedFileArchive;
    /// Beside the link, if the file is one.
    private final Path backup;

    /// What this instance last loaded or saved: what differs from it is what the operator changed here.
    private ObjectNode base;
    /// All keys of the file as this instance last saw it, ours and those of other versions.
    private ObjectNode whole = JsonNodeFactory.instance.objectNode();
    /// Whether a notice said that the file can't be read. Only then may a save move it away; a file that could be read
    /// at the start and can't now may be in use by another program for a moment.
    private boolean unreadable;

    /// What a save is to be merged with.
    private record Current(Path target, ObjectNode whole, ObjectNode ours, Optional<byte[]> bytes) {}

    /// The file in that folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    JsonFile(Path folder, JsonFileMapping<T> form, FileSystemOperations ops, Clock clock) {
        this.file = folder.toAbsolutePath().resolve(form.fileName());
        this.ops = ops;
        this.form = form;
        this.base = form.render(form.defaults());
        this.reader = new ProgramJsonFileReader<>(form, ops);
        this.damagedFileArchive = new DamagedFileArchive(file, ops, clock);
        this.backup = file.resolveSibling(form.fileName() + ".backup");
    }

    Path path() {
        return file;
    }

    Path folder() {
        return Objects.requireNonNull(file.getParent());
    }

    /// Reads the file; whatever stands there, there is a value to start with. Takes every value that makes sense and
    /// the default for the others. A file with damage is copied aside now.
    synchronized LoadedValueWithNotices<T> load() {
        List<FileNotice> notices = new ArrayList<>();
        unreadable = false;
        Found<T> found = reader.read(file);
        if (found.isMissingOrTorn() && reader.read(backup) instanceof Found.Content<T> kept
                && !kept.isMissingOrTorn()) {
            notices.add(new FileNotice.FromBackup(backup));
            if (found instanceof Found.Content<T> torn) {
                archiveDamaged(torn, notices);
            }
            found = kept;
        }
        return switch (found) {
            case Found.Nothing<T> _ -> takeDefaults(new FileNotice.NoFile());
            case Found.Blocked<T>(FileNotice.Obstacle obstacle) -> {
                unreadable = true;
                yield takeDefaults(new FileNotice.Unreadable(file, obstacle));
            }
            case Found.Content<T> content -> take(content, notices);
        };
    }

    /// Brings what changed since the last load or save into the file, key by key; other instances' changes to other
    /// keys stay.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the value in memory and may try again
    synchronized void save(T value) throws IOException {
        try {
            ops.createFolder(file.resolveSibling(""));
            try (SaveLock lock = SaveLock.on(file, ops)) {
                Path saved = replace(value);
                if (lock.isHeld()) {
                    ProgramFileReplacement.sweep(saved, backup, ops);
                }
            }
        } catch (ConfigFileNotSavedException known) {
            throw known;
        } catch (IOException disk) {
            throw new ConfigFileNotSavedException(file, Why.of(disk, file), disk);
        }
    }

    private LoadedValueWithNotices<T> takeDefaults(FileNotice why) {
        whole = JsonNodeFactory.instance.objectNode();
        base = form.render(form.defaults());
        return new LoadedValueWithNotices<>(form.defaults(), List.of(why));
    }

    private LoadedValueWithNotices<T> take(Found.Content<T> content, List<FileNotice> notices) {
        whole = understood(content);
        base = form.render(content.value());
        Optional<String> newer = form.newerVersion(content.root());
        if (newer.isPresent()) {
            notices.add(new FileNotice.NewerVersion(file, newer.get()));
        } else if (content.isDamaged()) {
            archiveDamaged(content, notices);
        }
        return new LoadedValueWithNotices<>(content.value(), notices);
    }

    private void archiveDamaged(Found.Content<T> content, List<FileNotice> notices) {
        try {
            notices.add(new FileNotice.SetAside(damagedFileArchive.keep(content.bytes()), content.damage()));
        } catch (IOException later) {
            notices.add(new FileNotice.NotYetSetAside(file, content.damage()));
        }
    }

    private Path replace(T value) throws IOException {
        Current current = current();
        ObjectNode mine = form.render(value);
        ObjectNode merged = ThreeWayMerge.onto(current.whole(), new ThreeWayMerge.Sides(base, mine, current.ours()));
        byte[] bytes = (merged.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        if (!current.bytes().filter(old -> Arrays.equals(old, bytes)).isPresent()) {
            ProgramFileReplacement.replace(current.target(), bytes, backup, current.bytes(), ops);
        }
        base = mine;
        whole = merged;
        unreadable = false;
        return current.target();
    }

    /// What stands in the file now. Another instance, another version, an editor or a crash may have been there since
    /// it was read.
    private Current current() throws IOException {
        Path target = target();
        Found<T> found = reader.read(target);
        return switch (found) {
            case Found.Nothing<T> _ -> new Current(target, whole, base, Optional.empty());
            case Found.Blocked<T>(FileNotice.Obstacle obstacle) -> {
                if (!unreadable) {
                    throw new ConfigFileNotSavedException(file, Why.UNREADABLE, new IOException(obstacle.name()));
                }
                damagedFileArchive.moveAway();
                yield new Current(file, whole, base, Optional.empty());
            }
            case Found.Content<T> content -> {
                refuseIfNewer(content);
                if (content.isDamaged()) {
                    damagedFileArchive.keep(content.bytes());
                }
                yield content.isMissingOrTorn()
                        ? new Current(target, whole, base, Optional.empty())
                        : new Current(target, understood(content), form.render(content.value()),
                                Optional.of(content.bytes()));
            }
        };
    }

    /// Through a link, if the file is one: an operator who keeps the file elsewhere wants to keep them there.
    private Path target() throws IOException {
        Path target = ops.target(file);
        if (!target.equals(file) && ops.kind(target.resolveSibling("")) == FileSystemOperations.Kind.MISSING) {
            throw new ConfigFileNotSavedException(file, Why.LINK_LEADS_NOWHERE);
        }
        return target;
    }

    private void refuseIfNewer(Found.Content<T> content) throws ConfigFileNotSavedException {
        if (form.newerVersion(content.root()).isPresent()) {
            throw new ConfigFileNotSavedException(file, Why.NEWER_VERSION);
        }
    }

    /// The outermost keys that made sense, ours and others. What made none is in the copy that was set aside.
    private ObjectNode understood(Found.Content<T> content) {
        return content.root().deepCopy().remove(content.damage().replaced());
    }
}
