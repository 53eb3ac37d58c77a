package poolscope.live;

import java.nio.file.Path;
import java.util.Map;

/// Where credentials of other tools may be: environment variables and the home folder.
public record LocalCredentialLocations(Map<String, String> environment, Path home) {

    /// This machine.
    public static LocalCredentialLocations here() {
        return new LocalCredentialLocations(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// Without the values, which may be secret.
    @Override
    public String toString() {
        return "Computer[" + home + "]";
    }
}
