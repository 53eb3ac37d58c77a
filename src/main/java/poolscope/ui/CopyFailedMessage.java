package poolscope.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.ScreenReaderMessage;

/// A message at the bottom of the window that a text could not be copied.
final class CopyFailedMessage extends Label {
    private final PauseTransition seen = new PauseTransition(Duration.seconds(8));

    CopyFailedMessage(String sentence) {
        super(sentence);
        setId("copyRefused");
        getStyleClass().add("copy-refused");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        seen.setOnFinished(_ -> setVisible(false));
    }

    /// Shows itself in that pane for a while, whenever a text of the pane could not be copied.
    void showIn(StackPane pane) {
        pane.getChildren().add(this);
        pane.addEventHandler(ClipboardText.REFUSED, _ -> {
            setVisible(true);
            ScreenReaderMessage.report(this, getText());
            seen.playFromStart();
        });
    }
}
