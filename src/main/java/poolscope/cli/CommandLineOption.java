package poolscope.cli;

/// An option of the command line.
///
/// @param name
///            with its hyphens
/// @param value
///            what help calls its value; empty for an option that takes none
/// @param help
///            what it does, in a sentence
record CommandLineOption(String name, String value, String help) {

    static CommandLineOption flag(String name, String help) {
        return new CommandLineOption(name, "", help);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }
}
