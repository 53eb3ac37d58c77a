package poolscope.ui.filter;

import java.util.function.BinaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;

/// The text field of the filter. A field of one line takes the breaks out of what is pasted, and would make one word of
/// many lines.
public final class FilterField extends TextField {
    private BinaryOperator<String> pasting = (pasted, _) -> pasted;

    /// @param change
    ///            what is pasted for the text on the clipboard, and what stands before it
    void setPasting(BinaryOperator<String> change) {
        pasting = change;
    }

    @Override
    public void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString())
            replaceSelection(pasting.apply(clipboard.getString(), getText(0, getSelection().getStart())));
    }
}
