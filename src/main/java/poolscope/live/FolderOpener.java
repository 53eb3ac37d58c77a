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

/// Shows folders in the system's own window for files, with the program that the system has for that; no shell
/// is asked.
public final class FolderOpener {
    /// A program that shows the folder itself does not end: after this it has opened it.
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    /// Why a folder was not shown.
    public enum Why {
        /// There is no such folder.
        GONE,
        /// The system's program for it is missing.
        NO_PROGRAM,
        /// That program could not show it.
        REFUSED
    }

    /// A folder that was not shown.
    ///
    /// @param program
    ///            which should have shown it
    public record Problem(Why why, String folder, String program) {}

    /// Runs a program of the system.
    @FunctionalInterface
    public interface Runner {
        /// @return its exit code, or 0 when it is still running after a while
        /// @throws IOException
        ///             when there is no such program
        int run(List<String> line) throws IOException, InterruptedException;
    }

    private final String program;
    private final Runner runner;
    private final Job<Optional<Problem>> job;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(this, "problem",
            Optional.empty());

    /// @param system
    ///            the system's name as Java gives it, `os.name`
    public FolderOpener(String system, Runner runner, BackgroundThreads backgroundThreads) {
        program = programOf(system.toLowerCase(Locale.ROOT));
        this.runner = runner;
        job = new Job<>(backgroundThreads);
        job.stateProperty().subscribe((_, now) -> {
            if (now instanceof Job.State.Done<Optional<Problem>>(var found)) problem.set(found);
        });
    }

    private static String programOf(String system) {
        if (system.startsWith("windows")) return "explorer";
        return system.startsWith("mac") ? "open" : "xdg-open";
    }

    /// The programs of this computer. What they write is thrown away.
    public static int onThisMachine(List<String> line) throws IOException, InterruptedException {
        var process = new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        return process.waitFor(LONG_ENOUGH.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : 0;
    }

    /// Why the last folder was not shown; empty while it is being opened and when it was.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Shows it, without waiting for that.
    public void open(Path folder) {
        problem.set(Optional.empty());
        job.start(_ -> show(folder.toAbsolutePath()));
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
