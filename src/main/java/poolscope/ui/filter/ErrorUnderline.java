package poolscope.ui.filter;

import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.util.Subscription;
import poolscope.pool.filter.FilterProblem;

/// Underlines the error in a text field. It is placed over the field and asks its skin for the position of the letters,
/// so the line moves with them when the text scrolls.
public final class ErrorUnderline extends Pane {
    /// Pixels; an error at a missing operand has no letters but must be visible.
    private static final double SHORTEST = 6;

    /// Pixels that the skin adds around the letters.
    private static final double OUTLINE = 1;

    private final Line line = new Line();
    private Optional<TextField> under = Optional.empty();
    private int from;
    private int to;

    public ErrorUnderline() {
        line.getStyleClass().add("wrong-place");
        line.setVisible(false);
        getChildren().add(line);
        setMouseTransparent(true);
    }

    /// Underlines in this field until unsubscribed.
    Subscription install(TextField field) {
        under = Optional.of(field);
        return Subscription.combine(field.textProperty().subscribe((_, _) -> requestLayout()),
                field.caretPositionProperty().subscribe(_ -> requestLayout()),
                field.widthProperty().subscribe(_ -> requestLayout()),
                field.fontProperty().subscribe((_, _) -> requestLayout()));
    }

    void show(FilterProblem problem) {
        from = problem.from();
        to = problem.to();
        line.setVisible(true);
        requestLayout();
    }

    void hide() {
        line.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        under.filter(_ -> line.isVisible()).ifPresent(field -> {
            if (field.getSkin() instanceof TextFieldSkin skin) placeLine(field, skin);
        });
    }

    private void placeLine(TextField field, TextFieldSkin skin) {
        int length = field.getLength();
        var first = skin.getCharacterBounds(Math.min(from, length));
        double start = first.getMinX() + OUTLINE;
        double end = to > from ? skin.getCharacterBounds(Math.min(to, length) - 1).getMaxX() - OUTLINE : start;
        double left = field.getInsets().getLeft();
        double right = getWidth() - field.getInsets().getRight();
        line.setStartX(Math.clamp(start, left, right));
        line.setEndX(Math.clamp(Math.max(end, start + SHORTEST), left, right));
        double y = Math.min(first.getMaxY(), getHeight() - 1);
        line.setStartY(y);
        line.setEndY(y);
    }
}
