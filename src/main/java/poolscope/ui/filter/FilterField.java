package poolscope.ui.filter;

import java.util.function.BinaryOperator;
import javafx.scene.control.TextField;
import poolscope.ui.parts.ClipboardText;

/// The text field of the filter. A single-line text field removes line breaks from pasted text and so would join
/// several lines into one word.
public final class FilterField extends TextField {
    private BinaryOperator<String> pasting = (pasted, _) -> pasted;

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
