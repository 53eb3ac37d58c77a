package poolscope.ui;

import java.io.File;
import java.util.Collection;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.MenuMnemonicHandler;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.text.Texts;

/// The program's window: its screens, which are made anew in another language, and what is opened in it.
public final class MainWindow {
    private static final double SMALLEST_WIDTH = 760;
    private static final double SMALLEST_HEIGHT = 480;

    private final ScreenModels models;
    private final StackPane frame = new StackPane();
    private final Stage stage;
    private ScreenNavigator screenNavigator;
    private Subscription title = Subscription.EMPTY;
    private final WindowStyleSheets styleSheets;
    private final WindowPlacement placement;
    private boolean closed;

    /// A window for these models on that stage, not shown yet.
    public MainWindow(ScreenModels models, Stage stage) {
        this.models = models;
        this.stage = stage;
        var appearance = models.window().main().windowAppearanceProperty();
        styleSheets = new WindowStyleSheets(appearance);
        placement = new WindowPlacement(stage, models.window().main().placeProperty());
        frame.getStyleClass().add("window");
        var scene = new Scene(frame, WindowPlacement.FIRST_WIDTH, WindowPlacement.FIRST_HEIGHT);
        acceptFiles(scene);
        stage.setScene(scene);
        new MenuMnemonicHandler().install(stage);
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        styleSheets.follow(scene, frame);
        var spoken = appearance.map(Spoken::of);
        screenNavigator = createScreens(spoken.getValue(), false);
        spoken.subscribe((_, now) -> {
            var before = screenNavigator;
            boolean isRowInUse = models.pools().list().currentLine().isPresent() && !before.isFilterFocused();
            screenNavigator = createScreens(now, isRowInUse);
            before.close();
        });
        stage.setOnCloseRequest(this::onCloseRequest);
        scene.getPreferences().reducedMotionProperty().subscribe((_, still) -> screenNavigator.setStill(still));
        placement.restore();
    }

    public void show() {
        if (closed) return;
        placement.pullBackSoon();
        stage.show();
    }

    /// Moves the window back onto a screen; see [WindowPlacement#pullBack].
    public void pullBack() {
        placement.pullBack();
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
        placement.close();
        title.unsubscribe();
        styleSheets.close();
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

    /// What all words are made for, which are made anew when it changes.
    private record Spoken(WindowAppearance.Language language, WindowAppearance.TimeZone timeZone) {
        static Spoken of(WindowAppearance windowAppearance) {
            return new Spoken(windowAppearance.language(), windowAppearance.timeZone());
        }
    }

    /// Shows the screens in that language.
    ///
    /// @param isRowInUse
    ///            whether the table gets the focus instead of the filter
    private ScreenNavigator createScreens(Spoken now, boolean isRowInUse) {
        var texts = Texts.of(now.language());
        title.unsubscribe();
        title = WindowTitle.follow(models, texts, stage::setTitle);
        var made = new ScreenNavigator(models, texts, now.timeZone().zone());
        frame.getChildren().setAll(made.main());
        made.setStill(stage.getScene().getPreferences().isReducedMotion());
        if (isRowInUse) {
            // the table takes the focus once it is part of the scene
            frame.applyCss();
            made.focusTable();
        } else
            made.focusFirst();
        return made;
    }
}
