package poolscope.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import poolscope.disk.FileSystemOperations;

/// The file `settings.json`: reads whatever it finds, replaces it whole, and leaves in it what it does not know.
///
/// One object per folder and process; safe for use by several threads, and blocking, so not for the FX thread.
public final class SettingsFile {

    private final JsonFile<Settings> file;
    private final Function<Settings, Optional<Settings>> kept;

    private SettingsFile(JsonFile<Settings> file, Function<Settings, Optional<Settings>> kept) {
        this.file = file;
        this.kept = kept;
    }

    /// The settings of that folder, which need not exist yet; nothing is read or written here.
    ///
    /// @param clock
    ///            names the copies of files that can't be read
    public static SettingsFile in(Path folder, FileSystemOperations ops, Clock clock) {
        return new SettingsFile(new JsonFile<>(folder, new SettingsJson(), ops, clock), Optional::of);
    }

    /// The same file, which keeps of the settings that are saved only what `kept` leaves of them, if anything: what is
    /// in force for this time alone stays out of it.
    public SettingsFile keeping(Function<Settings, Optional<Settings>> kept) {
        return new SettingsFile(file, kept);
    }

    /// Where it is; need not exist.
    public Path path() {
        return file.path();
    }

    /// The folder that it is in, which may not exist yet.
    public Path folder() {
        return file.folder();
    }

    /// Reads the file; whatever stands there, there are settings to start with. Takes every value that makes sense and
    /// the default for the others. A file with damage is copied aside now.
    public LoadedValueWithNotices<Settings> load() {
        return file.load();
    }

    /// Brings what changed since the last load or save into the file, key by key; other instances' changes to other
    /// keys stay.
    ///
    /// @throws ConfigFileNotSavedException
    ///             if the file is as it was; the caller keeps the settings in memory and may try again
    public void save(Settings settings) throws IOException {
        var lasting = kept.apply(settings);
        if (lasting.isPresent()) file.save(lasting.get());
    }
}
