package poolscope.cli;

/// An option of the command line.
///
/// @param name
///            with its hyphens
/// @param value
///            what help calls its value; empty for an option that takes none
/// @param help
///            what it does, in a sentence
record Option(String name, String value, String help) {

    static Option flag(String name, String help) {
        return new Option(name, "", help);
    }

    boolean takesValue() {
        return !value.isEmpty();
    }
}
