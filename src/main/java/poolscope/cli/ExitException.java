package poolscope.cli;

import java.util.Optional;
import poolscope.api.Failure;

/// Ends an export before its rows are written, with an exit code and one sentence, without secrets.
final class ExitException extends Exception {
    private final ExitCode code;
    private final transient Optional<Failure> failure;

    ExitException(ExitCode code, String sentence) {
        this(code, sentence, Optional.empty());
    }

    ExitException(ExitCode code, String sentence, Optional<Failure> failure) {
        super(sentence, null, false, false);
        this.code = code;
        this.failure = failure;
    }

    /// A command that may end before its work is done.
    interface Command {
        ExitCode run() throws ExitException, InterruptedException;
    }

    /// Runs a command; when it ends early, prints why.
    static ExitCode codeOf(Command command, StdoutAndStderr stdoutAndStderr) {
        try {
            return command.run();
        } catch (ExitException e) {
            if (!e.sentence().isEmpty()) stdoutAndStderr.err().println(e.sentence());
            return e.code();
        } catch (InterruptedException _) {
            return ExitCode.INTERRUPTED;
        }
    }

    /// What failed, when it was a request or its credentials.
    Optional<Failure> failure() {
        return failure;
    }

    ExitCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
