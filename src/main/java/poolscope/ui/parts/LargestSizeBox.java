package poolscope.ui.parts;

import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/// A column that stays as wide and as high as the most that it has shown, so that nothing moves when another choice
/// needs less.
public final class LargestSizeBox extends VBox {
    private final LargestSize largest = new LargestSize();

    @Override
    protected double computePrefWidth(double height) {
        return largest.width(super.computePrefWidth(height), font());
    }

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
