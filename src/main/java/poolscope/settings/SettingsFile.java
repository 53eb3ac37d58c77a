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
import java.util.Optional;
import poolscope.settings.SettingsNotSavedException.Why;
import poolscope.settings.SettingsReader.Found;

/// The file `settings.json`: reads whatever it finds, replaces it whole, and leaves in it what it does not know.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class SettingsFile {

    private final Path file;
    private final FileOps ops;
    private final SettingsReader reader;
    private final BadFiles badFiles;
    private final AtomicFile atomic;

    /// The settings that this instance last loaded or saved: what differs from them is what the operator changed here.
    private ObjectNode base = SettingsJson.render(Settings.defaults());
    /// All keys of the file as this instance last saw it, ours and those of other versions.
    private ObjectNode whole = JsonNodeFactory.instance.objectNode();
    /// Whether the operator was told that the file can't be read. Only then may a save move it away; a file that could be read at
    /// the start and can't now is in somebody else's hands for the moment.
    private boolean unreadable;

    /// What a save is to be merged with.
    private record Current(Path target, ObjectNode whole, ObjectNode ours, Optional<byte[]> bytes) {}

    private SettingsFile(Path file, FileOps ops, Clock clock) {
        this.file = file;
        this.ops = ops;
        this.reader = new SettingsReader(ops);
        this.badFiles = new BadFiles(file, ops, clock);
        this.atomic = new AtomicFile(file.resolveSibling("settings.json.backup"), ops);
    }

    /// The settings of that folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static SettingsFile in(Path folder, FileOps ops, Clock clock) {
        return new SettingsFile(folder.toAbsolutePath().resolve("settings.json"), ops, clock);
    }

    /// Reads the file; whatever stands there, there are settings to start with. Takes every value that makes sense and the
    /// default for the others. A file with damage is copied aside now.
    public synchronized Loaded load() {
        List<Notice> notices = new ArrayList<>();
        unreadable = false;
        Found found = reader.read(file);
        if (found.isMissingOrTorn() && reader.read(atomic.backup()) instanceof Found.Content backup
                && !backup.isMissingOrTorn()) {
            notices.add(new Notice.FromBackup(atomic.backup()));
            if (found instanceof Found.Content torn) {
                tellDamage(torn, notices);
            }
            found = backup;
        }
        return switch (found) {
            case Found.Nothing _ -> takeDefaults(new Notice.NoFile());
            case Found.Blocked(Notice.Obstacle obstacle) -> {
                unreadable = true;
                yield takeDefaults(new Notice.Unreadable(file, obstacle));
            }
            case Found.Content content -> take(content, notices);
        };
    }

    /// Brings what changed since the last load or save into the file, key by key; other instances' changes to other keys stay.
    ///
    /// @throws SettingsNotSavedException
    ///             if the file is as it was; the caller keeps the settings in memory and may try again
    public synchronized void save(Settings settings) throws IOException {
        try {
            ops.createFolder(file.resolveSibling(""));
            try (SaveLock lock = SaveLock.on(file, ops)) {
                Path saved = replace(settings);
                if (lock.isHeld()) {
                    atomic.sweep(saved);
                }
            }
        } catch (SettingsNotSavedException told) {
            throw told;
        } catch (IOException disk) {
            throw new SettingsNotSavedException(file, Why.DISK, disk);
        }
    }

    private Loaded takeDefaults(Notice why) {
        whole = JsonNodeFactory.instance.objectNode();
        base = SettingsJson.render(Settings.defaults());
        return new Loaded(Settings.defaults(), List.of(why));
    }

    private Loaded take(Found.Content content, List<Notice> notices) {
        whole = content.root();
        base = SettingsJson.render(content.settings());
        Optional<String> newer = SettingsJson.newerVersion(content.root());
        if (newer.isPresent()) {
            notices.add(new Notice.NewerVersion(file, newer.get()));
        } else if (content.isDamaged()) {
            tellDamage(content, notices);
        }
        return new Loaded(content.settings(), notices);
    }

    private void tellDamage(Found.Content content, List<Notice> notices) {
        try {
            notices.add(new Notice.SetAside(badFiles.keep(content.bytes()), content.damage()));
        } catch (IOException later) {
            notices.add(new Notice.NotYetSetAside(file, content.damage()));
        }
    }

    private Path replace(Settings settings) throws IOException {
        Current current = current();
        ObjectNode mine = SettingsJson.render(settings);
        ObjectNode merged = Merge.onto(current.whole(), Merge.changes(base, mine, current.ours()));
        byte[] bytes = (merged.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        if (!current.bytes().filter(old -> Arrays.equals(old, bytes)).isPresent()) {
            atomic.replace(current.target(), bytes, current.bytes());
        }
        base = mine;
        whole = merged;
        unreadable = false;
        return current.target();
    }

    /// What stands in the file now. Another instance, another version, an editor or a crash may have been there since it
    /// was read.
    private Current current() throws IOException {
        Path target = target();
        Found found = reader.read(target);
        return switch (found) {
            case Found.Nothing _ -> new Current(target, whole, base, Optional.empty());
            case Found.Blocked(Notice.Obstacle obstacle) -> {
                if (!unreadable) {
                    throw new SettingsNotSavedException(file, Why.UNREADABLE, new IOException(obstacle.name()));
                }
                badFiles.moveAway();
                yield new Current(file, whole, base, Optional.empty());
            }
            case Found.Content content -> {
                refuseIfNewer(content);
                if (content.isDamaged()) {
                    badFiles.keep(content.bytes());
                }
                yield content.isMissingOrTorn()
                        ? new Current(target, whole, base, Optional.empty())
                        : new Current(target, content.root(), SettingsJson.render(content.settings()),
                                Optional.of(content.bytes()));
            }
        };
    }

    /// Through a link, if the file is one: an operator who keeps settings elsewhere wants to keep them there.
    private Path target() throws IOException {
        Path target = ops.target(file);
        if (!target.equals(file) && ops.kind(target.resolveSibling("")) == FileOps.Kind.MISSING) {
            throw new SettingsNotSavedException(file, Why.LINK_LEADS_NOWHERE);
        }
        return target;
    }

    private void refuseIfNewer(Found.Content content) throws SettingsNotSavedException {
        if (SettingsJson.newerVersion(content.root()).isPresent()) {
            throw new SettingsNotSavedException(file, Why.NEWER_VERSION);
        }
    }
}
