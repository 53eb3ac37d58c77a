package poolscope.ui;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// Where the window stands: as it is remembered, and always on a screen.
final class WindowPlacement implements AutoCloseable {
    private static final Duration A_MOMENT = Duration.seconds(1);
    static final double FIRST_WIDTH = 1280;
    static final double FIRST_HEIGHT = 800;
    private static final double MOST_OF_SCREEN = 0.9;

    private final Stage stage;
    private final ObjectProperty<WindowBoundsAndPaneVisibility> place;
    private final PauseTransition soon = new PauseTransition(A_MOMENT);
    private final ListChangeListener<Screen> screenListener = _ -> pullBack();
    private boolean closed;

    WindowPlacement(Stage stage, ObjectProperty<WindowBoundsAndPaneVisibility> place) {
        this.stage = stage;
        this.place = place;
    }

    /// Puts the window where it is remembered, and remembers from now on where it is put.
    void restore() {
        remembered(place.get()).ifPresentOrElse(at -> {
            stage.setX(at.getMinX());
            stage.setY(at.getMinY());
            stage.setWidth(at.getWidth());
            stage.setHeight(at.getHeight());
        }, this::fitToScreen);
        Screen.getScreens().addListener(screenListener);
        stage.setMaximized(place.get().maximised());
        stage.maximizedProperty().subscribe((_, now) -> place.set(place.get().withMaximised(now)));
        stage.xProperty().subscribe((_, _) -> remember());
        stage.yProperty().subscribe((_, _) -> remember());
        stage.widthProperty().subscribe((_, _) -> remember());
        stage.heightProperty().subscribe((_, _) -> remember());
    }

    /// Pulls the window back a moment after it was first drawn.
    void pullBackSoon() {
        soon.setOnFinished(_ -> pullBack());
        var scene = stage.getScene();
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                if (!closed) soon.play();
            }
        });
    }

    /// Moves the window back onto a screen. Window managers place a window when it is shown, and some have put its
    /// title above the screen; and a screen can be unplugged.
    void pullBack() {
        if (!isFree()) return;
        remembered(place.get().withBounds(boundsNow())).ifPresent(at -> {
            if (at.getMinX() != stage.getX()) stage.setX(at.getMinX());
            if (at.getMinY() != stage.getY()) stage.setY(at.getMinY());
        });
    }

    private void remember() {
        if (isFree()) place.set(place.get().withBounds(boundsNow()));
    }

    /// Whether it stands where it was put, in the size that it was given.
    private boolean isFree() {
        return stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
    }

    private WindowBoundsAndPaneVisibility.Bounds boundsNow() {
        return WindowBoundsAndPaneVisibility.Bounds.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
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

    @Override
    public void close() {
        closed = true;
        soon.stop();
        Screen.getScreens().removeListener(screenListener);
    }
}
