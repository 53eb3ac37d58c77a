package poolscope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.cli.ParsedCommandLine;
import poolscope.cli.WindowOptions;
import poolscope.connection.SavedConnections;
import poolscope.connection.SecretStoreFinder;
import poolscope.connection.ServiceAndProject;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.LoadedValueWithNotices;
import poolscope.settings.ProgramLog;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.WatchRulesAndStateFiles;
import poolscope.settings.WindowAppearance;
import poolscope.start.AotTraining;
import poolscope.start.AppComposition;
import poolscope.start.DisplayAvailabilityCheck;
import poolscope.start.FirstPaintDetector;
import poolscope.start.HeadlessWindowScreenshot;
import poolscope.start.HistoryReadAhead;
import poolscope.start.LaunchMode;
import poolscope.start.LoadedFiles;
import poolscope.start.ServicesBeforeJavaFxStart;
import poolscope.ui.text.Texts;

/// The composition root: the only class that calls everybody's constructors, and `main`.
public final class App {
    private static final int NO_DISPLAY = Cli.NOT_STARTED;
    private static final List<Integer> ICON_SIZES = List.of(32, 64, 128);

    private final WindowOptions windowOptions;
    private final Path folder;
    private final Optional<Path> screenshot;
    private final LaunchMode launchMode;
    private final ServicesBeforeJavaFxStart servicesBeforeJavaFxStart = ServicesBeforeJavaFxStart
            .of(RequestClockAndTimeouts.real(), () -> SecretStoreFinder.find(System.getProperty("os.name")).store());
    private final FutureTask<AppComposition.Parts> parts = new FutureTask<>(this::parts);
    private Optional<DemoCloud> cloud = Optional.empty();

    private App(WindowOptions windowOptions, Path folder, Optional<Path> screenshot, LaunchMode launchMode) {
        this.windowOptions = windowOptions;
        this.folder = folder;
        this.screenshot = screenshot;
        this.launchMode = launchMode;
    }

    /// Exit codes: 0 when the window was closed or drawn, 1 when it can't be opened, 2 for wrong arguments; of an
    /// export, those of [poolscope.cli.ExitCode].
    public static void main(String[] arguments) {
        Cli.prepare(arguments);
        var windowOptions = WindowOptions.none();
        if (arguments.length > 0) {
            switch (ParsedCommandLine.of(arguments, System.out, System.err)) {
                case ParsedCommandLine.Window(var asked) -> windowOptions = asked;
                case ParsedCommandLine.Export(var asked, var folder) -> System.exit(Cli.export(asked, folder));
                case ParsedCommandLine.Report(var asked, var folder) -> System.exit(Cli.report(asked, folder));
                case ParsedCommandLine.Exit(int exit) -> System.exit(exit);
            }
        }
        var folder = Cli.folder(windowOptions.configFolder());
        if (folder.isEmpty()) {
            System.err.println(Cli.NO_HOME);
            System.exit(NO_DISPLAY);
        }
        var screenshot = picture(windowOptions);
        if (screenshot.isPresent()) HeadlessWindowScreenshot.prepare();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> System.getLogger(App.class.getName())
                .log(System.Logger.Level.ERROR, "Unexpected error in the thread " + thread.getName(), e));
        var app = new App(windowOptions, folder.orElseThrow(), screenshot, LaunchMode.of(System.getenv()));
        app.servicesBeforeJavaFxStart.backgroundThreads().execute(() -> app.keepLog());
        app.servicesBeforeJavaFxStart.backgroundThreads().execute(app.parts);
        PoolScope.launch(app::open);
    }

    /// The file that the window is drawn into instead of being shown. Ends the program when there is neither a display
    /// nor such a file.
    private static Optional<Path> picture(WindowOptions windowOptions) {
        if (windowOptions.screenshot().isPresent()) return windowOptions.screenshot();
        var missing = DisplayAvailabilityCheck.missing(System.getProperty("os.name"), System.getenv());
        if (missing.isEmpty()) return Optional.empty();
        System.err.println(missing.get());
        if (windowOptions.screenshotWithoutDisplay().isEmpty()) System.exit(NO_DISPLAY);
        return windowOptions.screenshotWithoutDisplay();
    }

    private void keepLog() {
        if (screenshot.isEmpty()) ProgramLog.in(folder);
    }

    private void open(Stage stage) {
        var appComposition = new AppComposition(prepared(), stage);
        appComposition.setOnLastClosed(() -> {
            appComposition.close();
            cloud.ifPresent(DemoCloud::close);
        });
        windowOptions.file().ifPresent(appComposition::openFile);
        screenshot.ifPresent(file -> HeadlessWindowScreenshot.write(appComposition, file));
        switch (launchMode) {
            case WORK -> Platform.runLater(() -> stage.getIcons().setAll(icons()));
            case TELL_WHEN_PAINTED ->
                FirstPaintDetector.watch(appComposition, rows -> reportPainted(appComposition, rows));
            case TELL_WHEN_LAST_KNOWN_PAINTED ->
                FirstPaintDetector.watchLastKnown(appComposition, rows -> reportPainted(appComposition, rows));
            case REHEARSE -> train(appComposition);
        }
    }

    private void train(AppComposition appComposition) {
        try {
            AotTraining.begin(appComposition, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Not before the first picture of the window, which does not show them.
    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> "icons/poolscope-" + size + ".png")
                .map(App.class::getResourceAsStream)
                .filter(Objects::nonNull)
                .map(Image::new)
                .toList();
    }

    private void reportPainted(AppComposition appComposition, int rows) {
        System.out.println("painted " + appComposition.pools().rows().size() + " " + rows);
        // Not in the common pool: one that waits there holds up every HTTP client of the JDK.
        servicesBeforeJavaFxStart.backgroundThreads().execute(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Platform.runLater(appComposition.stage()::close);
        });
    }

    private AppComposition.Parts prepared() {
        try {
            return parts.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the window's thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("What the window needs could not be prepared", e.getCause());
        }
    }

    /// What needs no window: made while the toolkit starts.
    private AppComposition.Parts parts() {
        var connectionsFile = ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        var connections = screenshot.isPresent() || windowOptions.wantsDemo()
                ? new LoadedValueWithNotices<>(SavedConnections.NONE, List.of())
                : connectionsFile.load();
        servicesBeforeJavaFxStart.inventoryReaderFactory().begin(connections.value());
        var settingsFile = SettingsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        var savedViewsFolder = SavedViewsFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        var watchRulesAndStateFiles = WatchRulesAndStateFiles.in(folder, FileSystemOperations.ofDisk(),
                Clock.systemUTC());
        var found = screenshot.isPresent()
                ? new LoadedValueWithNotices<>(Settings.defaults(), List.of())
                : settingsFile.load();
        var loaded = found.value();
        var history = new HistoryReadAhead(folder, servicesBeforeJavaFxStart.requestClockAndTimeouts().clock());
        servicesBeforeJavaFxStart.backgroundThreads().execute(() -> history.read(connections.value(), loaded));
        var window = loaded.window().withWelcomeShown(loaded.window().welcomeShown() && !windowOptions.wantsDemo());
        var windowAppearance = appearanceForThisTime(loaded.windowAppearance());
        Function<Settings, Optional<Settings>> kept = now -> screenshot.isPresent()
                ? Optional.empty()
                : Optional.of(now
                        .withWindowAppearance(
                                now.windowAppearance().withoutOverrides(windowAppearance, loaded.windowAppearance()))
                        .withWindow(now.window().withWelcomeShown(lasting(now, loaded))));
        warm(windowAppearance);
        return new AppComposition.Parts(this::demoConnection, new LoadedFiles(
                new LoadedValueWithNotices<>(loaded.withWindowAppearance(windowAppearance).withWindow(window),
                        found.notices()),
                settingsFile.keeping(kept), connections, connectionsFile,
                screenshot.isPresent() ? new LoadedValueWithNotices<>(List.of(), List.of()) : savedViewsFolder.load(),
                savedViewsFolder,
                new LoadedFiles.WatchRules(screenshot.isPresent()
                        ? new LoadedValueWithNotices<>(WatchRulesAndStateFiles.Content.EMPTY, List.of())
                        : watchRulesAndStateFiles.load(), watchRulesAndStateFiles),
                history), servicesBeforeJavaFxStart);
    }

    /// What the JDK makes at its first use, for ten to twenty milliseconds each: not on the window's thread.
    private static void warm(WindowAppearance windowAppearance) {
        var _ = Texts.of(windowAppearance.language());
        var _ = windowAppearance.timeZone().zone();
        var _ = BigDecimal.ONE.signum();
    }

    /// Asking for the demo cloud puts the first steps away for this time only.
    private boolean lasting(Settings now, Settings kept) {
        return windowOptions.wantsDemo() ? kept.window().welcomeShown() : now.window().welcomeShown();
    }

    /// With what was asked for this time only.
    private WindowAppearance appearanceForThisTime(WindowAppearance kept) {
        var windowAppearance = kept;
        if (windowOptions.language().isPresent())
            windowAppearance = windowAppearance.withLanguage(windowOptions.language().get());
        if (windowOptions.theme().isPresent())
            windowAppearance = windowAppearance.withTheme(windowOptions.theme().get());
        return windowAppearance;
    }

    /// Starts the demo cloud. Beside saved connections nobody asks for it.
    private ServiceAndProject demoConnection() {
        try {
            var started = DemoCloud.start(DemoCloudSettings.ofBothGenerations(windowOptions.demoPools()));
            cloud = Optional.of(started);
            return new ServiceAndProject("demo", "Demo cloud", Optional.of("demo-1"), started.endpoint(),
                    started.projectId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
