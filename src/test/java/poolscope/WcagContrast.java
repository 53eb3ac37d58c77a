package poolscope;

import javafx.scene.paint.Color;

/// The contrast of two colours by the formula of WCAG 2.2.
final class WcagContrast {
    private WcagContrast() {}

    /// From 1 to 21.
    static double of(Color one, Color other) {
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
