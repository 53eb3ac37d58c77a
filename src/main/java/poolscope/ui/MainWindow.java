package poolscope.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.ui.commands.MenuMnemonicHandler;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.text.Texts;

/// The program's window: where it stands, its theme and its language, each following the settings at once.
public final class MainWindow {
    private static final Duration A_MOMENT = Duration.seconds(1);
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 800;
    private static final double MOST_OF_SCREEN = 0.9;
    private static final double SMALLEST_WIDTH = 760;
    private static final double SMALLEST_HEIGHT = 480;

    private final ScreenModels models;
    private final StackPane frame = new StackPane();
    private final Stage stage;
    private ScreenNavigator screenNavigator;
    private Subscription title = Subscription.EMPTY;
    private final Subscription systemColors;
    private final PauseTransition soon = new PauseTransition(A_MOMENT);
    private final ListChangeListener<Screen> screenListener = _ -> pullBack();
    private boolean closed;

    /// A window for these models on that stage, not shown yet.
    public MainWindow(ScreenModels models, Stage stage) {
        this.models = models;
        this.stage = stage;
        // Before the first control is made, which would load JavaFX's own style sheet.
        Application.setUserAgentStylesheet(sheet(isDark()));
        frame.getStyleClass().add("window");
        var scene = new Scene(frame, FIRST_WIDTH, FIRST_HEIGHT);
        scene.getStylesheets().add(address("app.bss"));
        acceptFiles(scene);
        stage.setScene(scene);
        new MenuMnemonicHandler().install(stage);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        models.window().main().windowAppearanceProperty().map(WindowAppearance::theme).subscribe(_ -> dress());
        models.window().main().windowAppearanceProperty().map(this::ownSheets).subscribe(this::addSheets);
        systemColors = Subscription.combine(Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress()),
                Platform.getPreferences().accentColorProperty().subscribe((_, _) -> addSheets(ownSheets(appearance()))),
                HighContrast.follow(frame));
        var spoken = models.window().main().windowAppearanceProperty().map(Spoken::of);
        screenNavigator = createScreens(spoken.getValue());
        spoken.subscribe((_, now) -> {
            var before = screenNavigator;
            screenNavigator = createScreens(now);
            before.close();
        });
        stage.setOnCloseRequest(this::onCloseRequest);
        scene.getPreferences().reducedMotionProperty().subscribe((_, still) -> screenNavigator.setStill(still));
        place();
    }

    public Scene scene() {
        return stage.getScene();
    }

    public void show() {
        if (closed) return;
        soon.setOnFinished(_ -> pullBack());
        scene().addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene().removePostLayoutPulseListener(this);
                if (!closed) soon.play();
            }
        });
        stage.show();
    }

    /// Moves the window back onto a screen. Window managers place a window when it is shown, and some have put its
    /// title above the screen; and a screen can be unplugged.
    public void pullBack() {
        if (!isFree()) return;
        remembered(models.window().main().placeProperty().get().withBounds(boundsNow())).ifPresent(at -> {
            if (at.getMinX() != stage.getX()) stage.setX(at.getMinX());
            if (at.getMinY() != stage.getY()) stage.setY(at.getMinY());
        });
    }

    /// Whether it stands where it was put, in the size that it was given.
    private boolean isFree() {
        return stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    }

    private WindowBoundsAndPaneVisibility.Bounds boundsNow() {
        return WindowBoundsAndPaneVisibility.Bounds.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    /// The window stays open while something can't be saved, until the operator decides.
    private void onCloseRequest(WindowEvent request) {
        if (models.window().unsavedChanges().save()) return;
        request.consume();
        stage.setIconified(false);
        screenNavigator.showUnsavedChanges(stage::hide);
    }

    /// Nothing is made from now on: the toolkit ends with the window.
    public void close() {
        closed = true;
        soon.stop();
        Screen.getScreens().removeListener(screenListener);
        title.unsubscribe();
        systemColors.unsubscribe();
        screenNavigator.close();
        // rows listen to what all windows share for as long as they are in a scene
        frame.getChildren().clear();
    }

    /// Brings the window to the front and shows the pools that these hits are about; the list of rules if they are of
    /// several rules.
    public void showHits(Collection<WatchRuleMatchChange> hits) {
        if (closed) return;
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!models.watch().showPools(hits)) screenNavigator.show(ModalFormKind.WATCH_RULES);
    }

    /// Opens a file that somebody sent: a view or a snapshot.
    public void openFile(File file) {
        screenNavigator.openFile(file);
    }

    /// Whether these files can be dropped onto the window: one, and not while a form is open, which would hide what the
    /// file brings.
    public boolean accepts(List<File> files) {
        return files.size() == 1 && !screenNavigator.isFormOpen();
    }

    private void acceptFiles(Scene scene) {
        scene.setOnDragOver(event -> {
            if (accepts(event.getDragboard().getFiles())) event.acceptTransferModes(TransferMode.COPY);
        });
        scene.setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().limit(1).forEach(this::openFile);
            event.setDropCompleted(event.getDragboard().hasFiles());
        });
    }

    private void dress() {
        boolean dark = isDark();
        stage.getScene().getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        Application.setUserAgentStylesheet(sheet(dark));
        addSheets(ownSheets(appearance()));
    }

    private boolean isDark() {
        return switch (appearance().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(boolean dark) {
        return address(dark ? "dark.bss" : "light.bss");
    }

    /// The build makes the sheets: see `src/package/StylesheetCompiler.java`.
    private static String address(String sheet) {
        return Objects.requireNonNull(MainWindow.class.getResource(sheet), sheet).toExternalForm();
    }

    /// The sheets after `app.css`: sizes, the system's accent colour when it is chosen, and square popups where a
    /// window can't be transparent.
    private List<String> ownSheets(WindowAppearance now) {
        var sheets = new ArrayList<>(List.of(ZoomStyleSheet.sheet(now)));
        if (now.accentColour() == WindowAppearance.AccentColour.SYSTEM)
            sheets.add(AccentColourStyleSheet.sheet(Platform.getPreferences().getAccentColor(), isDark()));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) sheets.add(OpaquePopupStyleSheet.sheet());
        return sheets;
    }

    /// To those of the scene: menus and tooltips take them over from it.
    private void addSheets(List<String> sheets) {
        var all = new ArrayList<>(stage.getScene().getStylesheets().subList(0, 1));
        all.addAll(sheets);
        if (!all.equals(stage.getScene().getStylesheets())) stage.getScene().getStylesheets().setAll(all);
    }

    private WindowAppearance appearance() {
        return models.window().main().windowAppearanceProperty().get();
    }

    /// What all words are made for, which are made anew when it changes.
    private record Spoken(WindowAppearance.Language language, WindowAppearance.TimeZone timeZone) {
        static Spoken of(WindowAppearance windowAppearance) {
            return new Spoken(windowAppearance.language(), windowAppearance.timeZone());
        }
    }

    /// Shows the screens in that language.
    private ScreenNavigator createScreens(Spoken now) {
        var texts = Texts.of(now.language());
        title.unsubscribe();
        title = WindowTitle.follow(models, texts, stage::setTitle);
        var made = new ScreenNavigator(models, texts, now.timeZone().zone());
        frame.getChildren().setAll(made.main());
        made.setStill(stage.getScene().getPreferences().isReducedMotion());
        made.focusFirst();
        return made;
    }

    private void place() {
        var place = models.window().main().placeProperty();
        remembered(place.get()).ifPresentOrElse(at -> {
            stage.setX(at.getMinX());
            stage.setY(at.getMinY());
            stage.setWidth(at.getWidth());
            stage.setHeight(at.getHeight());
        }, this::fitToScreen);
        Screen.getScreens().addListener(screenListener);
        stage.setMaximized(place.get().maximised());
        stage.maximizedProperty().subscribe((_, now) -> place.set(place.get().withMaximised(now)));
        Runnable remember = () -> {
            if (isFree()) place.set(place.get().withBounds(boundsNow()));
        };
        stage.xProperty().subscribe((_, _) -> remember.run());
        stage.yProperty().subscribe((_, _) -> remember.run());
        stage.widthProperty().subscribe((_, _) -> remember.run());
        stage.heightProperty().subscribe((_, _) -> remember.run());
    }

    private void fitToScreen() {
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(FIRST_WIDTH, screen.getWidth() * MOST_OF_SCREEN));
        stage.setHeight(Math.min(FIRST_HEIGHT, screen.getHeight() * MOST_OF_SCREEN));
    }

    private static Optional<Rectangle2D> remembered(WindowBoundsAndPaneVisibility place) {
        return place.bounds() instanceof WindowBoundsAndPaneVisibility.Bounds.At at
                ? WindowBoundsFitter.on(Screen.getScreens().stream().map(Screen::getVisualBounds).toList(), at)
                : Optional.empty();
    }
}
