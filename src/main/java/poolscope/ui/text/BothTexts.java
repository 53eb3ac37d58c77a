package poolscope.ui.text;

import java.util.Locale;
import java.util.function.Function;

/// The words in both languages at once, the reader's own first: for the first page, where nobody has chosen a
/// language yet.
public final class BothTexts {
    private final Texts first;
    private final Texts second;

    /// @param own
    ///            the language that the window speaks now
    public BothTexts(Texts own) {
        first = own;
        second = Texts.of(own.locale().equals(Locale.SIMPLIFIED_CHINESE) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    /// A word in one language and then in the other.
    public String both(Function<Texts, String> word) {
        return word.apply(first) + "  ·  " + word.apply(second);
    }

    /// The same, a line each.
    public String lines(Function<Texts, String> word) {
        return word.apply(first) + "\n" + word.apply(second);
    }
}
