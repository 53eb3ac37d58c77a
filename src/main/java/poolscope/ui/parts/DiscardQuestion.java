package poolscope.ui.parts;

import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import poolscope.ui.text.Texts;

/// Keeps what was typed into a form from being lost by one key: the button that cancels first becomes one that
/// discards, and says so beside it. Esc presses it too.
public final class DiscardQuestion {
    private final Button cancel;
    private final Label notSaved;
    private final Texts texts;
    private final Supplier<?> values;
    private final Object before;
    private boolean isAsked;

    /// @param cancel
    ///            the form's button for cancelling
    /// @param notSaved
    ///            says that nothing was saved; hidden until then
    /// @param values
    ///            what the form holds, comparable by `equals`; now it holds what it was opened with
    public DiscardQuestion(Button cancel, Label notSaved, Texts texts, Supplier<?> values) {
        this.cancel = cancel;
        this.notSaved = notSaved;
        this.texts = texts;
        this.values = values;
        before = values.get();
        show(false);
    }

    /// Whether the form may be closed; when not, the question is shown.
    public boolean mayClose() {
        if (isAsked || values.get().equals(before)) return true;
        show(true);
        return false;
    }

    /// To be called when an input changes: what was asked concerned other values.
    public void withdraw() {
        if (isAsked) show(false);
    }

    private void show(boolean now) {
        isAsked = now;
        cancel.setText(texts.format(now ? "form.discard" : "form.cancel"));
        if (now) cancel.getStyleClass().add("danger");
        else cancel.getStyleClass().remove("danger");
        SceneNodeVisibility.show(notSaved, now);
    }
}
