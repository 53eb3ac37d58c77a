package poolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever accent colour the system reports, against WCAG 2.2: text 4.5 : 1, the ring of the focus 3 : 1.
class AccentColourStyleSheetTest {
    private static final Color WHITE = Color.WHITE;

    /// The grounds of the theme on which accent colours stand, and its ink.
    private record Theme(List<Color> grounds, Color ink) {
        static Theme of(boolean dark) {
            return dark
                    ? new Theme(List.of(Color.web("#0d1117"), Color.web("#161b22")), Color.web("#c9d1d9"))
                    : new Theme(List.of(Color.web("#ffffff"), Color.web("#f6f8fa")), Color.web("#24292f"));
        }
    }

    /// Every hue, pale to strong and dark to bright, greys included.
    private static List<Color> accents() {
        var all = new ArrayList<>(List.of(Color.BLACK, Color.WHITE));
        for (int hue = 0; hue < 360; hue += 5)
            for (double saturation : new double[]{0, 0.05, 0.3, 0.7, 1})
                for (double brightness : new double[]{0.02, 0.3, 0.6, 0.85, 1})
                    all.add(Color.hsb(hue, saturation, brightness));
        return all;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void text_and_focus_can_be_told_from_what_they_stand_on(boolean dark) {
        var theme = Theme.of(dark);
        for (var accent : accents()) {
            var colours = AccentColourStyleSheet.Colours.of(accent, dark);
            var tint = rounded(colours.tint());
            var text = rounded(colours.text());
            var main = rounded(colours.fill());
            assertThat(contrast(WHITE, main)).as("main button, %s", accent).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(WHITE, rounded(colours.focusedFill()))).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(theme.ink(), tint)).as("selection, %s", accent).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(text, tint)).as("link on selection, %s", accent).isGreaterThanOrEqualTo(4.5);
            for (var ground : theme.grounds()) {
                assertThat(contrast(text, ground)).as("link, %s", accent).isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(main, ground)).as("focus, %s", accent).isGreaterThanOrEqualTo(3);
            }
        }
    }

    @Test
    void the_hue_stays_that_of_the_system() {
        for (var hue : List.of(0, 30, 90, 150, 210, 280, 330)) {
            var colours = AccentColourStyleSheet.Colours.of(Color.hsb(hue, 0.8, 0.9), false);
            for (var colour : List.of(colours.text(), colours.fill(), colours.focusedFill(), colours.tint()))
                assertThat(Math.abs(((colour.getHue() - hue) + 540) % 360 - 180)).as("%s of %d", colour, hue)
                        .isLessThan(3);
        }
    }

    @Test
    void a_status_keeps_its_colour() {
        var sheet = AccentColourStyleSheet.sheet(Color.RED, false);
        var css = new String(Base64.getDecoder().decode(sheet.substring(sheet.indexOf(',') + 1)),
                StandardCharsets.UTF_8);
        assertThat(css).contains("-deploying: rgba(9, 105, 218, 1.00);");
    }

    /// As the style sheet writes it: in steps of 8 bits.
    private static Color rounded(Color colour) {
        return Color.rgb((int) Math.round(colour.getRed() * 255), (int) Math.round(colour.getGreen() * 255),
                (int) Math.round(colour.getBlue() * 255));
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        return (lighter + 0.05) / (Math.min(luminance(one), luminance(other)) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
