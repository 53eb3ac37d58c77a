package poolscope.ui.parts;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures texts. For the FX thread.
public final class TextWidth {
    private static final Text MEASURE = new Text();
    /// Pixels that a label may need more, because its parts are aligned to whole pixels.
    private static final double SNAPPING = 2;

    private TextWidth() {}

    /// The width that a label needs for a text, in pixels, without padding.
    public static double of(String text, Font font) {
        MEASURE.setFont(font);
        MEASURE.setText(text);
        return Math.ceil(MEASURE.getLayoutBounds().getWidth()) + SNAPPING;
    }
}
