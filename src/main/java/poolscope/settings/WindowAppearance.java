package poolscope.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the window looks, wherever it stands.
///
/// @param zoomPercent
///            size of everything, 100 is the system's; kept within [#SMALLEST_ZOOM] and [#LARGEST_ZOOM]
/// @param estimatedEnds
///            whether the ends of prepaid periods are estimated and shown
public record WindowAppearance(Language language, Theme theme, AccentColour accentColour, Density density,
        int zoomPercent, TimeZone timeZone, boolean estimatedEnds) {

    /// Below this, Chinese glyphs can no longer be told apart.
    public static final int SMALLEST_ZOOM = 75;
    /// Above this, the window no longer fits a small screen.
    public static final int LARGEST_ZOOM = 200;

    /// The zooms that one steps through, smallest first, in percent.
    public static final List<Integer> ZOOMS = List.of(SMALLEST_ZOOM, 90, 100, 110, 125, 150, 175, LARGEST_ZOOM);

    /// The language of the words on the screen. Menus, options of the command line, the first page, the training of the
    /// AOT cache and the tests follow this list.
    public enum Language {
        /// The language of the operating system if the program has it, English otherwise.
        SYSTEM("", Locale.ROOT), ENGLISH("English", Locale.ENGLISH), CHINESE("简体中文", Locale.SIMPLIFIED_CHINESE);

        private final String ownName;
        private final Locale locale;

        Language(String ownName, Locale locale) {
            this.ownName = ownName;
            this.locale = locale;
        }

        /// Every language that the program has texts in.
        public static List<Language> all() {
            return Arrays.stream(values()).filter(language -> language != SYSTEM).toList();
        }

        /// The language for a locale: the one of the same locale, else the first of the same language, else English.
        public static Language of(Locale wanted) {
            return all().stream()
                    .filter(language -> language.locale.equals(wanted))
                    .findFirst()
                    .or(() -> all().stream()
                            .filter(language -> language.locale.getLanguage().equals(wanted.getLanguage()))
                            .findFirst())
                    .orElse(ENGLISH);
        }

        /// Its name in the language itself; empty for [#SYSTEM].
        public String ownName() {
            return ownName;
        }

        /// The locale of its texts; for [#SYSTEM] that of the language in use now.
        public Locale locale() {
            return this == SYSTEM ? of(Locale.getDefault(Locale.Category.DISPLAY)).locale : locale;
        }

        /// The word for it on the command line and in the settings file.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Dark ink on light ground or the reverse.
    public enum Theme {
        /// What the operating system shows, also when it changes at dusk.
        SYSTEM, LIGHT, DARK
    }

    /// The colour of links, of the selection, of the focus and of the main button.
    public enum AccentColour {
        /// The blue of the theme.
        PROGRAM,
        /// The one that the operating system reports.
        SYSTEM
    }

    /// How close the rows of the table stand.
    public enum Density {
        /// 24 px a row at 100 %.
        COMPACT,
        /// 30 px a row at 100 %.
        NORMAL
    }

    /// The time zone that times are shown in, and whose days the dates in a filter are.
    public enum TimeZone {
        /// The one of this computer.
        SYSTEM, UTC;

        public ZoneId zone() {
            return this == UTC ? ZoneOffset.UTC : ZoneId.systemDefault();
        }
    }

    public WindowAppearance {
        zoomPercent = Math.clamp(zoomPercent, SMALLEST_ZOOM, LARGEST_ZOOM);
    }

    public static WindowAppearance defaults() {
        return new WindowAppearance(Language.SYSTEM, Theme.SYSTEM, AccentColour.PROGRAM, Density.NORMAL, 100,
                TimeZone.SYSTEM, false);
    }

    public WindowAppearance withLanguage(Language language) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    public WindowAppearance withTheme(Theme theme) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    public WindowAppearance withAccentColour(AccentColour accentColour) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    public WindowAppearance withDensity(Density density) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    /// The zoom as a factor: 1 at 100 %.
    public double scale() {
        return zoomPercent / 100.0;
    }

    /// One step larger (1) or smaller (-1), as far as it goes.
    public WindowAppearance withZoomBy(int step) {
        var next = step > 0
                ? ZOOMS.stream().filter(zoom -> zoom > zoomPercent).findFirst()
                : ZOOMS.reversed().stream().filter(zoom -> zoom < zoomPercent).findFirst();
        return next.map(this::withZoomPercent).orElse(this);
    }

    /// This look, with what still is as it was `forced` for this time put back to what is `kept`.
    public WindowAppearance withoutOverrides(WindowAppearance forced, WindowAppearance kept) {
        return new WindowAppearance(language == forced.language ? kept.language : language,
                theme == forced.theme ? kept.theme : theme, accentColour, density, zoomPercent, timeZone,
                estimatedEnds);
    }

    public WindowAppearance withTimeZone(TimeZone timeZone) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    public WindowAppearance withEstimatedEnds(boolean estimatedEnds) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }

    public WindowAppearance withZoomPercent(int zoomPercent) {
        return new WindowAppearance(language, theme, accentColour, density, zoomPercent, timeZone, estimatedEnds);
    }
}
