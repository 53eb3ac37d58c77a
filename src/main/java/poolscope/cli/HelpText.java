package poolscope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The text of `--help`.
final class HelpText {
    private static final String OF_EXPORT = """

            Exit codes:
              0  complete
              1  the rows could not be written
              2  wrong arguments or environment
              3  incomplete: the rows are written, but there may be more pools
              4  sign-in or permission refused
              5  service not reached, or its answer unreadable
              6  a secret of the saved connection is not at hand
            137  out of memory (1 on Windows)
            """;
    private static final String OF_REPORT = """

            Exit codes:
              0  complete
              1  the report could not be written
              2  wrong arguments or environment
              3  incomplete: the report is written and says what could not be read
            """;
    private static final String EXAMPLES_OF_WINDOW = """

            Examples:
              poolscope                                      open the window
              poolscope --demo 1000 --theme dark             try it with 1000 invented pools
              poolscope monday.jsonl.gz                      look at a snapshot that a colleague sent
              poolscope --demo 240 --screenshot window.png   draw the window without a display

            poolscope export --help and poolscope report --help describe the other two.
            """;
    private static final String EXAMPLES_OF_EXPORT = """

            Examples:
              poolscope export --connection prod --output pools.xlsx
              poolscope export --connection prod --filter "status:abnormal gpu>=8" --format json
              poolscope export --connection prod --list nodes --output nodes.csv --overwrite
              POOLSCOPE_TOKEN=... poolscope export --endpoint https://HOST --project ID
            """;
    private static final String EXAMPLES_OF_REPORT = """

            Examples:
              poolscope report
              poolscope report --connection prod --since 08:00 --output shift.txt
            """;
    /// Lines are broken so that they fit a terminal of 100 columns.
    private static final int WIDTH = 96;
    private static final String INDENT = "      ";
    private static final String ENVIRONMENT = """

            Environment (for --endpoint):
              POOLSCOPE_TOKEN                 a token of the project, or
              HUAWEICLOUD_SDK_AK, ..._SK      an access key, and for a temporary one
              HUAWEICLOUD_SDK_SECURITY_TOKEN  its security token

            Environment (as curl reads it, for an endpoint or a connection that takes the system's proxy):
              https_proxy, HTTPS_PROXY, all_proxy, ALL_PROXY   http://[USER:PASSWORD@]HOST[:PORT], port 1080 if none is given
              no_proxy, NO_PROXY   hosts that are reached directly: names (with all below them), addresses,
                                   ranges such as 10.0.0.0/8, or * alone; no ports, no other wildcards
            """;

    private HelpText() {}

    static String ofWindow() {
        return """
                Usage: poolscope [OPTIONS] [FILE]
                       poolscope export [OPTIONS]
                       poolscope report [OPTIONS]

                Shows the dedicated resource pools of ModelArts. Without a connection it shows a demo cloud.
                FILE is a saved view (.rpview), or a snapshot or history file (.jsonl.gz) whose pools are shown.
                export writes the pools to standard output or a file, report what the next shift needs to know.

                """ + lines(WindowOptions.ALL) + EXAMPLES_OF_WINDOW;
    }

    static String ofExport() {
        return """
                Usage: poolscope export [OPTIONS]

                Writes the dedicated resource pools to standard output or a file, without a window.
                Reads all pools as the window does. Without a connection or endpoint it reads a demo cloud.

                """ + lines(ExportOptions.ALL) + EXAMPLES_OF_EXPORT + OF_EXPORT + ENVIRONMENT;
    }

    static String ofReport() {
        return """
                Usage: poolscope report [OPTIONS]

                Writes a hand-over for the next shift in Markdown: what is open, what is coming, what changed,
                and what is free. Reads the pools as the window does, and compares them with the history that
                the window has kept. Without a connection or endpoint it reads all ticked connections, or the
                demo cloud when none is saved.

                """ + lines(ReportOptions.ALL) + EXAMPLES_OF_REPORT + OF_REPORT + ENVIRONMENT;
    }

    /// The words in indented lines of at most [#WIDTH] columns.
    private static String wrapped(String text) {
        var lines = new StringBuilder();
        var line = new StringBuilder(INDENT);
        for (var word : text.split(" ")) {
            if (line.length() > INDENT.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(INDENT);
            }
            if (line.length() > INDENT.length()) line.append(' ');
            line.append(word);
        }
        return lines.append(line).append('\n').toString();
    }

    /// Each option begins a line, with all its names; its description follows, indented.
    private static String lines(List<CommandLineOption> options) {
        var names = options.stream()
                .collect(Collectors.groupingBy(CommandLineOption::help, LinkedHashMap::new, Collectors.mapping(
                        commandLineOption -> (commandLineOption.name() + " " + commandLineOption.value()).strip(),
                        Collectors.joining(", "))));
        return names.entrySet()
                .stream()
                .map(option -> "  " + option.getValue() + "\n" + wrapped(option.getKey()))
                .collect(Collectors.joining());
    }
}
