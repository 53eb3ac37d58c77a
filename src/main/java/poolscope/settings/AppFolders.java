package poolscope.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this program's files live. Nothing is created here; whoever saves first makes the folder, for the user alone.
///
/// @param config
///            settings and connections: small, worth a backup
/// @param state
///            snapshots, changes, logs: large, worth keeping
/// @param cache
///            what can be fetched again
public record AppFolders(Path config, Path state, Path cache) {

    private static final String NAME = "PoolScope";

    /// The customary folders of the operating system.
    ///
    /// @param osName
    ///            the system property `os.name`
    /// @param environment
    ///            `APPDATA` and `LOCALAPPDATA` on Windows, `XDG_CONFIG_HOME`, `XDG_STATE_HOME` and `XDG_CACHE_HOME`
    ///            elsewhere. A value that is empty or not an absolute path counts as not set, as the XDG specification
    ///            wants
    /// @param home
    ///            the user's home folder
    public static AppFolders of(String osName, Map<String, String> environment, Path home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return onWindows(environment, home);
        }
        return os.startsWith("mac") ? onMac(home) : elsewhere(environment, home);
    }

    /// The customary folders, if they can be told: a user without an entry in the system's list, as containers have it,
    /// may have no home folder.
    ///
    /// @param home
    ///            the system property `user.home`, which is `?` then
    /// @return empty when settings would be in a home folder and there is none
    public static Optional<AppFolders> find(String osName, Map<String, String> environment, String home) {
        var folders = of(osName, environment, absolute(home).orElse(Path.of("")));
        return Optional.of(folders).filter(found -> found.config().isAbsolute());
    }

    private static AppFolders onWindows(Map<String, String> environment, Path home) {
        Path roaming = folder(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming")).resolve(NAME);
        Path local = folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve(NAME);
        return new AppFolders(roaming, local.resolve("state"), local.resolve("cache"));
    }

    private static AppFolders onMac(Path home) {
        Path library = home.resolve("Library");
        Path support = library.resolve("Application Support").resolve(NAME);
        return new AppFolders(support, support.resolve("state"), library.resolve("Caches").resolve(NAME));
    }

    private static AppFolders elsewhere(Map<String, String> environment, Path home) {
        String name = NAME.toLowerCase(Locale.ROOT);
        Path config = folder(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        Path state = folder(environment, "XDG_STATE_HOME").orElse(home.resolve(".local").resolve("state"));
        Path cache = folder(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
        return new AppFolders(config.resolve(name), state.resolve(name), cache.resolve(name));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).flatMap(AppFolders::absolute);
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
