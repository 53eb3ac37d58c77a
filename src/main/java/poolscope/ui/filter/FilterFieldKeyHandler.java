package poolscope.ui.filter;

import javafx.scene.control.TextField;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import poolscope.ui.parts.ModifierKeys;
import poolscope.ui.pools.FilterModel;

/// The keys of the filter's text field. While an input method composes, it gets all keys, and its text is not part of
/// the filter yet. The field's own undo is replaced by the filter's.
final class FilterFieldKeyHandler {
    private final TextField field;
    private final FilterModel model;
    private final ChipBar chipBar;
    private final FilterSuggestionPopupHandler filterSuggestionPopupHandler;
    private final Runnable showFirst;
    private boolean composing;

    /// @param showFirst
    ///            selects the first pool that the filter shows
    FilterFieldKeyHandler(TextField field, FilterModel model, ChipBar chipBar,
            FilterSuggestionPopupHandler filterSuggestionPopupHandler, Runnable showFirst) {
        this.showFirst = showFirst;
        this.field = field;
        this.model = model;
        this.chipBar = chipBar;
        this.filterSuggestionPopupHandler = filterSuggestionPopupHandler;
    }

    void install() {
        field.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, event -> {
            composing = !event.getComposed().isEmpty();
            if (composing) filterSuggestionPopupHandler.close();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!composing && handle(event)) event.consume();
        });
        // the key that leads here: no filter begins with it
        field.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (field.getText().isEmpty() && (event.getCharacter().equals("/") || event.getCharacter().equals("／")))
                event.consume();
        });
        field.textProperty().subscribe((_, text) -> {
            if (composing || text.equals(model.state().typed())) return;
            model.type(text);
            filterSuggestionPopupHandler.offer();
        });
    }

    private boolean handle(KeyEvent event) {
        if (event.isShortcutDown() && !event.isAltDown()) return handleUndo(event);
        if (!ModifierKeys.areUp(event)) return false;
        return switch (event.getCode()) {
            case DOWN -> filterSuggestionPopupHandler.down();
            case UP -> filterSuggestionPopupHandler.up();
            case ENTER -> enter();
            case TAB -> filterSuggestionPopupHandler.complete() || leave();
            case ESCAPE -> escape();
            case LEFT -> field.getAnchor() == 0 && field.getCaretPosition() == 0 && chipBar.focusLast();
            case BACK_SPACE -> field.getAnchor() == 0 && field.getCaretPosition() == 0 && openLast();
            default -> false;
        };
    }

    private boolean handleUndo(KeyEvent event) {
        boolean redo = event.getCode() == KeyCode.Y && !event.isShiftDown()
                || event.getCode() == KeyCode.Z && event.isShiftDown();
        boolean undo = event.getCode() == KeyCode.Z && !event.isShiftDown();
        if (redo) model.redo();
        if (undo) model.undo();
        if (undo || redo) filterSuggestionPopupHandler.close();
        return undo || redo;
    }

    /// The key also moves the focus.
    private boolean leave() {
        model.leave();
        return false;
    }

    /// Takes what is offered, or finishes what is typed; with nothing typed, goes on to the result.
    private boolean enter() {
        if (filterSuggestionPopupHandler.take()) return true;
        filterSuggestionPopupHandler.close();
        if (field.getText().isBlank()) showFirst.run();
        else
            model.commit();
        return true;
    }

    /// Closes the list, or undoes the opening of a chip, or clears the text, or clears the whole filter.
    private boolean escape() {
        if (filterSuggestionPopupHandler.close()) return true;
        boolean text = !field.getText().isEmpty() || model.state().opened().isPresent();
        if (text) model.clearTyped();
        else
            model.clear();
        return true;
    }

    private boolean openLast() {
        var all = model.state().chips();
        if (all.isEmpty()) return false;
        chipBar.open(all.getLast().term());
        return true;
    }
}
