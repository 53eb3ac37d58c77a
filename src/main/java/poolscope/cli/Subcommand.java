package poolscope.cli;

import java.util.List;

/// A command that works without a window.
enum Subcommand {
    EXPORT("export"), REPORT("report");

    private final String word;

    Subcommand(String word) {
        this.word = word;
    }

    /// How it is written on the command line.
    String word() {
        return word;
    }

    List<CommandLineOption> options() {
        return switch (this) {
            case EXPORT -> ExportOptions.ALL;
            case REPORT -> ReportOptions.ALL;
        };
    }

    String help() {
        return switch (this) {
            case EXPORT -> HelpText.ofExport();
            case REPORT -> HelpText.ofReport();
        };
    }
}
