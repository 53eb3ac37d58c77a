package poolscope;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;

/// What the toolkit takes the program for. Desktops know a window by the name of this class (`WM_CLASS` on X11): it is
/// the `StartupWMClass` of `src/package/linux/PoolScope.desktop`, and without it every Java program is called "java".
public final class PoolScope extends Application {
    /// Written once. The toolkit makes the object of this class itself, so there is no other way to hand it anything.
    private static final CompletableFuture<Consumer<Stage>> OPENING = new CompletableFuture<>();

    /// Starts the toolkit, opens the window on its thread, and returns when the last window is closed.
    static void launch(Consumer<Stage> opening) {
        OPENING.complete(opening);
        Application.launch(PoolScope.class);
    }

    @Override
    public void start(Stage stage) {
        OPENING.join().accept(stage);
    }
}
