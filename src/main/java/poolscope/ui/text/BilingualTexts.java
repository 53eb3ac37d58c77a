package poolscope.ui.text;

import java.util.Locale;
import java.util.function.Function;

/// Texts in both languages, the reader's own first: for the welcome page, before a language is chosen.
public final class BilingualTexts {
    private final Texts first;
    private final Texts second;

    /// @param own
    ///            the current language of the window
    public BilingualTexts(Texts own) {
        first = own;
        second = Texts.of(own.locale().equals(Locale.SIMPLIFIED_CHINESE) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    /// A text in one language and then in the other.
    public String both(Function<Texts, String> word) {
        return word.apply(first) + "  ·  " + word.apply(second);
    }

    /// A text in both languages, one per line.
    public String lines(Function<Texts, String> word) {
        return word.apply(first) + "\n" + word.apply(second);
    }
}
