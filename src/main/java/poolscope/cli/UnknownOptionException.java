package poolscope.cli;

/// The command has no such option.
final class UnknownOptionException extends UsageException {
    private final String name;

    /// @param name
    ///            with its leading hyphens and without value
    UnknownOptionException(String name) {
        super("The option '" + TerminalText.of(name) + "' is not known");
        this.name = name;
    }

    String name() {
        return name;
    }
}
