package poolscope.ui.parts;

import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/// A column that keeps the height of the most that it has shown, so that what follows it stays where it is when another
/// choice needs fewer fields.
public final class LargestHeightBox extends VBox {
    private final LargestSize largest = new LargestSize();

    @Override
    protected double computePrefHeight(double width) {
        return largest.height(super.computePrefHeight(width), width, font());
    }

    private Font font() {
        return getChildren().stream()
                .filter(Labeled.class::isInstance)
                .map(child -> ((Labeled) child).getFont())
                .findFirst()
                .orElseGet(Font::getDefault);
    }
}
