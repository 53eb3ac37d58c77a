package poolscope.ui.main;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;

/// Lets an input method compose text for the filter while the table has the focus. The field gets the focus only after
/// the first word: moving the focus earlier would end the composition and commit its first letter.
final class InputMethodToFilter {
    private final Supplier<TextInputControl> field;
    private final Runnable begin;
    private final Consumer<String> other;
    private boolean composing;

    /// @param field
    ///            the field that gets the text
    /// @param begin
    ///            prepares the field for another word
    /// @param other
    ///            gets a character that the input method committed without composing
    InputMethodToFilter(Supplier<TextInputControl> field, Runnable begin, Consumer<String> other) {
        this.field = field;
        this.begin = begin;
        this.other = other;
    }

    /// JavaFX asks an input method only for a control that has such requests.
    void install(Node table) {
        table.setInputMethodRequests(new OfField());
        table.addEventHandler(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::changed);
    }

    private void changed(InputMethodEvent event) {
        boolean word = composing || !event.getComposed().isEmpty() || isLetter(event.getCommitted());
        event.consume();
        if (!word) {
            other.accept(event.getCommitted());
            return;
        }
        if (!composing) begin.run();
        composing = !event.getComposed().isEmpty();
        field.get().fireEvent(event.copyFor(field.get(), field.get()));
        if (!composing && !event.getCommitted().isEmpty()) focusAtEnd();
    }

    private void focusAtEnd() {
        field.get().requestFocus();
        field.get().end();
    }

    private static boolean isLetter(String text) {
        return !text.isEmpty() && Character.isLetter(text.codePointAt(0));
    }

    /// The input method's candidate window is shown at the field.
    private final class OfField implements InputMethodRequests {
        private Optional<InputMethodRequests> requests() {
            return Optional.ofNullable(field.get().getInputMethodRequests());
        }

        @Override
        public Point2D getTextLocation(int offset) {
            return requests().map(field -> field.getTextLocation(offset)).orElse(Point2D.ZERO);
        }

        @Override
        public int getLocationOffset(int x, int y) {
            return requests().map(field -> field.getLocationOffset(x, y)).orElse(0);
        }

        @Override
        public void cancelLatestCommittedText() {
            requests().ifPresent(InputMethodRequests::cancelLatestCommittedText);
        }

        @Override
        public String getSelectedText() {
            return "";
        }
    }
}
