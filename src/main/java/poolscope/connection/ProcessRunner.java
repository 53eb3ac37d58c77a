package poolscope.connection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a program of the operating system.
interface ProcessRunner {

    /// The command to run.
    ///
    /// @param input
    ///            for standard input; the only place for a secret
    /// @param timeout
    ///            after which the program is ended
    record Command(String program, List<String> arguments, String input, Duration timeout) {
        /// Without the input, which may be secret.
        @Override
        public String toString() {
            return program + " " + arguments;
        }
    }

    /// How a program ended.
    sealed interface Result {
        /// By itself.
        ///
        /// @param output
        ///            standard output, at most a few kilobytes
        record Exited(int code, String output) implements Result {
            /// Without the output, which may be secret.
            @Override
            public String toString() {
                return "Exited[" + code + "]";
            }
        }

        /// The program does not exist or can't be run.
        record NotStarted() implements Result {}

        /// It was ended because it took too long.
        record TimedOut() implements Result {}
    }

    Result run(Command command) throws InterruptedException;

    /// Runs programs of this machine. Their standard error is discarded: it may repeat the input.
    static Result onThisMachine(Command command) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of(command.program()));
        line.addAll(command.arguments());
        Process process;
        try {
            process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            return new Result.NotStarted();
        }
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // it ended without reading all of the input; its exit code says whether it failed
        }
        return end(process, command.timeout());
    }

    /// The output is read at the end: the pipe's buffer is larger than any output of these programs.
    private static Result end(Process process, Duration longest) throws InterruptedException {
        try {
            if (!process.waitFor(longest.toNanos(), TimeUnit.NANOSECONDS)) return new Result.TimedOut();
            return new Result.Exited(process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException torn) {
            return new Result.Exited(process.exitValue(), "");
        } finally {
            process.destroyForcibly();
        }
    }
}
