package poolscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import poolscope.settings.Look;

/// What the window was started with. Loads nothing of picocli unless [Start] reads arguments into it.
@Command(name = "poolscope", mixinStandardHelpOptions = true, version = "PoolScope 0.1.0", description = "Shows the dedicated resource pools of ModelArts. Without a connection it shows a demo cloud.")
public final class Options {
    /// How many pools the demo cloud has when nobody says.
    public static final int DEMO_POOLS = 240;
    static final int MOST_DEMO_POOLS = 1_000_000;
    static final String CONFIG_FOLDER = "--config-dir";
    static final String SCREENSHOT_FALLBACK = "--screenshot-without-display";

    @Option(names = "--demo", paramLabel = "N", description = "Show a demo cloud of N pools, 0 to 1000000.")
    private @Nullable Integer demo;

    @Option(names = "--screenshot", paramLabel = "FILE", description = "Draw the window to a PNG file without a display, and end.")
    private @Nullable Path screenshot;

    @Option(names = SCREENSHOT_FALLBACK, paramLabel = "FILE", description = "Like --screenshot, but only when there is no display.")
    private @Nullable Path fallback;

    @Option(names = CONFIG_FOLDER, paramLabel = "DIR", description = "Keep settings in this folder.", scope = CommandLine.ScopeType.INHERIT)
    private @Nullable Path configFolder;

    @Option(names = "--language", paramLabel = "LANGUAGE", description = "system, english or chinese; for this time only.", converter = LanguageOption.class)
    private Look.@Nullable Language language;

    @Option(names = "--theme", paramLabel = "THEME", description = "system, light or dark; for this time only.", converter = ThemeOption.class)
    private Look.@Nullable Theme theme;

    @Parameters(arity = "0..1", paramLabel = "VIEW", description = "Open this .rpview file, which somebody sent.")
    private @Nullable Path view;

    /// The options of a start without any argument.
    public static Options none() {
        return new Options();
    }

    /// Whether the demo cloud was asked for; then saved connections stay out of it.
    public boolean wantsDemo() {
        return demo != null;
    }

    public int demoPools() {
        return demo == null ? DEMO_POOLS : demo;
    }

    public Optional<Path> screenshot() {
        return Optional.ofNullable(screenshot);
    }

    public Optional<Path> screenshotWithoutDisplay() {
        return Optional.ofNullable(fallback);
    }

    /// The file of a view that is to be opened; how it ends was not looked at.
    public Optional<Path> view() {
        return Optional.ofNullable(view);
    }

    public Optional<Path> configFolder() {
        return Optional.ofNullable(configFolder);
    }

    public Optional<Look.Language> language() {
        return Optional.ofNullable(language);
    }

    public Optional<Look.Theme> theme() {
        return Optional.ofNullable(theme);
    }

    static final class LanguageOption implements CommandLine.ITypeConverter<Look.Language> {
        @Override
        public Look.Language convert(String text) {
            return switch (text) {
                case "system" -> Look.Language.SYSTEM;
                case "english" -> Look.Language.ENGLISH;
                case "chinese" -> Look.Language.CHINESE;
                default -> throw new CommandLine.TypeConversionException("it is system, english or chinese, not '" + text + "'");
            };
        }
    }

    static final class ThemeOption implements CommandLine.ITypeConverter<Look.Theme> {
        @Override
        public Look.Theme convert(String text) {
            return switch (text) {
                case "system" -> Look.Theme.SYSTEM;
                case "light" -> Look.Theme.LIGHT;
                case "dark" -> Look.Theme.DARK;
                default -> throw new CommandLine.TypeConversionException("it is system, light or dark, not '" + text + "'");
            };
        }
    }
}
