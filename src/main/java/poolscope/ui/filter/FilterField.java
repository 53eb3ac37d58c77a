package poolscope.ui.filter;

import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.TextField;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.TextWidth;

/// The text field of the filter. A single-line text field removes line breaks from pasted text and so would join
/// several lines into one word.
public final class FilterField extends TextField {
    private BinaryOperator<String> pasting = (pasted, _) -> pasted;
    private String prompt = "";
    private String shorterPrompt = "";

    public FilterField() {
        widthProperty().subscribe(_ -> showPrompt());
        insetsProperty().subscribe(_ -> showPrompt());
        fontProperty().subscribe(_ -> showPrompt());
    }

    public String getShorterPrompt() {
        return shorterPrompt;
    }

    /// Sets the prompt for a field in which the prompt that it has now is too long; where this one is too, there is
    /// none. A text field cuts a prompt without an ellipsis, in the middle of a character.
    public void setShorterPrompt(String text) {
        prompt = getPromptText();
        shorterPrompt = text;
        showPrompt();
    }

    private void showPrompt() {
        if (shorterPrompt.isEmpty() || getWidth() <= 0) return;
        double space = getWidth() - snappedLeftInset() - snappedRightInset();
        setPromptText(Stream.of(prompt, shorterPrompt)
                .filter(text -> TextWidth.of(text, getFont()) <= space)
                .findFirst()
                .orElse(""));
    }

    /// @param change
    ///            converts the clipboard's text, given the text before it, to the text to paste
    void setPasting(BinaryOperator<String> change) {
        pasting = change;
    }

    @Override
    public void paste() {
        ClipboardText.get()
                .ifPresent(text -> replaceSelection(pasting.apply(text, getText(0, getSelection().getStart()))));
    }
}
