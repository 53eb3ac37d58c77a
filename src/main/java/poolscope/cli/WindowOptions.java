package poolscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import poolscope.settings.SharedViewFile;
import poolscope.settings.WindowAppearance;

/// The options of the window.
///
/// @param demo
///            number of pools of the demo cloud; empty when it is not requested
/// @param file
///            of a view or a snapshot to open
public record WindowOptions(Optional<Integer> demo, Optional<Path> screenshot, Optional<Path> screenshotWithoutDisplay,
        Optional<Path> configFolder, Optional<WindowAppearance.Language> language,
        Optional<WindowAppearance.Theme> theme, Optional<Path> file) {
    /// Default number of pools of the demo cloud.
    public static final int DEMO_POOLS = 240;
    static final String CONFIG_FOLDER = "--config-dir";
    static final String SCREENSHOT_FALLBACK = "--screenshot-without-display";
    static final String HELP = "--help";
    static final String VERSION = "--version";
    private static final int MAX_DEMO_POOLS = 1_000_000;
    private static final String DEMO = "--demo";
    private static final String SCREENSHOT = "--screenshot";
    private static final String THEME = "--theme";
    /// Of snapshots and history files, however they were renamed on their way.
    private static final String COMPRESSED = ".gz";

    static final List<CommandLineOption> ALL = List.of(
            new CommandLineOption(DEMO, "N", "Show a demo cloud of N pools, 0 to 1000000."),
            new CommandLineOption(SCREENSHOT, "FILE", "Draw the window to a PNG file without a display, and end."),
            new CommandLineOption(SCREENSHOT_FALLBACK, "FILE", "Like --screenshot, but only when there is no display."),
            new CommandLineOption(CONFIG_FOLDER, "DIR", "Keep settings in this folder."),
            new CommandLineOption(LanguageOption.NAME, "LANGUAGE",
                    LanguageOption.words(LanguageOption.WITH_SYSTEM) + "; for this time only."),
            new CommandLineOption(THEME, "THEME", "system, light or dark; for this time only."),
            CommandLineOption.flag("-h", "Show this help and end."),
            CommandLineOption.flag(HELP, "Show this help and end."),
            CommandLineOption.flag("-V", "Show the version and end."),
            CommandLineOption.flag(VERSION, "Show the version and end."));

    /// The options of a start without arguments.
    public static WindowOptions none() {
        return new WindowOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    static WindowOptions of(CommandArguments commandArguments) throws UsageException {
        return new WindowOptions(demo(commandArguments), path(commandArguments, SCREENSHOT),
                path(commandArguments, SCREENSHOT_FALLBACK), path(commandArguments, CONFIG_FOLDER),
                LanguageOption.of(commandArguments, LanguageOption.WITH_SYSTEM), theme(commandArguments),
                file(commandArguments.operands()));
    }

    /// Whether the demo cloud is requested; saved connections are not shown then.
    public boolean wantsDemo() {
        return demo.isPresent();
    }

    public int demoPools() {
        return demo.orElse(DEMO_POOLS);
    }

    private static Optional<Integer> demo(CommandArguments commandArguments) throws UsageException {
        var text = commandArguments.value(DEMO);
        if (text.isEmpty()) return Optional.empty();
        if (text.get().matches("[0-9]{1,7}") && Integer.parseInt(text.get()) <= MAX_DEMO_POOLS)
            return text.map(Integer::valueOf);
        throw new UsageException(
                DEMO + " takes a number from 0 to " + MAX_DEMO_POOLS + ", not '" + TerminalText.of(text.get()) + "'");
    }

    private static Optional<WindowAppearance.Theme> theme(CommandArguments commandArguments) throws UsageException {
        var text = commandArguments.value(THEME);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(switch (text.get()) {
            case "system" -> WindowAppearance.Theme.SYSTEM;
            case "light" -> WindowAppearance.Theme.LIGHT;
            case "dark" -> WindowAppearance.Theme.DARK;
            default -> throw other(THEME, "system, light or dark", text.get());
        });
    }

    /// Other operands are more likely to be misspelt commands.
    private static Optional<Path> file(List<String> words) throws UsageException {
        if (words.isEmpty()) return Optional.empty();
        if (words.size() > 1) throw new UsageException(unknownOperand(words.get(1)));
        if (!words.getFirst().endsWith(SharedViewFile.ENDING) && !words.getFirst().endsWith(COMPRESSED))
            throw new UsageException(unknownOperand(words.getFirst()));
        return Optional.of(path("FILE", words.getFirst()));
    }

    static Optional<Path> path(CommandArguments commandArguments, String option) throws UsageException {
        var text = commandArguments.value(option);
        return text.isPresent() ? Optional.of(path(option, text.get())) : Optional.empty();
    }

    static Path path(String option, String text) throws UsageException {
        try {
            if (!text.isEmpty()) return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " is not the name of a file: " + TerminalText.of(e.getReason()));
        }
        throw new UsageException(option + " is empty");
    }

    static UsageException other(String option, String words, String text) {
        return new UsageException(option + " is one of " + words + ", not '" + TerminalText.of(text) + "'");
    }

    static String unknownOperand(String word) {
        return "The argument '" + TerminalText.of(word.split("=", 2)[0]) + "' is not known";
    }
}
