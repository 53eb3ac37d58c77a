package poolscope.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.demo.TestCloud;
import poolscope.export.MarkdownReportFormatter;
import poolscope.handover.HandOver;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.HandOverText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// Runs `export` as the process would, and keeps what it said.
final class Terminal {
    final ByteArrayOutputStream rows = new ByteArrayOutputStream();
    final ByteArrayOutputStream words = new ByteArrayOutputStream();
    final Map<String, String> environment = new HashMap<>();
    SavedConnectionLookup saved = SavedConnectionLookup.NONE;
    ReportCommand.EarlierReadings earlier = ReportCommand.EarlierReadings.NONE;
    OutputStream out = rows;
    boolean showsProgress;

    /// The exit code of an export.
    int export(String... arguments) {
        return run("export", arguments);
    }

    /// The exit code of a report, whose words are those of the program.
    int report(String... arguments) {
        return run("report", arguments);
    }

    private int run(String command, String... arguments) {
        var err = new PrintStream(words, true, StandardCharsets.UTF_8);
        var all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        var requestClockAndTimeouts = RequestClockAndTimeouts.real();
        var hasty = new RequestClockAndTimeouts(requestClockAndTimeouts.clock(), requestClockAndTimeouts.nanoTime(),
                requestClockAndTimeouts.random(), _ -> {
                }, requestClockAndTimeouts.httpTimeouts());
        return switch (ParsedCommandLine.of(all.toArray(String[]::new),
                new PrintStream(rows, true, StandardCharsets.UTF_8), err)) {
            case ParsedCommandLine.Exit(int exit) -> exit;
            case ParsedCommandLine.Window _ -> throw new AssertionError("a window");
            case ParsedCommandLine.Export(var options, var _) ->
                new ExportCommand(new StdoutAndStderr(out, err, showsProgress), environment, saved, hasty).run(options)
                        .number();
            case ParsedCommandLine.Report(var options, var _) -> new ReportCommand(
                    new StdoutAndStderr(out, err, showsProgress), environment, saved, hasty, earlier,
                    new ReportCommand.Shifts(ChangeTrackingSettings.defaults(), ZoneOffset.UTC),
                    (handOver, asked) -> markdown(handOver, asked.language().orElse(WindowAppearance.Language.ENGLISH)))
                    .run(options)
                    .number();
        };
    }

    private static String markdown(HandOver handOver, WindowAppearance.Language language) {
        var texts = Texts.of(language);
        return MarkdownReportFormatter.of(new HandOverText(texts, new PoolFieldText(texts, ZoneOffset.UTC),
                new TimeText(texts, ZoneOffset.UTC), new FailureText(texts)).page(handOver, false));
    }

    /// The exit code of reading that cloud.
    int export(TestCloud cloud, String... more) {
        var arguments = new ArrayList<>(
                List.of("--endpoint", cloud.endpoint().toString(), "--project", cloud.projectId()));
        arguments.addAll(List.of(more));
        return export(arguments.toArray(String[]::new));
    }

    String rows() {
        return rows.toString(StandardCharsets.UTF_8);
    }

    String words() {
        return words.toString(StandardCharsets.UTF_8);
    }
}
