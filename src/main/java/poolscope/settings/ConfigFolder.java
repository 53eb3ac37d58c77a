package poolscope.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where settings, connections, saved views and the log are: the customary folder of the operating system. Nothing is
/// created here; whoever saves first makes the folder, for the user alone.
public final class ConfigFolder {
    private static final String NAME = "PoolScope";

    private ConfigFolder() {}

    /// The folder, if it is known: a user without an entry in the system's list, as containers have it, may have no
    /// home folder.
    ///
    /// @param osName
    ///            the system property `os.name`
    /// @param environment
    ///            `APPDATA` on Windows, `HOME` elsewhere, `XDG_CONFIG_HOME` on Linux. A value that is empty or not an
    ///            absolute path counts as not set, as the XDG specification wants
    /// @param home
    ///            the system property `user.home`, which is `?` when there is none
    /// @return empty when it would be in a home folder and there is none
    public static Optional<Path> find(String osName, Map<String, String> environment, String home) {
        String os = osName.toLowerCase(Locale.ROOT);
        Optional<Path> homeFolder = home(osName, environment, home);
        if (os.startsWith("windows"))
            return folder(environment, "APPDATA")
                    .or(() -> homeFolder.map(it -> it.resolve("AppData").resolve("Roaming")))
                    .map(it -> it.resolve(NAME));
        if (os.startsWith("mac"))
            return homeFolder.map(it -> it.resolve("Library").resolve("Application Support").resolve(NAME));
        return folder(environment, "XDG_CONFIG_HOME").or(() -> homeFolder.map(it -> it.resolve(".config")))
                .map(it -> it.resolve(NAME.toLowerCase(Locale.ROOT)));
    }

    /// The user's home folder. As for other programs that is `HOME`, where it is set: Java goes by the system's list of
    /// users instead.
    ///
    /// @param userHome
    ///            as `home` of [#find]
    public static Optional<Path> home(String osName, Map<String, String> environment, String userHome) {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows")
                ? absolute(userHome)
                : folder(environment, "HOME").or(() -> absolute(userHome));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).flatMap(ConfigFolder::absolute);
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
