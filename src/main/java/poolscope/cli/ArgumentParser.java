package poolscope.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import poolscope.api.ProgramVersion;

/// Parses the arguments into an [ParsedCommandLine].
final class ArgumentParser {
    private static final String EXPORT = "export";
    /// Arguments after it are no options, even when they begin with a hyphen.
    private static final String END_OF_OPTIONS = "--";
    /// The start script passes these with every start; `export` ignores them.
    private static final Set<String> IGNORED_BY_EXPORT = Set.of(WindowOptions.CONFIG_FOLDER,
            WindowOptions.SCREENSHOT_FALLBACK);
    private static final List<String> CREDENTIALS = List.of("token", "secret", "password", "ak", "sk", "access-key");

    private final PrintStream out;
    private final PrintStream err;
    private final ParsedOptions window = new ParsedOptions(WindowOptions.ALL);
    private final ParsedOptions export = new ParsedOptions(
            Stream.concat(ExportOptions.ALL.stream(), WindowOptions.ALL.stream().filter(ArgumentParser::isForBoth))
                    .toList());
    private boolean isExport;

    ArgumentParser(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    private static boolean isForBoth(CommandLineOption commandLineOption) {
        return commandLineOption.name().equals(WindowOptions.CONFIG_FOLDER);
    }

    ParsedCommandLine parse(String[] arguments) {
        try {
            ArgumentEncodingCheck.check(arguments);
            read(arguments);
            var parsedOptions = isExport ? export : window;
            if (parsedOptions.has(WindowOptions.HELP) || parsedOptions.has("-h"))
                return print(isExport ? HelpText.ofExport() : HelpText.ofWindow());
            if (!isExport && (parsedOptions.has(WindowOptions.VERSION) || parsedOptions.has("-V")))
                return print(ProgramVersion.nameAndNumber() + "\n");
            return isExport ? export() : window();
        } catch (UnknownOptionException e) {
            return refuse(unknown(e));
        } catch (UsageException e) {
            return refuse(e.sentence());
        }
    }

    private void read(String[] arguments) throws UsageException {
        int at = 0;
        while (at < arguments.length && !arguments[at].equals(END_OF_OPTIONS)) {
            var parsedOptions = isExport ? export : window;
            if (isOption(arguments[at])) at = parsedOptions.parse(arguments, at);
            else if (!isExport && arguments[at].equals(EXPORT)) {
                isExport = true;
                at++;
            } else
                parsedOptions.addOperand(arguments[at++]);
        }
        Arrays.stream(arguments).skip(at + 1L).forEach((isExport ? export : window)::addOperand);
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.startsWith("-");
    }

    private ParsedCommandLine window() throws UsageException {
        return new ParsedCommandLine.Window(WindowOptions.of(window));
    }

    private ParsedCommandLine export() throws UsageException {
        var windowOnly = WindowOptions.ALL.stream()
                .map(CommandLineOption::name)
                .filter(window::has)
                .filter(name -> !IGNORED_BY_EXPORT.contains(name))
                .findFirst();
        if (windowOnly.isPresent()) throw new UsageException(windowOnly(windowOnly.get()));
        var operand = Stream.concat(window.operands().stream(), export.operands().stream()).findFirst();
        if (operand.isPresent()) throw new UsageException(WindowOptions.unknownOperand(operand.get()));
        var options = ExportOptions.of(export);
        return new ParsedCommandLine.Export(options, WindowOptions
                .path(export.has(WindowOptions.CONFIG_FOLDER) ? export : window, WindowOptions.CONFIG_FOLDER));
    }

    /// Names the option without its value, which may be a secret (P28).
    private String unknown(UnknownOptionException e) {
        if (isExport
                && WindowOptions.ALL.stream().anyMatch(commandLineOption -> commandLineOption.name().equals(e.name())))
            return windowOnly(e.name());
        if (!isExport
                && ExportOptions.ALL.stream().anyMatch(commandLineOption -> commandLineOption.name().equals(e.name())))
            return "The option " + e.name() + " belongs after the word export";
        boolean isCredential = CREDENTIALS.contains(e.name().replaceFirst("^-+", ""));
        return e.sentence() + (isCredential ? ": credentials come from the environment, never as an argument" : "");
    }

    private static String windowOnly(String option) {
        return option + " is for the window and has no meaning for export";
    }

    private ParsedCommandLine print(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new ParsedCommandLine.Exit(ExitCode.COMPLETE.number());
    }

    private ParsedCommandLine refuse(String what) {
        err.println(what + ". Try poolscope" + (isExport ? " export" : "") + " --help.");
        err.flush();
        return new ParsedCommandLine.Exit(ExitCode.USAGE.number());
    }
}
