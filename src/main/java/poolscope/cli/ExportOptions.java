package poolscope.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import poolscope.export.ExportFormat;

/// What `export` was started with.
@Command(name = "export", sortOptions = false, header = "Writes the dedicated resource pools to standard output or a file, without a window.", description = {
        "", "Reads all pools as the window does. Without a connection or endpoint it reads a demo cloud.",
        ""}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:complete", "1:the rows could not be written",
                "2:wrong arguments or environment",
                "3:incomplete: the rows are written, but there may be more pools", "4:sign-in or permission refused",
                "5:service not reached, or its answer unreadable",
                "6:a secret of the saved connection is not at hand"}, footerHeading = "%nEnvironment (for --endpoint):%n", footer = {
                        "  POOLSCOPE_TOKEN                 a token of the project, or",
                        "  HUAWEICLOUD_SDK_AK, ..._SK      an access key, and for a temporary one",
                        "  HUAWEICLOUD_SDK_SECURITY_TOKEN  its security token"})
public final class ExportOptions {
    @Option(names = "--connection", paramLabel = "NAME", description = "Read this saved connection.")
    private @Nullable String connection;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Read the service at this address, with --project.")
    private @Nullable String endpoint;

    @Option(names = "--project", paramLabel = "ID", description = "The project at --endpoint.")
    private @Nullable String project;

    @Option(names = "--filter", paramLabel = "TEXT", description = "Only the pools that the window would show with this filter; dates are days in UTC.")
    private String filter = "";

    @Option(names = "--format", paramLabel = "FORMAT", converter = FormatOption.class, description = "csv, tsv, json, markdown or xlsx; without it as the file is called, else csv.")
    private @Nullable ExportFormat format;

    @Option(names = "--output", paramLabel = "FILE", description = "Write to this file instead of standard output.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace the file if there is one already.")
    private boolean overwrite;

    @Option(names = "--for-spreadsheets", negatable = true, paramLabel = "", description = "Mark CSV and TSV as UTF-8 and keep text from being run as a formula. "
            + "Without a word: yes for a file, no for standard output.")
    private @Nullable Boolean forSpreadsheets;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help and end.")
    private boolean help;

    /// The name of a saved connection.
    Optional<String> connection() {
        return Optional.ofNullable(connection);
    }

    /// The address of a service, as typed. There is a [#project] then.
    Optional<String> endpoint() {
        return Optional.ofNullable(endpoint);
    }

    String project() {
        return project == null ? "" : project;
    }

    String filter() {
        return filter;
    }

    ExportFormat format() {
        if (format != null) return format;
        return output().flatMap(ExportFormat::ofName).orElse(ExportFormat.CSV);
    }

    /// Empty for standard output.
    Optional<Path> output() {
        return Optional.ofNullable(output);
    }

    boolean overwrite() {
        return overwrite;
    }

    boolean forSpreadsheets() {
        return forSpreadsheets == null ? output != null : forSpreadsheets;
    }

    /// What does not go together.
    Optional<String> complaint() {
        if (connection != null && (endpoint != null || project != null))
            return Optional.of("--connection knows its endpoint and project; leave out --endpoint and --project");
        if (endpoint != null && project == null) return Optional.of("--endpoint needs --project, the project to read");
        if (project != null && endpoint == null) return Optional.of("--project needs --endpoint, the service to read");
        return Optional.empty();
    }

    static final class FormatOption implements CommandLine.ITypeConverter<ExportFormat> {
        @Override
        public ExportFormat convert(String text) {
            return Arrays.stream(ExportFormat.values()).filter(format -> word(format).equals(text)).findFirst()
                    .orElseThrow(
                            () -> new CommandLine.TypeConversionException("it is one of " + words() + ", not '" + text + "'"));
        }

        private static String words() {
            return Arrays.stream(ExportFormat.values()).map(FormatOption::word).collect(Collectors.joining(", "));
        }

        private static String word(ExportFormat format) {
            return format.name().toLowerCase(Locale.ROOT);
        }
    }
}
