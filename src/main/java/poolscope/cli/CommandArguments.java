package poolscope.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options and other arguments of one command. Arguments are taken literally: no file is read for them, no variable
/// replaced, no quote removed.
final class CommandArguments {
    private final List<CommandLineOption> known;
    private final Map<String, String> values = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    CommandArguments(List<CommandLineOption> known) {
        this.known = known;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    List<String> operands() {
        return operands;
    }

    void addOperand(String operand) {
        operands.add(operand);
    }

    /// Parses the option at this position.
    ///
    /// @return the position after it and its value
    /// @throws UsageException
    ///             when there is no such option, or its value is missing
    int parse(String[] arguments, int at) throws UsageException {
        var parts = arguments[at].split("=", 2);
        var commandLineOption = find(parts[0]).orElseThrow(() -> new UnknownOptionException(parts[0]));
        if (!commandLineOption.takesValue() && parts.length > 1)
            throw new UsageException("The option " + commandLineOption.name() + " takes no value");
        if (!commandLineOption.takesValue()) put(commandLineOption, "");
        else if (parts.length > 1) put(commandLineOption, parts[1]);
        else
            put(commandLineOption, valueAfter(commandLineOption, arguments, at));
        return commandLineOption.takesValue() && parts.length == 1 ? at + 2 : at + 1;
    }

    /// The argument after an option. Another option there means that the value was forgotten; a value that begins with
    /// a hyphen is written after an equals sign.
    private String valueAfter(CommandLineOption commandLineOption, String[] arguments, int at) throws UsageException {
        if (at + 1 == arguments.length)
            throw new UsageException(
                    "The option " + commandLineOption.name() + " needs a value, " + commandLineOption.value());
        var next = arguments[at + 1];
        if (find(next.split("=", 2)[0]).isPresent())
            throw new UsageException("The option " + commandLineOption.name() + " needs a value, "
                    + commandLineOption.value() + ", before " + next.split("=", 2)[0]);
        return next;
    }

    private void put(CommandLineOption commandLineOption, String value) throws UsageException {
        if (values.put(commandLineOption.name(), value) != null)
            throw new UsageException("The option " + commandLineOption.name() + " is given twice");
    }

    private Optional<CommandLineOption> find(String name) {
        return known.stream().filter(commandLineOption -> commandLineOption.name().equals(name)).findFirst();
    }
}
