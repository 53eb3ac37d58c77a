package poolscope.live;

import java.nio.file.Path;
import java.util.Map;
import poolscope.settings.ConfigFolder;

/// Where credentials of other tools may be: environment variables and the home folder.
public record LocalCredentialLocations(Map<String, String> environment, Path home) {

    /// This machine.
    public static LocalCredentialLocations here() {
        var userHome = System.getProperty("user.home");
        return new LocalCredentialLocations(System.getenv(),
                ConfigFolder.home(System.getProperty("os.name"), System.getenv(), userHome)
                        .orElseGet(() -> Path.of(userHome)));
    }

    /// Without the values, which may be secret.
    @Override
    public String toString() {
        return "Computer[" + home + "]";
    }
}
