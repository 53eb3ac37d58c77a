package poolscope.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import poolscope.settings.Look;
import poolscope.settings.SharedView;

/// What the window was started with.
///
/// @param demo
///            how many pools the demo cloud is to have; empty when nobody asked for it
/// @param view
///            the file of a view that is to be opened
public record Options(Optional<Integer> demo, Optional<Path> screenshot, Optional<Path> screenshotWithoutDisplay,
        Optional<Path> configFolder, Optional<Look.Language> language, Optional<Look.Theme> theme, Optional<Path> view) {
    /// How many pools the demo cloud has when nobody says.
    public static final int DEMO_POOLS = 240;
    static final String PROGRAM = "PoolScope 0.1.0";
    static final String CONFIG_FOLDER = "--config-dir";
    static final String SCREENSHOT_FALLBACK = "--screenshot-without-display";
    static final String HELP = "--help";
    static final String VERSION = "--version";
    private static final int MOST_DEMO_POOLS = 1_000_000;
    private static final String DEMO = "--demo";
    private static final String SCREENSHOT = "--screenshot";
    private static final String LANGUAGE = "--language";
    private static final String THEME = "--theme";

    static final List<Option> ALL = List.of(new Option(DEMO, "N", "Show a demo cloud of N pools, 0 to 1000000."),
            new Option(SCREENSHOT, "FILE", "Draw the window to a PNG file without a display, and end."),
            new Option(SCREENSHOT_FALLBACK, "FILE", "Like --screenshot, but only when there is no display."),
            new Option(CONFIG_FOLDER, "DIR", "Keep settings in this folder."),
            new Option(LANGUAGE, "LANGUAGE", "system, english or chinese; for this time only."),
            new Option(THEME, "THEME", "system, light or dark; for this time only."),
            Option.flag("-h", "Show this help and end."), Option.flag(HELP, "Show this help and end."),
            Option.flag("-V", "Show the version and end."), Option.flag(VERSION, "Show the version and end."));

    /// The options of a start without any argument.
    public static Options none() {
        return new Options(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    static Options of(Given given) throws UsageException {
        return new Options(demo(given), path(given, SCREENSHOT), path(given, SCREENSHOT_FALLBACK), path(given, CONFIG_FOLDER),
                language(given), theme(given), view(given.words()));
    }

    /// Whether the demo cloud was asked for; then saved connections stay out of it.
    public boolean wantsDemo() {
        return demo.isPresent();
    }

    public int demoPools() {
        return demo.orElse(DEMO_POOLS);
    }

    private static Optional<Integer> demo(Given given) throws UsageException {
        var text = given.value(DEMO);
        if (text.isEmpty()) return Optional.empty();
        if (text.get().matches("[0-9]{1,7}") && Integer.parseInt(text.get()) <= MOST_DEMO_POOLS)
            return text.map(Integer::valueOf);
        throw new UsageException(
                DEMO + " takes a number from 0 to " + MOST_DEMO_POOLS + ", not '" + OneLine.of(text.get()) + "'");
    }

    private static Optional<Look.Language> language(Given given) throws UsageException {
        var text = given.value(LANGUAGE);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(switch (text.get()) {
            case "system" -> Look.Language.SYSTEM;
            case "english" -> Look.Language.ENGLISH;
            case "chinese" -> Look.Language.CHINESE;
            default -> throw other(LANGUAGE, "system, english or chinese", text.get());
        });
    }

    private static Optional<Look.Theme> theme(Given given) throws UsageException {
        var text = given.value(THEME);
        if (text.isEmpty()) return Optional.empty();
        return Optional.of(switch (text.get()) {
            case "system" -> Look.Theme.SYSTEM;
            case "light" -> Look.Theme.LIGHT;
            case "dark" -> Look.Theme.DARK;
            default -> throw other(THEME, "system, light or dark", text.get());
        });
    }

    private static Optional<Path> view(List<String> words) throws UsageException {
        if (words.isEmpty()) return Optional.empty();
        if (words.size() > 1) throw new UsageException(unknownWord(words.get(1)));
        if (!words.getFirst().endsWith(SharedView.ENDING)) throw new UsageException(unknownWord(words.getFirst()));
        return Optional.of(path("VIEW", words.getFirst()));
    }

    static Optional<Path> path(Given given, String option) throws UsageException {
        var text = given.value(option);
        return text.isPresent() ? Optional.of(path(option, text.get())) : Optional.empty();
    }

    static Path path(String option, String text) throws UsageException {
        try {
            if (!text.isEmpty()) return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException(option + " is not the name of a file: " + OneLine.of(e.getReason()));
        }
        throw new UsageException(option + " is empty");
    }

    static UsageException other(String option, String words, String text) {
        return new UsageException(option + " is one of " + words + ", not '" + OneLine.of(text) + "'");
    }

    static String unknownWord(String word) {
        return "The argument '" + OneLine.of(word.split("=", 2)[0]) + "' is not known";
    }
}
