package poolscope.ui.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import poolscope.settings.WindowAppearance.Language;

/// The message bundle of one language.
public final class Texts {
    private static final String BUNDLE = "poolscope.ui.text.texts";

    private final Locale locale;
    private final ResourceBundle bundle;

    /// English is the root bundle: requesting it by name would fall back to the machine's own language.
    private Texts(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(BUNDLE, locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale);
    }

    /// The bundle for a locale: its language's, also of another country; English for a language without one.
    public static Texts of(Locale locale) {
        return of(Language.of(locale));
    }

    /// The bundle of that language.
    public static Texts of(Language language) {
        return new Texts(language.locale());
    }

    /// For FXML's `%key`.
    public ResourceBundle bundle() {
        return bundle;
    }

    public Locale locale() {
        return locale;
    }

    /// The message of that key with its arguments, in the format of [MessageFormat].
    ///
    /// @throws java.util.MissingResourceException
    ///             when the key is missing, which a test rules out
    public String format(String key, Object... arguments) {
        var pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    /// The words of a list that is separated by commas; empty when there is no such key.
    public List<String> list(String key) {
        return bundle.containsKey(key) ? List.of(bundle.getString(key).split("\\s*[,，、]\\s*")) : List.of();
    }

    /// Sentences after each other, in Chinese without a space; empty ones are left out.
    public String sentences(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(format("sentence.join")));
    }
}
