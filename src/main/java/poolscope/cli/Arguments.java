package poolscope.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import poolscope.settings.SharedView;

/// The way from the arguments to a [Start], by picocli. Apart from it, so that a start without arguments loads nothing of that.
final class Arguments {
    /// The build passes it to every start; without a window it asks for nothing.
    private static final Set<String> NOT_OF_THE_WINDOW = Set.of(Options.CONFIG_FOLDER, Options.SCREENSHOT_FALLBACK);
    private static final List<String> CREDENTIALS = List.of("token", "secret", "password", "ak", "sk", "access-key");

    private final Options window = new Options();
    private final ExportOptions export = new ExportOptions();
    private final CommandLine line = new CommandLine(window).addSubcommand(export);

    Arguments(PrintStream out, PrintStream err) {
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8)).setErr(new PrintWriter(err, true));
    }

    Start parse(String[] arguments) {
        try {
            var result = line.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(result)) return new Start.Over(ExitCode.COMPLETE.number());
            return result.hasSubcommand() ? export(result) : window();
        } catch (UnmatchedArgumentException e) {
            return refuse(unmatched(e), e.getCommandLine());
        } catch (ParameterException e) {
            return refuse(String.valueOf(e.getMessage()), e.getCommandLine());
        }
    }

    private Start window() {
        var stranger = window.view().map(Path::toString).filter(file -> !file.endsWith(SharedView.ENDING));
        if (stranger.isPresent()) return refuse(unknown(stranger.get()), line);
        boolean isPossible = window.demoPools() >= 0 && window.demoPools() <= Options.MOST_DEMO_POOLS;
        return isPossible
                ? new Start.Window(window)
                : refuse("--demo takes a number from 0 to " + Options.MOST_DEMO_POOLS + ", not " + window.demoPools(), line);
    }

    private Start export(ParseResult result) {
        var foreign = result.matchedOptions().stream().map(OptionSpec::longestName).filter(n -> !NOT_OF_THE_WINDOW.contains(n))
                .findFirst();
        var complaint = foreign.map(Arguments::ofTheWindow).or(export::complaint);
        if (complaint.isPresent()) return refuse(complaint.get(), result.subcommand().commandSpec().commandLine());
        return new Start.Export(export, window.configFolder());
    }

    /// Names the first argument that is not known, without its value: it may be a secret (P28).
    private String unmatched(UnmatchedArgumentException e) {
        var name = e.getUnmatched().getFirst().split("=", 2)[0];
        if (!name.startsWith("-")) return unknown(name);
        if (line.getCommandSpec().findOption(name) != null) return ofTheWindow(name);
        boolean isCredential = CREDENTIALS.contains(name.replaceFirst("^-+", ""));
        return "The option '" + OneLine.of(name) + "' is not known"
                + (isCredential ? ": credentials come from the environment, never as an argument" : "");
    }

    private static String unknown(String argument) {
        return "The argument '" + OneLine.of(argument.split("=", 2)[0]) + "' is not known";
    }

    private static String ofTheWindow(String option) {
        return option + " is for the window and has no meaning for export";
    }

    private static Start refuse(String what, CommandLine where) {
        where.getErr().println(what + ". Try " + where.getCommandSpec().qualifiedName() + " --help.");
        where.getErr().flush();
        return new Start.Over(ExitCode.USAGE.number());
    }
}
