package poolscope.ui.parts;

import javafx.scene.control.TableColumn;

/// Sets the widths of columns.
public final class ExactColumnWidth {
    /// JavaFX takes a column of this width for one that has none, and fits it to its first rows when it is first shown.
    private static final double JAVAFX_DEFAULT = 80;

    private ExactColumnWidth() {}

    /// Sets the width, and keeps JavaFX from changing it.
    public static void set(TableColumn<?, ?> column, double width) {
        column.setPrefWidth(width == JAVAFX_DEFAULT ? Math.nextUp(width) : width);
    }
}
