package poolscope.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundJob;

/// Opens folders in the system's file manager, without a shell.
public final class FolderOpener {
    /// Some file managers run until their window is closed; after this time the folder counts as opened.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /// Why a folder could not be opened.
    public enum Why {
        /// The folder does not exist.
        GONE,
        /// There is no file manager.
        NO_PROGRAM,
        /// The file manager failed.
        REFUSED
    }

    /// A folder that could not be opened.
    ///
    /// @param program
    ///            the file manager
    public record Problem(Why why, String folder, String program) {}

    /// Runs a program.
    @FunctionalInterface
    public interface Runner {
        /// @return its exit code, or 0 when it still runs after a while
        /// @throws IOException
        ///             when the program does not exist
        int run(List<String> line) throws IOException, InterruptedException;
    }

    private final String program;
    private final Runner runner;
    private final BackgroundJob<Optional<Problem>> backgroundJob;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(this, "problem",
            Optional.empty());

    /// @param system
    ///            the system's name as Java gives it, `os.name`
    public FolderOpener(String system, Runner runner, BackgroundAndFxExecutors executors) {
        program = programOf(system.toLowerCase(Locale.ROOT));
        this.runner = runner;
        backgroundJob = new BackgroundJob<>(executors);
        backgroundJob.stateProperty().subscribe((_, now) -> {
            if (now instanceof BackgroundJob.State.Done<Optional<Problem>>(var found)) problem.set(found);
        });
    }

    private static String programOf(String system) {
        if (system.startsWith("windows")) return "explorer";
        return system.startsWith("mac") ? "open" : "xdg-open";
    }

    /// The programs of this machine. Their output is discarded.
    public static int onThisMachine(List<String> line) throws IOException, InterruptedException {
        var process = new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process.waitFor(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : 0;
    }

    /// Why the last folder could not be opened; empty while it is being opened and after success.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Opens the folder in the background.
    public void open(Path folder) {
        problem.set(Optional.empty());
        backgroundJob.start(_ -> show(folder.toAbsolutePath()));
    }

    private Optional<Problem> show(Path folder) throws InterruptedException {
        if (!Files.isDirectory(folder)) return because(Why.GONE, folder);
        try {
            int code = runner.run(List.of(program, folder.toString()));
            // explorer ends with 1 also when all is well.
            return code == 0 || program.equals("explorer") ? Optional.empty() : because(Why.REFUSED, folder);
        } catch (IOException _) {
            return because(Why.NO_PROGRAM, folder);
        }
    }

    private Optional<Problem> because(Why why, Path folder) {
        return Optional.of(new Problem(why, folder.toString(), program));
    }
}
