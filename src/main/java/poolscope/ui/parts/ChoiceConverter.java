package poolscope.ui.parts;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Converts the items of a choice box or combo box to text. The text can't be edited, so there is no conversion back.
public final class ChoiceConverter<T> extends StringConverter<T> {
    private final Function<T, String> text;

    public ChoiceConverter(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : text.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("the text of a choice can't be edited");
    }
}
