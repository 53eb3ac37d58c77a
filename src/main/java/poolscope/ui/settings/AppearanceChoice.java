package poolscope.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.text.Texts;

/// A setting of the appearance that has a fixed list of values. The menu *View* and the form of settings offer the same
/// ones.
///
/// @param name
///            in the keys of its texts, and the beginning of the ids of its menu items
/// @param values
///            in the order of the menu
public record AppearanceChoice<E extends Enum<E>>(String name, List<E> values, Function<WindowAppearance, E> get,
        BiFunction<WindowAppearance, E, WindowAppearance> with) {
    public static final AppearanceChoice<Language> LANGUAGE = new AppearanceChoice<>("language",
            List.of(Language.values()), WindowAppearance::language, WindowAppearance::withLanguage);
    public static final AppearanceChoice<WindowAppearance.TimeZone> TIME_ZONE = new AppearanceChoice<>("timeZone",
            List.of(WindowAppearance.TimeZone.values()), WindowAppearance::timeZone, WindowAppearance::withTimeZone);
    public static final AppearanceChoice<WindowAppearance.Theme> THEME = new AppearanceChoice<>("theme",
            List.of(WindowAppearance.Theme.values()), WindowAppearance::theme, WindowAppearance::withTheme);
    public static final AppearanceChoice<WindowAppearance.AccentColour> ACCENT_COLOUR = new AppearanceChoice<>(
            "accentColour", List.of(WindowAppearance.AccentColour.values()), WindowAppearance::accentColour,
            WindowAppearance::withAccentColour);
    public static final AppearanceChoice<WindowAppearance.Density> DENSITY = new AppearanceChoice<>("density",
            List.of(WindowAppearance.Density.values()), WindowAppearance::density, WindowAppearance::withDensity);

    /// In the order of the menu.
    public static final List<AppearanceChoice<?>> ALL = List.of(THEME, ACCENT_COLOUR, LANGUAGE, TIME_ZONE, DENSITY);

    /// The value's text in the menu. A language is written in itself.
    public String text(E value, Texts texts) {
        return value instanceof Language language && language != Language.SYSTEM
                ? language.ownName()
                : texts.format(key(value));
    }

    private String key(Enum<?> value) {
        return "menu." + name + "." + value.name().toLowerCase(Locale.ROOT);
    }

    /// The keys of the texts of all values; languages are written in themselves.
    public Stream<String> textKeys() {
        return values.stream()
                .filter(value -> !(value instanceof Language language) || language == Language.SYSTEM)
                .map(this::key);
    }
}
