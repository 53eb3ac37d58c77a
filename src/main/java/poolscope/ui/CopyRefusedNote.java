package poolscope.ui;

import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.util.Duration;

/// A message at the bottom of the window that a text could not be copied.
final class CopyRefusedNote extends Label {
    private final PauseTransition seen = new PauseTransition(Duration.seconds(8));

    CopyRefusedNote(String sentence) {
        super(sentence);
        setId("copyRefused");
        getStyleClass().add("copy-refused");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
        seen.setOnFinished(_ -> setVisible(false));
    }

    /// Shows it for a while.
    void show() {
        setVisible(true);
        seen.playFromStart();
    }
}
