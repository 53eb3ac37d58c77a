package poolscope.export;

import java.util.function.UnaryOperator;

/// Does to a text what it did the last time, when it is the same text again: in many columns one row says what the row
/// before said.
final class RepeatedCellTextCache implements UnaryOperator<String> {
    private final UnaryOperator<String> change;
    private String last = "";
    private String changed;

    /// @param change
    ///            of a text to a text, always the same
    RepeatedCellTextCache(UnaryOperator<String> change) {
        this.change = change;
        changed = change.apply(last);
    }

    @Override
    public String apply(String text) {
        if (!text.equals(last)) {
            changed = change.apply(text);
            last = text;
        }
        return changed;
    }
}
