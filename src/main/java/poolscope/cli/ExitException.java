package poolscope.cli;

/// The end of an export before its rows are written: the exit code, and one sentence that says why. Without secrets.
final class ExitException extends Exception {
    private final ExitCode code;

    ExitException(ExitCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
