package poolscope.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.text.Text;
import poolscope.pool.change.ChangeBetterOrWorse;

/// The sign of a changed row or cell, coloured by what the change means. It lies over the padding, so that nothing
/// moves when it comes and goes.
final class ChangedRowOrCellMarker extends Text {
    /// The style of what is worse than it was.
    static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");
    private static final PseudoClass BETTER = PseudoClass.getPseudoClass("better");
    /// The padding of a cell, in em of its font.
    private static final double PADDING = 0.615;

    ChangedRowOrCellMarker() {
        getStyleClass().add("change-sign");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(String sign, ChangeBetterOrWorse meaning) {
        setText(sign);
        pseudoClassStateChanged(WORSE, meaning == ChangeBetterOrWorse.WORSE);
        pseudoClassStateChanged(BETTER, meaning == ChangeBetterOrWorse.BETTER);
    }

    /// Puts it into the padding of a cell, a little nearer to the edge than to the text.
    ///
    /// @param fontSize
    ///            of the cell
    void layOut(double x, double height, double fontSize) {
        var bounds = getLayoutBounds();
        relocate(x + (PADDING * fontSize - bounds.getWidth()) / 4, (height - bounds.getHeight()) / 2);
    }

    static double padding(double fontSize) {
        return PADDING * fontSize;
    }
}
