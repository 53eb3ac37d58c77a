package poolscope.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.export.ExportFormat;

/// The options of `export`.
public final class ExportOptions {
    private static final String LIST = "--list";
    private static final String FILTER = "--filter";
    private static final String FORMAT = "--format";
    private static final String ESTIMATED_END = "--estimated-end";
    private static final String OUTPUT = "--output";
    private static final String OVERWRITE = "--overwrite";
    private static final String FOR_SPREADSHEETS = "--for-spreadsheets";
    private static final String NOT_FOR_SPREADSHEETS = "--no-for-spreadsheets";
    /// The file name that means standard output.
    private static final String STANDARD_OUTPUT = "-";

    private static final List<CommandLineOption> ROWS = List.of(
            new CommandLineOption(LIST, "LIST",
                    "pools, or the nodes or jobs of these pools; without it pools. Only pools of v2 list theirs."),
            new CommandLineOption(FILTER, "TEXT",
                    "Only the pools that the window would show with this filter; dates are days in UTC."),
            new CommandLineOption(FORMAT, "FORMAT",
                    "csv, tsv, json, markdown or xlsx; without it as the file is called, else csv."),
            CommandLineOption.flag(ESTIMATED_END,
                    "Add the column estimated_end to pools: when a prepaid period ends, estimated. JSON never has it."),
            new CommandLineOption(OUTPUT, "FILE",
                    "Write to this file instead of standard output, which is also the file -."),
            CommandLineOption.flag(OVERWRITE, "Replace the file if there is one already."),
            CommandLineOption.flag(FOR_SPREADSHEETS,
                    "Mark CSV and TSV as UTF-8 and keep text from being taken for a formula, number or date. "
                            + "Without this option and the next: yes for a file, no for standard output."),
            CommandLineOption.flag(NOT_FOR_SPREADSHEETS, "Write CSV and TSV unmarked, as other programs read them."),
            CommandLineOption.flag("-h", "Show this help and end."),
            CommandLineOption.flag(WindowOptions.HELP, "Show this help and end."));

    static final List<CommandLineOption> ALL = Stream.of(ServiceOptions.ALL, ROWS).flatMap(List::stream).toList();

    private final CommandArguments commandArguments;
    private final ServiceOptions service;
    private final Optional<ExportFormat> format;
    private final ExportedListKind list;
    private final Optional<Path> output;

    private ExportOptions(CommandArguments commandArguments) throws UsageException {
        this.commandArguments = commandArguments;
        service = ServiceOptions.of(commandArguments);
        format = format(commandArguments);
        list = PoolQueryOptions.oneOf(commandArguments, LIST, ExportedListKind.values(), ExportedListKind::word)
                .orElse(ExportedListKind.POOLS);
        var file = commandArguments.value(OUTPUT).filter(name -> !name.equals(STANDARD_OUTPUT));
        output = file.isPresent() ? Optional.of(WindowOptions.path(OUTPUT, file.get())) : Optional.empty();
    }

    /// @throws UsageException
    ///             when an option has an invalid value, or options contradict each other
    static ExportOptions of(CommandArguments commandArguments) throws UsageException {
        var options = new ExportOptions(commandArguments);
        var complaint = options.complaint();
        if (complaint.isPresent()) throw new UsageException(complaint.get());
        return options;
    }

    /// The service that is read.
    public ServiceOptions service() {
        return service;
    }

    /// What the rows are.
    ExportedListKind list() {
        return list;
    }

    String filter() {
        return commandArguments.value(FILTER).orElse("");
    }

    ExportFormat format() {
        return format.or(() -> output.flatMap(ExportFormat::ofName)).orElse(ExportFormat.CSV);
    }

    /// Empty for standard output.
    Optional<Path> output() {
        return output;
    }

    /// Whether estimated fields are written too.
    boolean withEstimates() {
        return commandArguments.has(ESTIMATED_END);
    }

    boolean overwrite() {
        return commandArguments.has(OVERWRITE);
    }

    boolean forSpreadsheets() {
        return commandArguments.has(FOR_SPREADSHEETS)
                || output.isPresent() && !commandArguments.has(NOT_FOR_SPREADSHEETS);
    }

    private Optional<String> complaint() {
        if (commandArguments.has(FOR_SPREADSHEETS) && commandArguments.has(NOT_FOR_SPREADSHEETS))
            return Optional.of("--for-spreadsheets and --no-for-spreadsheets contradict each other");
        return Optional.empty();
    }

    private static Optional<ExportFormat> format(CommandArguments commandArguments) throws UsageException {
        var text = commandArguments.value(FORMAT);
        if (text.isEmpty()) return Optional.empty();
        var found = Arrays.stream(ExportFormat.values()).filter(format -> word(format).equals(text.get())).findFirst();
        if (found.isPresent()) return found;
        throw WindowOptions.other(FORMAT,
                Arrays.stream(ExportFormat.values()).map(ExportOptions::word).collect(Collectors.joining(", ")),
                text.get());
    }

    private static String word(ExportFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
