package poolscope.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.WindowAppearance;

/// The options of `report`.
///
/// @param since
///            as typed; empty for the beginning of the last shift
/// @param language
///            empty for the language of the window
/// @param output
///            empty for standard output
/// @param overwrite
///            whether an existing file is replaced
public record ReportOptions(ServiceOptions service, Optional<Since> since, String filter,
        Optional<WindowAppearance.Language> language, Optional<Path> output, boolean overwrite) {
    private static final String SINCE = "--since";
    private static final String FILTER = "--filter";
    private static final String OUTPUT = "--output";
    private static final String OVERWRITE = "--overwrite";
    private static final String STANDARD_OUTPUT = "-";

    static final List<CommandLineOption> ALL = Stream.of(List.of(new CommandLineOption(SINCE, "TIME",
            "The beginning of the shift: a time of day such as 09:00, the last time that it was so, or a moment "
                    + "such as 2026-03-01T09:00. Without it the beginning of the shift that is set in the window, else the last 08:00 or 20:00."),
            new CommandLineOption(FILTER, "TEXT", "Only the pools that the window would show with this filter."),
            new CommandLineOption(LanguageOption.NAME, "LANGUAGE",
                    LanguageOption.words(WindowAppearance.Language.all()) + "; without it as the window."),
            new CommandLineOption(OUTPUT, "FILE",
                    "Write to this file instead of standard output, which is also the file -."),
            CommandLineOption.flag(OVERWRITE, "Replace the file if there is one already.")), ServiceOptions.ALL,
            List.of(CommandLineOption.flag("-h", "Show this help and end."),
                    CommandLineOption.flag(WindowOptions.HELP, "Show this help and end.")))
            .flatMap(List::stream)
            .toList();

    /// The beginning of a shift.
    public sealed interface Since {
        /// The last time that the clock showed this.
        record TimeOfDay(LocalTime time) implements Since {}

        /// A day and time.
        record Moment(LocalDateTime time) implements Since {}

        /// The moment that is meant.
        default Instant before(Instant now, ZoneId zone) {
            return switch (this) {
                case Moment(LocalDateTime time) -> time.atZone(zone).toInstant();
                case TimeOfDay(LocalTime time) -> ChangeTrackingSettings.last(time, now, zone);
            };
        }
    }

    /// @throws UsageException
    ///             when an option has an invalid value, or options contradict each other
    static ReportOptions of(CommandArguments commandArguments) throws UsageException {
        var file = commandArguments.value(OUTPUT).filter(name -> !name.equals(STANDARD_OUTPUT));
        return new ReportOptions(ServiceOptions.of(commandArguments), since(commandArguments),
                commandArguments.value(FILTER).orElse(""),
                LanguageOption.of(commandArguments, WindowAppearance.Language.all()),
                file.isPresent() ? Optional.of(WindowOptions.path(OUTPUT, file.get())) : Optional.empty(),
                commandArguments.has(OVERWRITE));
    }

    private static Optional<Since> since(CommandArguments commandArguments) throws UsageException {
        var typed = commandArguments.value(SINCE);
        if (typed.isEmpty()) return Optional.empty();
        try {
            return Optional.of(typed.get().contains("T")
                    ? new Since.Moment(LocalDateTime.parse(typed.get()))
                    : new Since.TimeOfDay(LocalTime.parse(typed.get())));
        } catch (DateTimeException _) {
            throw new UsageException(
                    SINCE + " is a time of day such as 09:00 or a moment such as 2026-03-01T09:00, not '"
                            + TerminalText.of(typed.get()) + "'");
        }
    }
}
