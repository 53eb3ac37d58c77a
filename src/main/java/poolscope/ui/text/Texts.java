package poolscope.ui.text;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import poolscope.settings.WindowAppearance;

/// The message bundle of one language.
public final class Texts {
    private static final String BUNDLE = "poolscope.ui.text.texts";

    private final Locale locale;
    private final ResourceBundle bundle;

    /// English is the root bundle: requesting it by name would fall back to the machine's own language.
    private Texts(boolean chinese) {
        locale = chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(BUNDLE, chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT);
    }

    /// The bundle for a locale: Simplified Chinese for any Chinese, English otherwise.
    public static Texts of(Locale locale) {
        return new Texts(locale.getLanguage().equals(Locale.CHINESE.getLanguage()));
    }

    /// The bundle of that language.
    public static Texts of(WindowAppearance.Language language) {
        return of(switch (language) {
            case SYSTEM -> Locale.getDefault(Locale.Category.DISPLAY);
            case ENGLISH -> Locale.ENGLISH;
            case CHINESE -> Locale.SIMPLIFIED_CHINESE;
        });
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

    /// Sentences after each other, in Chinese without a space; empty ones are left out.
    public String sentences(List<String> sentences) {
        return sentences.stream()
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(format("sentence.join")));
    }
}
