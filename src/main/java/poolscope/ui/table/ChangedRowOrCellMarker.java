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
    /// The paddings of a cell at its right and, in the first column, at its left, in em of its font.
    private static final double PADDING = 0.615;
    private static final double FIRST_PADDING = 1.077;

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

    /// Puts it into the right padding of a cell, a little nearer to the edge than to the text.
    ///
    /// @param width
    ///            of the cell
    /// @param fontSize
    ///            of the cell
    void layOutAtRight(double width, double height, double fontSize) {
        layOut(width - PADDING * fontSize, PADDING * fontSize, height);
    }

    /// Puts it into the left padding of the first cell of a row.
    ///
    /// @param x
    ///            left edge of the cell
    void layOutAtLeft(double x, double height, double fontSize) {
        layOut(x, FIRST_PADDING * fontSize, height);
    }

    private void layOut(double x, double width, double height) {
        var bounds = getLayoutBounds();
        relocate(x + (width - bounds.getWidth()) / 4, (height - bounds.getHeight()) / 2);
    }
}
