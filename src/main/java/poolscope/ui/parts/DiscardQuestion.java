package poolscope.ui.parts;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;

/// Keeps what was typed into a form from being lost by one key: the button that cancels first becomes one that
/// discards, and says so beside it. Esc presses it too.
public final class DiscardQuestion {
    private final Button cancel;
    private final Label notSaved;
    private final String cancelText;
    private final String discardText;
    private final Supplier<?> values;
    private final Object before;
    private Optional<Object> askedValues = Optional.empty();

    /// @param cancel
    ///            the form's button for cancelling
    /// @param notSaved
    ///            says that nothing was saved; hidden until then
    /// @param discardText
    ///            what the button says instead
    /// @param values
    ///            what the form holds, comparable by `equals`; now it holds what it was opened with
    public DiscardQuestion(Button cancel, Label notSaved, String discardText, Supplier<?> values) {
        this.cancel = cancel;
        this.notSaved = notSaved;
        cancelText = cancel.getText();
        this.discardText = discardText;
        this.values = values;
        before = values.get();
        // a double click asks, it does not answer too, nor does a third click with it
        cancel.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1 && askedValues.isPresent()) event.consume();
        });
        show();
    }

    /// Whether the form may be closed; when not, the question is shown.
    public boolean mayClose() {
        var now = values.get();
        boolean mayClose = askedValues.isPresent() || now.equals(before);
        askedValues = mayClose ? Optional.empty() : Optional.of(now);
        if (!mayClose) show();
        return mayClose;
    }

    /// To be called when an input may have changed: what was asked concerned other values. A field that only loses the
    /// focus to the button leaves the question.
    public void withdraw() {
        if (askedValues.isEmpty() || askedValues.get().equals(values.get())) return;
        askedValues = Optional.empty();
        show();
    }

    private void show() {
        boolean isAsked = askedValues.isPresent();
        cancel.setText(isAsked ? discardText : cancelText);
        if (isAsked) cancel.getStyleClass().add("danger");
        else
            cancel.getStyleClass().remove("danger");
        SceneNodeVisibility.show(notSaved, isAsked);
    }
}
