package poolscope.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Protects the installed program from the environment variables that every JVM reads: they could switch off the check
/// of certificates, load code or request heap dumps (P51). The JVM reads them before `main`, so the program is started
/// again without them.
public final class RestartWithoutJvmVariables {
    private static final List<String> OBEYED = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");
    /// Set by the launcher for its own restart; removed, so that the new launcher prepares its own environment.
    private static final String PREPARED = "_JPACKAGE_LAUNCHER";

    private RestartWithoutJvmVariables() {}

    /// Runs the program again without these variables, if one is set, and returns its exit code.
    ///
    /// @param launcher
    ///            the installed program; empty when it was started by `java`, with options of the user's choice
    public static OptionalInt again(Map<String, String> environment, Optional<Path> launcher, List<String> arguments) {
        if (launcher.isEmpty() || OBEYED.stream().allMatch(name -> environment.getOrDefault(name, "").isBlank()))
            return OptionalInt.empty();
        var command = new ArrayList<>(List.of(launcher.get().toString()));
        command.addAll(arguments);
        var start = new ProcessBuilder(command).inheritIO();
        start.environment().clear();
        start.environment().putAll(environment);
        start.environment().keySet().removeAll(OBEYED);
        start.environment().remove(PREPARED);
        try {
            return OptionalInt.of(start.start().waitFor());
        } catch (IOException e) {
            System.err.println("PoolScope could not be started without " + String.join(", ", OBEYED)
                    + ", which it does not obey: unset them. " + e.getMessage());
            return OptionalInt.of(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.of(1);
        }
    }
}
