package poolscope.ui.connections;

import java.util.function.Function;
import javafx.util.StringConverter;

/// Converts the items of a choice to text; there is no conversion back.
public final class ChoiceConverter<T> extends StringConverter<T> {
    private final Function<T, String> word;

    public ChoiceConverter(Function<T, String> word) {
        this.word = word;
    }

    @Override
    public String toString(T choice) {
        return choice == null ? "" : word.apply(choice);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("a choice is chosen, not typed");
    }
}
