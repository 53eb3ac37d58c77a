package poolscope.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import poolscope.api.ProgramVersion;

/// Parses the arguments into an [ParsedCommandLine].
final class ArgumentParser {
    /// Arguments after it are no options, even when they begin with a hyphen.
    private static final String END_OF_OPTIONS = "--";
    /// The start script passes these with every start; the other commands ignore them.
    private static final Set<String> IGNORED_WITHOUT_WINDOW = Set.of(WindowOptions.CONFIG_FOLDER,
            WindowOptions.SCREENSHOT_FALLBACK);
    private static final List<String> CREDENTIALS = List.of("token", "secret", "password", "ak", "sk", "access-key");

    private final PrintStream out;
    private final PrintStream err;
    private final CommandArguments window = new CommandArguments(WindowOptions.ALL);
    private Optional<Subcommand> subcommand = Optional.empty();
    /// What stands behind the subcommand; without one, the same as for the window.
    private CommandArguments current = window;

    ArgumentParser(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    ParsedCommandLine parse(String[] arguments) {
        try {
            ArgumentEncodingCheck.check(arguments);
            read(arguments);
            if (current.has(WindowOptions.HELP) || current.has("-h"))
                return print(subcommand.map(Subcommand::help).orElseGet(HelpText::ofWindow));
            if (subcommand.isEmpty()) {
                return window.has(WindowOptions.VERSION) || window.has("-V")
                        ? print(ProgramVersion.nameAndNumber() + "\n")
                        : new ParsedCommandLine.Window(WindowOptions.of(window));
            }
            return withoutWindow(subcommand.get());
        } catch (UnknownOptionException e) {
            return refuse(unknown(e));
        } catch (UsageException e) {
            return refuse(e.sentence());
        }
    }

    private void read(String[] arguments) throws UsageException {
        int at = 0;
        while (at < arguments.length && !arguments[at].equals(END_OF_OPTIONS)) {
            if (isOption(arguments[at])) at = current.parse(arguments, at);
            else if (subcommand.isEmpty() && find(arguments[at]).isPresent()) begin(find(arguments[at++]).get());
            else
                current.addOperand(arguments[at++]);
        }
        Arrays.stream(arguments).skip(at + 1L).forEach(current::addOperand);
    }

    private static Optional<Subcommand> find(String word) {
        return Arrays.stream(Subcommand.values()).filter(command -> command.word().equals(word)).findFirst();
    }

    private void begin(Subcommand command) {
        subcommand = Optional.of(command);
        current = new CommandArguments(Stream
                .concat(command.options().stream(),
                        WindowOptions.ALL.stream().filter(option -> option.name().equals(WindowOptions.CONFIG_FOLDER)))
                .toList());
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.startsWith("-");
    }

    private ParsedCommandLine withoutWindow(Subcommand command) throws UsageException {
        var windowOnly = WindowOptions.ALL.stream()
                .map(CommandLineOption::name)
                .filter(window::has)
                .filter(name -> !IGNORED_WITHOUT_WINDOW.contains(name))
                .findFirst();
        if (windowOnly.isPresent()) throw new UsageException(windowOnly(windowOnly.get(), command));
        var operand = Stream.concat(window.operands().stream(), current.operands().stream()).findFirst();
        if (operand.isPresent()) throw new UsageException(WindowOptions.unknownOperand(operand.get()));
        var configFolder = WindowOptions.path(current.has(WindowOptions.CONFIG_FOLDER) ? current : window,
                WindowOptions.CONFIG_FOLDER);
        return switch (command) {
            case EXPORT -> new ParsedCommandLine.Export(ExportOptions.of(current), configFolder);
            case REPORT -> new ParsedCommandLine.Report(ReportOptions.of(current), configFolder);
        };
    }

    /// Names the option without its value, which may be a secret (P28).
    private String unknown(UnknownOptionException e) {
        if (subcommand.isPresent() && has(WindowOptions.ALL, e.name())) return windowOnly(e.name(), subcommand.get());
        var owner = Arrays.stream(Subcommand.values()).filter(command -> has(command.options(), e.name())).findFirst();
        if (subcommand.isEmpty() && owner.isPresent())
            return "The option " + e.name() + " belongs after the word " + owner.get().word();
        boolean isCredential = CREDENTIALS.contains(e.name().replaceFirst("^-+", ""));
        return e.sentence() + (isCredential ? ": credentials come from the environment, never as an argument" : "");
    }

    private static boolean has(List<CommandLineOption> options, String name) {
        return options.stream().anyMatch(option -> option.name().equals(name));
    }

    private static String windowOnly(String option, Subcommand command) {
        return option + " is for the window and has no meaning for " + command.word();
    }

    private ParsedCommandLine print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new ParsedCommandLine.Exit(ExitCode.COMPLETE.number());
    }

    private ParsedCommandLine refuse(String what) {
        err.println(what + ". Try poolscope" + subcommand.map(command -> " " + command.word()).orElse("") + " --help.");
        err.flush();
        return new ParsedCommandLine.Exit(ExitCode.USAGE.number());
    }
}
