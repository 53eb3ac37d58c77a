package poolscope.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What the environment tells every JVM is not for the installed program: through these variables anybody who can set
/// one could switch off the check of certificates, load code or ask for heap dumps (P51). They are read before the first
/// line of this program runs, so the one remedy is to start again without them.
public final class Relaunch {
    private static final List<String> OBEYED = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");
    /// How the launcher knows that it has already prepared its own environment; the new one has to prepare its own.
    private static final String PREPARED = "_JPACKAGE_LAUNCHER";

    private Relaunch() {}

    /// Runs the program once more, without those variables, when there are any; the answer is how that ended.
    ///
    /// @param launcher
    ///            the installed program; empty when it was started by `java`, whose options are the affair of who
    ///            starts it
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
