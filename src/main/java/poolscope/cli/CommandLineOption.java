package poolscope.cli;

/// An option of the command line.
///
/// @param name
///            with its leading hyphens
/// @param value
///            name of the value in the help; empty for an option without value
/// @param help
///            a sentence for the help
record CommandLineOption(String name, String value, String help) {

    static CommandLineOption flag(String name, String help) {
        return new CommandLineOption(name, "", help);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }
}
