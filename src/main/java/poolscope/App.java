package poolscope;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import poolscope.api.Surroundings;
import poolscope.cli.Options;
import poolscope.cli.Start;
import poolscope.connection.Connection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SecretStores;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoSettings;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;
import poolscope.settings.Look;
import poolscope.settings.Loaded;
import poolscope.settings.ProgramLog;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.ViewFiles;
import poolscope.ui.Picture;
import poolscope.ui.text.Texts;

/// The composition root: the only class that calls everybody's constructors, and `main`.
public final class App {
    private static final int NO_DISPLAY = Cli.NOT_STARTED;
    private static final List<Integer> ICON_SIZES = List.of(32, 64, 128);
    private static final int PICTURE_WIDTH = 1280;
    private static final int PICTURE_HEIGHT = 800;

    private final Options options;
    private final Path folder;
    private final Optional<Path> screenshot;
    private final Purpose purpose;
    private final Ground ground = Ground.of(Surroundings.real(),
            () -> SecretStores.find(System.getProperty("os.name")).store());
    private final FutureTask<Program.Parts> parts = new FutureTask<>(this::parts);
    private Optional<DemoCloud> cloud = Optional.empty();

    private App(Options options, Path folder, Optional<Path> screenshot, Purpose purpose) {
        this.options = options;
        this.folder = folder;
        this.screenshot = screenshot;
        this.purpose = purpose;
    }

    /// Exit codes: 0 when the window was closed or drawn, 1 when it can't be opened, 2 for wrong arguments; of an export, those
    /// of [poolscope.cli.ExitCode].
    public static void main(String[] arguments) {
        Cli.prepare(arguments);
        var options = Options.none();
        if (arguments.length > 0) {
            switch (Start.of(arguments, System.out, System.err)) {
                case Start.Window(var asked) -> options = asked;
                case Start.Export(var asked, var folder) -> System.exit(Cli.export(asked, folder));
                case Start.Over(int exit) -> System.exit(exit);
            }
        }
        var folder = Cli.folder(options.configFolder());
        if (folder.isEmpty()) {
            System.err.println(Cli.NO_HOME);
            System.exit(NO_DISPLAY);
        }
        var screenshot = options.screenshot();
        if (screenshot.isEmpty()) {
            var missing = DisplayCheck.missing(System.getProperty("os.name"), System.getenv());
            missing.ifPresent(System.err::println);
            screenshot = missing.isPresent() ? options.screenshotWithoutDisplay() : Optional.empty();
            if (missing.isPresent() && screenshot.isEmpty()) System.exit(NO_DISPLAY);
        }
        if (screenshot.isPresent()) drawWithoutDisplay();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> System.getLogger(App.class.getName())
                .log(System.Logger.Level.ERROR, "Unexpected error in the thread " + thread.getName(), e));
        var app = new App(options, folder.orElseThrow(), screenshot, Purpose.of(System.getenv()));
        app.ground.background().execute(() -> app.keepLog());
        app.ground.background().execute(app.parts);
        PoolScope.launch(app::open);
    }

    private void keepLog() {
        if (screenshot.isEmpty()) ProgramLog.in(folder);
    }

    private static void drawWithoutDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    private void open(Stage stage) {
        var program = new Program(prepared(), stage);
        stage.setOnHidden(_ -> {
            program.close();
            cloud.ifPresent(DemoCloud::close);
        });
        options.view().ifPresent(program::openView);
        screenshot.ifPresent(file -> {
            // The screen of the platform without a display is smaller than a window's first size.
            stage.setWidth(PICTURE_WIDTH);
            stage.setHeight(PICTURE_HEIGHT);
            drawWhenRead(program, file);
        });
        switch (purpose) {
            case WORK -> Platform.runLater(() -> stage.getIcons().setAll(icons()));
            case TELL_WHEN_PAINTED -> Painted.watch(program, rows -> tell(program, rows));
            case REHEARSE -> Rehearsal.begin(program);
        }
    }

    /// Not before the first picture of the window, which does not show them.
    private static List<Image> icons() {
        return ICON_SIZES.stream().map(size -> "icons/poolscope-" + size + ".png").map(App.class::getResourceAsStream)
                .filter(Objects::nonNull).map(Image::new).toList();
    }

    private static void tell(Program program, int rows) {
        System.out.println("painted " + program.pools().rows().size() + " " + rows);
        CompletableFuture.runAsync(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Platform.runLater(program.stage()::close);
        });
    }

    private Program.Parts prepared() {
        try {
            return parts.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the window's thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("What the window needs could not be prepared", e.getCause());
        }
    }

    /// What needs no window: made while the toolkit starts.
    private Program.Parts parts() {
        var connectionsFile = ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC());
        var connections = screenshot.isPresent() || options.wantsDemo()
                ? new ConnectionsFile.Loaded(SavedConnections.NONE, List.of())
                : connectionsFile.load();
        ground.readers().begin(connections.connections());
        var settingsFile = SettingsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC());
        var viewFiles = ViewFiles.in(folder, FileOps.ofDisk(), Clock.systemUTC());
        var found = screenshot.isPresent() ? new Loaded(Settings.defaults(), List.of()) : settingsFile.load();
        var loaded = found.settings();
        var window = loaded.window().withWelcomeShown(loaded.window().welcomeShown() && !options.wantsDemo());
        var look = look(loaded.look());
        Function<Settings, Optional<Settings>> kept = now -> screenshot.isPresent()
                ? Optional.empty()
                : Optional.of(now.withLook(now.look().unforced(look, loaded.look()))
                        .withWindow(now.window().withWelcomeShown(lasting(now, loaded))));
        warm(look);
        return new Program.Parts(this::demoConnection,
                new Program.Kept(new Loaded(loaded.withLook(look).withWindow(window), found.notices()),
                        settingsFile.keeping(kept), connections,
                        connectionsFile, screenshot.isPresent() ? ViewFiles.Loaded.NOTHING : viewFiles.load(), viewFiles),
                ground);
    }

    /// What the JDK makes at its first use, for ten to twenty milliseconds each: not on the window's thread.
    private static void warm(Look look) {
        var _ = Texts.of(look.language());
        var _ = look.timeZone().zone();
        var _ = BigDecimal.ONE.signum();
    }

    /// Asking for the demo cloud puts the first steps away for this time only.
    private boolean lasting(Settings now, Settings kept) {
        return options.wantsDemo() ? kept.window().welcomeShown() : now.window().welcomeShown();
    }

    /// With what was asked for this time only.
    private Look look(Look kept) {
        var look = kept;
        if (options.language().isPresent()) look = look.withLanguage(options.language().get());
        if (options.theme().isPresent()) look = look.withTheme(options.theme().get());
        return look;
    }

    /// Starts the demo cloud. Beside saved connections nobody asks for it.
    private Connection demoConnection() {
        try {
            var started = DemoCloud.start(DemoSettings.of(options.demoPools()));
            cloud = Optional.of(started);
            return new Connection("demo", "Demo cloud", Optional.of("demo-1"), started.endpoint(), started.projectId());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Draws when the first reading has ended, well or not, and its rows are on screen.
    private static void drawWhenRead(Program program, Path file) {
        var source = program.fleet().sources().getFirst();
        var settled = new PauseTransition(Duration.millis(300));
        settled.setOnFinished(_ -> draw(program.stage(), file));
        Runnable look = () -> {
            if (program.isRead()) settled.playFromStart();
        };
        source.stateProperty().subscribe((_, _) -> look.run());
        program.pools().arrangementProperty().subscribe((_, _) -> look.run());
    }

    private static void draw(Stage stage, Path file) {
        int exit = 0;
        try {
            Picture.write(Picture.of(stage.getScene()), file);
            System.err.println("The window was drawn to " + file + ".");
        } catch (IOException e) {
            System.err.println("The picture could not be written to " + file + ": " + e.getMessage());
            exit = NO_DISPLAY;
        }
        stage.close();
        Platform.exit();
        System.exit(exit);
    }
}
