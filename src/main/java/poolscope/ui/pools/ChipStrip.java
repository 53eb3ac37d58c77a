package poolscope.ui.pools;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// One line of chips that never grows higher: what does not fit is scrolled out to the left, and how many that are is said there.
public final class ChipStrip extends Region {
    /// Room for the number of chips that are out of sight.
    private static final double MORE_WIDTH = 30;

    private final HBox row = new HBox();
    private final Label more = new Label();
    private final Rectangle clip = new Rectangle();
    private double scrolled;
    private Optional<Node> inView = Optional.empty();

    public ChipStrip() {
        getStyleClass().add("chip-strip");
        row.getStyleClass().add("chips");
        row.setFillHeight(true);
        more.getStyleClass().add("more");
        setClip(clip);
        getChildren().addAll(row, more);
        maxWidthProperty().subscribe(this::fit);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            scrolled -= event.getDeltaX() + event.getDeltaY();
            inView = Optional.empty();
            requestLayout();
        });
        more.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            scrolled = 0;
            inView = Optional.empty();
            requestLayout();
        });
    }

    /// Puts these chips in, the last one in view.
    void show(List<? extends Node> chips) {
        row.getChildren().setAll(chips);
        fit();
        inView = chips.isEmpty() ? Optional.empty() : Optional.of(chips.getLast());
        setManaged(!chips.isEmpty());
        setVisible(!chips.isEmpty());
        requestLayout();
    }

    /// A chip that is longer than all the room is cut at its end.
    private void fit() {
        for (var chip : row.getChildren())
            if (chip instanceof Region region && getMaxWidth() > 2 * MORE_WIDTH) region.setMaxWidth(getMaxWidth() - MORE_WIDTH);
    }

    /// Scrolls so that this chip is in view.
    void reveal(Node chip) {
        inView = Optional.of(chip);
        requestLayout();
    }

    /// All the room that the chips need and may take: the text beside them shrinks first.
    @Override
    protected double computeMinWidth(double height) {
        return Math.min(computePrefWidth(height), Math.max(0, getMaxWidth()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return row.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return row.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double height = row.prefHeight(-1);
        double top = Math.max(0, (getHeight() - height) / 2);
        row.resize(row.prefWidth(-1), height);
        row.layout();
        boolean isLong = row.getWidth() > getWidth() + 0.5;
        double left = isLong ? MORE_WIDTH : 0;
        double room = Math.max(0, getWidth() - left);
        inView.ifPresent(chip -> {
            if (chip.getLayoutX() < scrolled) scrolled = chip.getLayoutX();
            double right = chip.getLayoutX() + chip.getLayoutBounds().getWidth();
            if (right > scrolled + room) scrolled = right - room;
        });
        scrolled = Math.clamp(scrolled, 0, Math.max(0, row.getWidth() - room));
        int hidden = hide(scrolled - 1);
        row.relocate(left - scrolled, top);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        more.setVisible(isLong && hidden > 0);
        more.setText("+" + hidden);
        more.resizeRelocate(0, top, Math.min(MORE_WIDTH, more.prefWidth(-1)), height);
    }

    /// Chips that begin left of there are not drawn; focus can still go to them, and brings them into view. How many they are.
    private int hide(double before) {
        int hidden = 0;
        for (var chip : row.getChildren()) {
            boolean isHidden = chip.getLayoutX() < before;
            chip.setOpacity(isHidden ? 0 : 1);
            chip.setMouseTransparent(isHidden);
            if (isHidden) hidden++;
        }
        return hidden;
    }
}
