package poolscope.cli;

/// The end of an export before its rows are written: the exit code, and one sentence that says why. Without secrets.
final class EndException extends Exception {
    private final ExitCode code;

    EndException(ExitCode code, String sentence) {
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
