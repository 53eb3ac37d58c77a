package poolscope.ui.parts;

import java.util.List;
import java.util.function.Function;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

/// Whether the fonts of this computer can draw Chinese. JavaFX does not say whether a font has a glyph. It draws the
/// same box, or nothing, for each one that is missing: then two different characters have the same outline.
public final class ChineseGlyphCheck {
    private static final String ONE = "中";
    private static final String OTHER = "资";
    /// Larger than any character in the default font.
    private static final double ROOM = 200;

    private final Function<String, List<String>> outline;

    /// @param outline
    ///            the outline of a text, equal for texts that look the same
    public ChineseGlyphCheck(Function<String, List<String>> outline) {
        this.outline = outline;
    }

    /// With the default font of the window, and the fonts that JavaFX takes for what it has not. For the FX thread.
    public static ChineseGlyphCheck ofDefaultFont() {
        return new ChineseGlyphCheck(ChineseGlyphCheck::outlineOnScreen);
    }

    public boolean canDrawChinese() {
        return areDrawnDifferently(ONE, OTHER);
    }

    /// Whether both texts are drawn, and differ.
    public boolean areDrawnDifferently(String one, String other) {
        var outlineOfOne = outline.apply(one);
        return !outlineOfOne.isEmpty() && !outlineOfOne.equals(outline.apply(other));
    }

    private static List<String> outlineOnScreen(String text) {
        var drawn = Shape.intersect(new Text(text), new Rectangle(-ROOM, -ROOM, 2 * ROOM, 2 * ROOM));
        return drawn instanceof Path path ? path.getElements().stream().map(PathElement::toString).toList() : List.of();
    }
}
