package poolscope.start;

import java.io.IOException;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import poolscope.Cli;
import poolscope.ui.ScenePngWriter;

/// Draws the window into a file, where there may be no display, and ends the program.
public final class HeadlessWindowScreenshot {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private HeadlessWindowScreenshot() {}

    /// Before JavaFX is started: it draws without a display.
    public static void prepare() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// Draws when the first reading has ended, successfully or not, and its rows are on screen.
    public static void write(AppComposition appComposition, Path file) {
        // The screen of the platform without a display is smaller than a window's first size.
        appComposition.stage().setWidth(WIDTH);
        appComposition.stage().setHeight(HEIGHT);
        var observableConnectionInventory = appComposition.observableTickedConnectionPools().sources().getFirst();
        var settled = new PauseTransition(Duration.millis(300));
        settled.setOnFinished(_ -> draw(appComposition.stage(), file));
        Runnable look = () -> {
            if (appComposition.isRead()) settled.playFromStart();
        };
        observableConnectionInventory.stateProperty().subscribe((_, _) -> look.run());
        appComposition.pools().arrangedPoolsProperty().subscribe((_, _) -> look.run());
    }

    private static void draw(Stage stage, Path file) {
        int exit = 0;
        try {
            ScenePngWriter.write(ScenePngWriter.of(stage.getScene()), file);
            System.err.println("The window was drawn to " + file + ".");
        } catch (IOException e) {
            System.err.println("The picture could not be written to " + file + ": " + e.getMessage());
            exit = Cli.NOT_STARTED;
        }
        stage.close();
        Platform.exit();
        System.exit(exit);
    }
}
