package poolscope.ui.filter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import poolscope.ui.parts.LazyTooltip;

/// One line of chips. Chips that don't fit are not drawn; their number is shown before the first.
public final class ChipLinePane extends Region {
    private static final double GAP = 4;
    /// Pixels by which the last chip may exceed the width: layouts round their children's widths.
    private static final double SLACK = 2;
    /// The width in em down to which chips are cut before some are hidden.
    private static final double READABLE = 24;

    /// The font size of the number of hidden chips, in em, as in the style sheet.
    private static final double MORE_FONT = 0.846;

    private final Label more = new Label();
    private List<Region> chips = List.of();
    private int inView;

    public ChipLinePane() {
        getStyleClass().add("chip-strip");
        more.getStyleClass().add("more");
        getChildren().add(more);
        maxWidthProperty().subscribe((_, _) -> requestLayout());
        more.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> look(0));
    }

    /// Replaces the chips and shows the last one.
    void show(List<? extends Region> now) {
        chips = List.copyOf(now);
        getChildren().setAll(Stream.concat(chips.stream(), Stream.of(more)).toList());
        setManaged(!chips.isEmpty());
        setVisible(!chips.isEmpty());
        look(chips.size() - 1);
    }

    /// Brings this chip into view.
    void reveal(Node chip) {
        look(chips.indexOf(chip));
    }

    private void look(int chip) {
        inView = Math.max(0, chip);
        requestLayout();
    }

    /// The widest that a chip is in that room: chips that are too long share what the shorter ones leave, but none is
    /// narrower than it has to be to be read.
    private double widest(double room) {
        double left = room;
        int others = chips.size();
        for (var chip : chips.stream().sorted(Comparator.comparingDouble(chip -> chip.prefWidth(-1))).toList()) {
            double share = left / others - GAP;
            if (chip.prefWidth(-1) > share) return Math.max(share, READABLE * em());
            left -= chip.prefWidth(-1) + GAP;
            others--;
        }
        return Double.MAX_VALUE;
    }

    private static double width(Region chip, double widest) {
        return Math.min(chip.prefWidth(-1), widest);
    }

    private double em() {
        return more.getFont().getSize() / MORE_FONT;
    }

    /// Width of all chips.
    double fullWidth() {
        return total(Double.MAX_VALUE);
    }

    private double total(double widest) {
        return chips.stream().mapToDouble(chip -> width(chip, widest) + GAP).sum();
    }

    /// The text field beside the chips shrinks first.
    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    /// The width of the chips, or of those that fit.
    @Override
    protected double computePrefWidth(double height) {
        double room = Math.max(0, getMaxWidth());
        double widest = widest(room + GAP);
        if (total(widest) <= room) return total(widest);
        double left = more.prefWidth(-1) + GAP;
        double used = left;
        int first = firstThatFits(room - left, widest);
        for (int i = first; i < chips.size(); i++) {
            double width = width(chips.get(i), widest);
            if (i > first && used + width > room) break;
            used += width + GAP;
        }
        return Math.min(used, room);
    }

    @Override
    protected double computePrefHeight(double width) {
        return chips.stream().mapToDouble(chip -> chip.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        double widest = widest(getWidth() + GAP);
        boolean isLong = total(widest) - GAP > getWidth() + SLACK;
        more.setText("+" + chips.size());
        double left = isLong ? more.prefWidth(-1) + GAP : 0;
        int first = isLong ? firstThatFits(getWidth() - left, widest) : 0;
        int hidden = first;
        for (int i = 0; i < chips.size(); i++) {
            var chip = chips.get(i);
            // the first one is cut when it is too long; another one that is has no room
            double width = Math.min(width(chip, widest), isLong && i == first ? getWidth() - left : Double.MAX_VALUE);
            boolean isShown = i >= first && (i == first || !isLong || left + width <= getWidth() + SLACK);
            draw(chip, isShown);
            if (isShown) {
                place(chip, left, width);
                left += width + GAP;
            } else if (i > first) hidden++;
        }
        more.setVisible(hidden > 0);
        more.setText("+" + hidden);
        LazyTooltip.setText(more,
                chips.stream()
                        .filter(chip -> chip.getOpacity() == 0)
                        .map(Node::getAccessibleText)
                        .collect(Collectors.joining("\n")));
        place(more, 0, more.prefWidth(-1));
    }

    /// The first chip that fits together with all following ones up to the one in view.
    private int firstThatFits(double room, double widest) {
        int first = inView;
        double used = width(chips.get(inView), widest);
        while (first > 0 && used + GAP + width(chips.get(first - 1), widest) <= room)
            used += GAP + width(chips.get(--first), widest);
        return first;
    }

    private void place(Region part, double x, double width) {
        double height = part.prefHeight(-1);
        part.resizeRelocate(x, Math.max(0, (getHeight() - height) / 2), Math.max(0, width), height);
    }

    /// A chip that is not drawn can still get the focus, and is then drawn.
    private static void draw(Node chip, boolean isShown) {
        chip.setOpacity(isShown ? 1 : 0);
        chip.setMouseTransparent(!isShown);
    }
}
