package poolscope;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.UnsafeJvmSettingsCheck;
import poolscope.cli.ConnectionsFileLookup;
import poolscope.cli.ExportCommand;
import poolscope.cli.ExportOptions;
import poolscope.cli.ParsedCommandLine;
import poolscope.cli.ReportCommand;
import poolscope.cli.ReportHistoryReader;
import poolscope.cli.ReportOptions;
import poolscope.cli.SavedConnectionLookup;
import poolscope.cli.StdoutAndStderr;
import poolscope.connection.SecretStoreFinder;
import poolscope.disk.FileSystemOperations;
import poolscope.export.MarkdownReportFormatter;
import poolscope.handover.HandOver;
import poolscope.history.HistoryFolder;
import poolscope.settings.ConfigFolder;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WindowAppearance;
import poolscope.start.ExportAotTraining;
import poolscope.start.LaunchMode;
import poolscope.start.RestartWithoutJvmVariables;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.HandOverText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// `main` of the command line: the second launcher of the installed program, which has a JVM configured for it. Nothing
/// of JavaFX is loaded on the way.
public final class Cli {
    public static final int NOT_STARTED = 1;
    static final String NO_HOME = "This user has no home folder, where settings and connections would be: set HOME or XDG_CONFIG_HOME to a "
            + "folder, or name one with --config-dir.";
    private static final int USAGE = 2;

    private Cli() {}

    /// Exit codes: those of [poolscope.cli.ExitCode]; 2 when the arguments ask for the window.
    public static void main(String[] arguments) {
        prepare(arguments);
        if (LaunchMode.of(System.getenv()) == LaunchMode.REHEARSE) ExportAotTraining.run();
        else
            System.exit(switch (ParsedCommandLine.of(arguments.length == 0 ? new String[]{"--help"} : arguments,
                    System.out, System.err)) {
                case ParsedCommandLine.Window _ -> refuseWindow();
                case ParsedCommandLine.Export(var asked, var folder) -> export(asked, folder);
                case ParsedCommandLine.Report(var asked, var folder) -> report(asked, folder);
                case ParsedCommandLine.Exit(int exit) -> exit;
            });
    }

    /// What comes first, whichever launcher was started: nothing from outside weakens the connections.
    static void prepare(String[] arguments) {
        RestartWithoutJvmVariables
                .again(System.getenv(), Optional.ofNullable(System.getProperty("jpackage.app-path")).map(Path::of),
                        List.of(arguments))
                .ifPresent(System::exit);
        UnsafeJvmSettingsCheck.refusal().ifPresent(Cli::refuse);
        UnsafeJvmSettingsCheck.prepare();
        // Without this the JDK's server, which the demo cloud is, waits 40 ms before the last packet of an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static void refuse(String property) {
        System.err.println("PoolScope does not start while the system property " + property
                + " is set: any host's certificate would do. Remove it, for example from JAVA_TOOL_OPTIONS.");
        System.exit(NOT_STARTED);
    }

    private static int refuseWindow() {
        System.err.println(
                "This is the command line, which has no window: start PoolScope for it, or use the subcommand export or report.");
        return USAGE;
    }

    static int export(ExportOptions options, Optional<Path> configFolder) {
        if (options.service().connection().isEmpty()) return export(options, SavedConnectionLookup.NONE);
        var folder = folder(configFolder);
        if (folder.isPresent()) return export(options, saved(folder.get()));
        System.err.println(NO_HOME);
        return USAGE;
    }

    private static int export(ExportOptions options, SavedConnectionLookup saved) {
        return new ExportCommand(StdoutAndStderr.ofProcess(), System.getenv(), saved, RequestClockAndTimeouts.real())
                .run(options)
                .number();
    }

    static int report(ReportOptions options, Optional<Path> configFolder) {
        var folder = folder(configFolder);
        if (folder.isEmpty() && options.service().connection().isPresent()) {
            System.err.println(NO_HOME);
            return USAGE;
        }
        var settings = folder.map(Cli::settings).orElse(Settings.defaults());
        var windowAppearance = settings.windowAppearance();
        var zone = windowAppearance.timeZone().zone();
        return new ReportCommand(StdoutAndStderr.ofProcess(), System.getenv(),
                folder.map(Cli::saved).orElse(SavedConnectionLookup.NONE), RequestClockAndTimeouts.real(),
                folder.map(Cli::earlier).orElse(ReportCommand.EarlierReadings.NONE),
                new ReportCommand.Shifts(settings.changes(), zone), (handOver, asked) -> markdown(handOver,
                        asked.language().orElse(windowAppearance.language()), windowAppearance))
                .run(options)
                .number();
    }

    /// A damaged file of the history is kept aside by whoever reads it.
    private static ReportCommand.EarlierReadings earlier(Path folder) {
        var clock = Clock.systemUTC();
        return new ReportHistoryReader(HistoryFolder.in(folder, FileSystemOperations.ofDisk(), clock,
                copy -> System.err.println(
                        "A file of the history was damaged; what could be read of it is used, and a copy is kept: "
                                + copy)),
                clock.instant(), System.err::println);
    }

    private static Settings settings(Path folder) {
        return SettingsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).load().value();
    }

    private static String markdown(HandOver handOver, WindowAppearance.Language language,
            WindowAppearance windowAppearance) {
        var texts = Texts.of(language);
        var zone = windowAppearance.timeZone().zone();
        return MarkdownReportFormatter.of(new HandOverText(texts, new PoolFieldText(texts, zone),
                new TimeText(texts, zone), new FailureText(texts)).page(handOver, windowAppearance.estimatedEnds()));
    }

    private static SavedConnectionLookup saved(Path folder) {
        return new ConnectionsFileLookup(ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()),
                () -> SecretStoreFinder.find(System.getProperty("os.name")).store(), System.err::println);
    }

    /// Where the settings are; empty when this user has no home folder, and neither environment nor options
    /// name another.
    static Optional<Path> folder(Optional<Path> asked) {
        return asked.or(() -> ConfigFolder.find(System.getProperty("os.name"), System.getenv(),
                System.getProperty("user.home")));
    }
}
