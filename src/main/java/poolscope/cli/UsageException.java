package poolscope.cli;

/// Wrong arguments. The message is a sentence without full stop, and without values that may be secret.
class UsageException extends Exception {
    UsageException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
