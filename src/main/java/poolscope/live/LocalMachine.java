package poolscope.live;

import java.nio.file.Path;
import java.util.Map;

/// What other tools may have left on this computer: the variables of the process and the operator's home folder.
public record LocalMachine(Map<String, String> environment, Path home) {

    /// The real one.
    public static LocalMachine here() {
        return new LocalMachine(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /// Without the values, which may be secret.
    @Override
    public String toString() {
        return "Computer[" + home + "]";
    }
}
