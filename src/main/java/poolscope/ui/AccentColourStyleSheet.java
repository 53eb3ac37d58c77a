package poolscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javafx.scene.paint.Color;

/// The style sheet that replaces the blue of the theme by another accent colour. Each of the theme's blues is replaced
/// by the accent colour at the luminance of that blue. Contrast depends on luminance alone, so text is as easy to read
/// as with the theme's own colours, whatever the system reports.
final class AccentColourStyleSheet {
    /// The blues of the light theme.
    private static final Colours LIGHT = Colours.web("#0969da", "#0969da", "#0550ae", "#ddf4ff");
    /// The blues of the dark theme; the last is opaque here: over the ground of the window.
    private static final Colours DARK = Colours.web("#58a6ff", "#1f6feb", "#1158c7", "#13233a");
    private static final double BORDER_OPACITY = 0.4;
    /// Of halvings, after which a colour is exact to a 256th of a step of 8 bits.
    private static final int STEPS = 16;

    private AccentColourStyleSheet() {}

    /// The colours that depend on the accent colour.
    ///
    /// @param text
    ///            of links
    /// @param fill
    ///            of the main button, under white text, and of the ring of the focus
    /// @param focusedFill
    ///            of the main button while it has the focus
    /// @param tint
    ///            the ground of what is selected
    record Colours(Color text, Color fill, Color focusedFill, Color tint) {
        private static Colours web(String text, String fill, String focusedFill, String tint) {
            return new Colours(Color.web(text), Color.web(fill), Color.web(focusedFill), Color.web(tint));
        }

        /// The theme's blues replaced by that colour.
        static Colours of(Color accent, boolean dark) {
            var blues = dark ? DARK : LIGHT;
            return new Colours(withLuminance(accent, luminance(blues.text)),
                    withLuminance(accent, luminance(blues.fill)), withLuminance(accent, luminance(blues.focusedFill)),
                    withLuminance(accent, luminance(blues.tint)));
        }
    }

    /// A `data:` URL with the style sheet. A status keeps its colour, which has a meaning.
    static String sheet(Color accent, boolean dark) {
        var colours = Colours.of(accent, dark);
        var css = String.format(Locale.ROOT, """
                .root {
                    -color-accent-fg: %s;
                    -color-accent-emphasis: %s;
                    -color-accent-6: %s;
                    -color-accent-subtle: %s;
                    -color-accent-muted: %s;
                    -deploying: %s;
                }
                """, css(colours.text), css(colours.fill), css(colours.focusedFill), css(colours.tint),
                css(colours.text.deriveColor(0, 1, 1, BORDER_OPACITY)), css((dark ? DARK : LIGHT).text));
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    /// The colour mixed with as much white or black as gives it that luminance.
    private static Color withLuminance(Color colour, double luminance) {
        var opaque = Color.color(colour.getRed(), colour.getGreen(), colour.getBlue());
        var end = luminance(opaque) < luminance ? Color.WHITE : Color.BLACK;
        double least = 0;
        double most = 1;
        for (int i = 0; i < STEPS; i++) {
            double middle = (least + most) / 2;
            boolean isBetween = luminance(opaque.interpolate(end, middle)) < luminance == (end == Color.WHITE);
            if (isBetween) least = middle;
            else
                most = middle;
        }
        return opaque.interpolate(end, most);
    }

    /// The relative luminance of WCAG 2.2, 0 to 1.
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String css(Color colour) {
        return String.format(Locale.ROOT, "rgba(%d, %d, %d, %.2f)", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255), colour.getOpacity());
    }
}
