package poolscope.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The way from the arguments to a [Start].
final class Arguments {
    private static final String EXPORT = "export";
    /// What follows is no option, whatever it begins with.
    private static final String END_OF_OPTIONS = "--";
    /// The build passes it to every start; without a window it asks for nothing.
    private static final Set<String> NOT_OF_THE_WINDOW = Set.of(Options.CONFIG_FOLDER, Options.SCREENSHOT_FALLBACK);
    private static final List<String> CREDENTIALS = List.of("token", "secret", "password", "ak", "sk", "access-key");

    private final PrintStream out;
    private final PrintStream err;
    private final Given window = new Given(Options.ALL);
    private final Given export = new Given(
            Stream.concat(ExportOptions.ALL.stream(), Options.ALL.stream().filter(Arguments::isForBoth)).toList());
    private boolean isExport;

    Arguments(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    private static boolean isForBoth(Option option) {
        return option.name().equals(Options.CONFIG_FOLDER);
    }

    Start parse(String[] arguments) {
        try {
            ReadableText.check(arguments);
            read(arguments);
            var given = isExport ? export : window;
            if (given.has(Options.HELP) || given.has("-h")) return say(isExport ? Help.ofExport() : Help.ofWindow());
            if (!isExport && (given.has(Options.VERSION) || given.has("-V"))) return say(Options.PROGRAM + "\n");
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
            var given = isExport ? export : window;
            if (isOption(arguments[at])) at = given.take(arguments, at);
            else if (!isExport && arguments[at].equals(EXPORT)) {
                isExport = true;
                at++;
            } else
                given.addWord(arguments[at++]);
        }
        Arrays.stream(arguments).skip(at + 1L).forEach((isExport ? export : window)::addWord);
    }

    private static boolean isOption(String argument) {
        return argument.length() > 1 && argument.startsWith("-");
    }

    private Start window() throws UsageException {
        return new Start.Window(Options.of(window));
    }

    private Start export() throws UsageException {
        var foreign = Options.ALL.stream().map(Option::name).filter(window::has).filter(name -> !NOT_OF_THE_WINDOW.contains(name))
                .findFirst();
        if (foreign.isPresent()) throw new UsageException(ofTheWindow(foreign.get()));
        var word = Stream.concat(window.words().stream(), export.words().stream()).findFirst();
        if (word.isPresent()) throw new UsageException(Options.unknownWord(word.get()));
        var options = ExportOptions.of(export);
        return new Start.Export(options,
                Options.path(export.has(Options.CONFIG_FOLDER) ? export : window, Options.CONFIG_FOLDER));
    }

    /// Names it without its value, which may be a secret (P28).
    private String unknown(UnknownOptionException e) {
        if (isExport && Options.ALL.stream().anyMatch(option -> option.name().equals(e.name()))) return ofTheWindow(e.name());
        if (!isExport && ExportOptions.ALL.stream().anyMatch(option -> option.name().equals(e.name())))
            return "The option " + e.name() + " belongs after the word export";
        boolean isCredential = CREDENTIALS.contains(e.name().replaceFirst("^-+", ""));
        return e.sentence() + (isCredential ? ": credentials come from the environment, never as an argument" : "");
    }

    private static String ofTheWindow(String option) {
        return option + " is for the window and has no meaning for export";
    }

    private Start say(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new Start.Over(ExitCode.COMPLETE.number());
    }

    private Start refuse(String what) {
        err.println(what + ". Try poolscope" + (isExport ? " export" : "") + " --help.");
        err.flush();
        return new Start.Over(ExitCode.USAGE.number());
    }
}
