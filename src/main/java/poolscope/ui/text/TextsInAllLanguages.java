package poolscope.ui.text;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.settings.WindowAppearance.Language;

/// Texts in every language of the program, the reader's own first: for the welcome page, before a language is chosen,
/// and for names that colleagues use in several languages.
public final class TextsInAllLanguages {
    private final List<Texts> all;

    /// @param own
    ///            the current language of the window
    public TextsInAllLanguages(Texts own) {
        all = Stream.concat(Stream.of(own),
                Language.all().stream().filter(language -> !language.locale().equals(own.locale())).map(Texts::of))
                .toList();
    }

    /// A text in every language, on one line.
    public String oneLine(Function<Texts, String> text) {
        return joined(text, "  ·  ");
    }

    /// A text in every language, one per line.
    public String lines(Function<Texts, String> text) {
        return joined(text, "\n");
    }

    /// A text in every language.
    public List<String> list(Function<Texts, String> text) {
        return all.stream().map(text).toList();
    }

    private String joined(Function<Texts, String> text, String separator) {
        return String.join(separator, list(text));
    }
}
