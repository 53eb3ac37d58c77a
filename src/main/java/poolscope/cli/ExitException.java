package poolscope.cli;

/// Ends an export before its rows are written, with an exit code and one sentence, without secrets.
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
