package poolscope.ui.filter;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import poolscope.ui.parts.LazyTooltip;

/// One line of chips. Chips that don't fit are not drawn; how many they are is shown on each side where there are some.
public final class ChipLinePane extends Region {
    private static final double GAP = 4;
    /// Pixels by which the last chip may exceed the width: layouts round their children's widths.
    private static final double SLACK = 2;
    /// The width in em down to which chips are cut before some are hidden.
    private static final double READABLE = 14;
    /// The width in em down to which chips are cut rather than take the room of what is beside the line.
    private static final double COMFORTABLE = 24;

    /// The font size of the number of hidden chips, in em, as in the style sheet.
    private static final double MORE_FONT = 0.846;

    private final Label moreBefore = new Label();
    private final Label moreBehind = new Label();
    private final ReadOnlyDoubleWrapper comfortableWidth = new ReadOnlyDoubleWrapper(this, "comfortableWidth", 0);
    private List<Region> chips = List.of();
    /// The first chip that is drawn, as long as the one in view is too.
    private int first;
    private int inView;

    /// The chips that are drawn, and the widest that one of them is.
    private record Drawn(int first, int last, double widest) {}

    public ChipLinePane() {
        getStyleClass().add("chip-strip");
        for (var more : List.of(moreBefore, moreBehind))
            more.getStyleClass().add("more");
        getChildren().addAll(moreBefore, moreBehind);
        maxWidthProperty().subscribe((_, _) -> requestLayout());
        moreBefore.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> pageBack());
        moreBehind.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> {
            first = drawn(getWidth()).last() + 1;
            look(first);
        });
    }

    /// Replaces the chips. Shows the last one when they are more than before; otherwise they stay where they are, so
    /// that the next click meets the same chip.
    void show(List<? extends Region> now) {
        boolean areMore = now.size() > chips.size();
        chips = List.copyOf(now);
        getChildren().setAll(Stream.concat(chips.stream(), Stream.of(moreBefore, moreBehind)).toList());
        setManaged(!chips.isEmpty());
        setVisible(!chips.isEmpty());
        applyCss();
        comfortableWidth.set(total(COMFORTABLE * em()));
        first = Math.min(first, Math.max(0, chips.size() - 1));
        look(areMore ? chips.size() - 1 : Math.min(inView, chips.size() - 1));
    }

    /// Brings this chip into view.
    void reveal(Node chip) {
        look(chips.indexOf(chip));
    }

    private void look(int chip) {
        inView = Math.max(0, chip);
        requestLayout();
    }

    /// Shows as many chips as fit up to the last hidden one on the left.
    private void pageBack() {
        int last = Math.max(0, drawn(getWidth()).first() - 1);
        first = last;
        while (first > 0 && lastFrom(first - 1, getWidth(), READABLE * em()) >= last)
            first--;
        look(last);
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
        return moreBefore.getFont().getSize() / MORE_FONT;
    }

    /// Width of all chips, with those that are long cut as far as they can be read well.
    ReadOnlyDoubleProperty comfortableWidthProperty() {
        return comfortableWidth.getReadOnlyProperty();
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
        var drawn = drawn(room);
        double numbers = (drawn.first() > 0 ? moreWidth() : 0) + (drawn.last() < chips.size() - 1 ? moreWidth() : 0);
        double used = chips.subList(drawn.first(), drawn.last() + 1)
                .stream()
                .mapToDouble(chip -> width(chip, drawn.widest()) + GAP)
                .sum();
        return Math.min(numbers + used, room);
    }

    @Override
    protected double computePrefHeight(double width) {
        return chips.stream().mapToDouble(chip -> chip.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        // the zoom changes it
        comfortableWidth.set(total(COMFORTABLE * em()));
        var drawn = drawn(getWidth());
        first = drawn.first();
        double left = first > 0 ? moreWidth() : 0;
        double right = drawn.last() < chips.size() - 1 ? moreWidth() : 0;
        for (int i = 0; i < chips.size(); i++) {
            var chip = chips.get(i);
            boolean isShown = i >= first && i <= drawn.last();
            draw(chip, isShown);
            if (!isShown) continue;
            // the first one is cut when it is too long; another one that is has no room
            double width = Math.min(width(chip, drawn.widest()),
                    i == first ? getWidth() - left - right : Double.MAX_VALUE);
            place(chip, left, width);
            left += width + GAP;
        }
        number(moreBefore, chips.subList(0, first), 0);
        number(moreBehind, chips.subList(Math.min(drawn.last() + 1, chips.size()), chips.size()), left);
    }

    private void number(Label more, List<Region> hidden, double x) {
        more.setVisible(!hidden.isEmpty());
        more.setText("+" + hidden.size());
        LazyTooltip.setText(more, hidden.stream().map(Node::getAccessibleText).collect(Collectors.joining("\n")));
        place(more, x, more.prefWidth(-1));
    }

    private double moreWidth() {
        return Math.max(moreBefore.prefWidth(-1), moreBehind.prefWidth(-1)) + GAP;
    }

    /// The chips that are drawn in that room: the one in view, and as many of the others as fit.
    private Drawn drawn(double room) {
        double widest = widest(room + GAP);
        if (total(widest) - GAP <= room + SLACK) return new Drawn(0, chips.size() - 1, widest);
        int from = Math.min(first, inView);
        while (lastFrom(from, room, widest) < inView)
            from++;
        while (from > 0 && lastFrom(from - 1, room, widest) >= lastFrom(from, room, widest))
            from--;
        return new Drawn(from, lastFrom(from, room, widest), widest);
    }

    /// The last chip that is drawn when the line begins with that one.
    private int lastFrom(int from, double room, double widest) {
        double used = from > 0 ? moreWidth() : 0;
        for (int i = from; i < chips.size(); i++) {
            used += width(chips.get(i), widest);
            double behind = i < chips.size() - 1 ? moreWidth() : 0;
            if (i > from && used + behind > room + SLACK) return i - 1;
            used += GAP;
        }
        return chips.size() - 1;
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
