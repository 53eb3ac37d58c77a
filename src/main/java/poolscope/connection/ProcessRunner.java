package poolscope.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the system.
interface ProcessRunner {

    /// What to run.
    ///
    /// @param input
    ///            goes to standard input; the only place for a secret
    /// @param longest
    ///            how long the program may take before it is ended
    record Command(String program, List<String> arguments, String input, Duration longest) {
        /// Without what goes in, which may be secret.
        @Override
        public String toString() {
            return program + " " + arguments;
        }
    }

    /// How it ended.
    sealed interface End {
        /// By itself.
        ///
        /// @param output
        ///            what it wrote to standard output, at most a few kilobytes
        record Exited(int code, String output) implements End {
            /// Without the output, which may be secret.
            @Override
            public String toString() {
                return "Exited[" + code + "]";
            }
        }

        /// There is no such program, or it can't be run.
        record NotStarted() implements End {}

        /// It was ended because it took too long.
        record TimedOut() implements End {}
    }

    End run(Command command) throws InterruptedException;

    /// The programs of this machine. Their messages are thrown away: they may repeat what went in.
    static End onThisMachine(Command command) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.program()));
        line.addAll(command.arguments());
        Process process;
        try {
            process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            return new End.NotStarted();
        }
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended without reading everything; its exit code says whether it failed.
        }
        return end(process, command.longest());
    }

    /// The output waits in a pipe, whose room is more than any of these programs writes.
    private static End end(Process process, Duration longest) throws InterruptedException {
        try {
            if (!process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS)) return new End.TimedOut();
            return new End.Exited(process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException torn) {
            return new End.Exited(process.exitValue(), "");
        } finally {
            process.destroyForcibly();
        }
    }
}
