package poolscope.ui.details;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import poolscope.pool.PoolField;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.parts.LargestSize;

/// A name at the left and its value at the right. A value that has no room beside its name is below it, so that no
/// number or date is broken into two lines while the width is enough for it. An id is always beside its name, and is
/// shortened in the middle.
class NameAndValueLine extends Region {
    /// In em, between name and value.
    private static final double GAP = 0.5;
    /// In em, over a name and under its value that is below it, so that a pair is not read with its neighbours.
    private static final double AROUND_PAIR = 0.307;

    private final Label name = new Label();
    private final Label value = new Label();
    private final Node after;
    private final LargestSize largest = new LargestSize();
    private final boolean isId;
    private boolean isSizeKept;

    /// @param after
    ///            at the right of the value; an empty region for nothing
    NameAndValueLine(boolean isId, Node after) {
        this.isId = isId;
        this.after = after;
        getStyleClass().add("line");
        name.getStyleClass().add("name");
        value.getStyleClass().add("value");
        value.setWrapText(!isId);
        if (isId) value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().addAll(name, value, after);
    }

    /// Says which field the line is about.
    final void setField(PoolField field) {
        FieldMeaningMenu.setField(this, field);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(name.textProperty().concat(": ").concat(value.textProperty()));
    }

    final Label name() {
        return name;
    }

    final Label value() {
        return value;
    }

    /// From now on a shorter value does not make the line lower, so that the lines below stay where they are while a
    /// filter is typed. Another width begins anew.
    final void keepSize() {
        isSizeKept = true;
        widthProperty().subscribe((_, _) -> largest.release());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return GAP * name.getFont().getSize();
    }

    private double aroundPair() {
        return snapSpaceY(AROUND_PAIR * name.getFont().getSize());
    }

    private double edges() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double beside() {
        double now = snapSizeX(name.prefWidth(-1)) + gap() + snapSizeX(value.prefWidth(-1)) + after.prefWidth(-1);
        return isSizeKept ? largest.width(now, value.getFont()) : now;
    }

    private boolean isBelow(double width) {
        return !isId && width >= 0 && beside() > width - edges();
    }

    @Override
    protected double computeMinWidth(double height) {
        return edges() + name.prefWidth(-1) + after.prefWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return edges() + beside();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double lines = isBelow(width)
                ? name.prefHeight(-1) + value.prefHeight(width - edges() - after.prefWidth(-1)) + 2 * aroundPair()
                : Math.max(name.prefHeight(-1), Math.max(value.prefHeight(-1), after.prefHeight(-1)));
        double now = snappedTopInset() + snapSizeY(lines) + snappedBottomInset();
        return isSizeKept ? largest.height(now, width, value.getFont()) : now;
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - edges();
        double height = getHeight() - top - snappedBottomInset();
        double afterWidth = after.prefWidth(-1);
        double nameWidth = Math.min(width, snapSizeX(name.prefWidth(-1)));
        layoutInArea(after, left, top, width, height, 0, HPos.RIGHT, VPos.CENTER);
        if (isBelow(getWidth())) {
            double nameTop = top + aroundPair();
            double nameHeight = name.prefHeight(-1);
            layoutInArea(name, left, nameTop, nameWidth, nameHeight, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(value, left, nameTop + nameHeight, width - afterWidth, height - nameHeight - 2 * aroundPair(),
                    0, HPos.RIGHT, VPos.TOP);
        } else {
            double valueLeft = left + nameWidth + gap();
            layoutInArea(name, left, top, nameWidth, height, 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(value, valueLeft, top, Math.max(0, left + width - afterWidth - valueLeft), height, 0,
                    HPos.RIGHT, VPos.CENTER);
        }
    }
}
