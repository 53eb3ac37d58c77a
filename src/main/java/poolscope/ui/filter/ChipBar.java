package poolscope.ui.filter;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import poolscope.pool.filter.PoolFilter;
import poolscope.ui.pools.FilterChipsAndTypedText;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.text.FilterText;

/// The chips before the text field, one for each finished term. Arrow keys move between them.
final class ChipBar {
    private final FilterModel model;
    private final ChipLinePane strip;
    private final TextField field;
    private final FilterText texts;
    private List<FilterChipsAndTypedText.Chip> shown = List.of();
    private List<FilterChip> views = List.of();

    ChipBar(FilterModel model, ChipLinePane strip, TextField field, FilterText texts) {
        this.model = model;
        this.strip = strip;
        this.field = field;
        this.texts = texts;
    }

    Subscription install() {
        strip.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        return model.stateProperty().subscribe(this::show);
    }

    private void show(FilterChipsAndTypedText now) {
        if (now.chips().equals(shown)) return;
        int focused = focused();
        // otherwise the focus leaves the bar while its chips are replaced, which ends the editing of one
        if (focused >= 0) field.requestFocus();
        shown = now.chips();
        views = shown.stream().map(chip -> new FilterChip(model.chips(), chip, texts, this::open)).toList();
        strip.show(views);
        if (focused >= 0) focus(Math.min(focused, views.size() - 1));
    }

    /// Puts the focus on the last chip, if there is one.
    boolean focusLast() {
        focus(views.size() - 1);
        return !views.isEmpty();
    }

    /// Turns the chip back into text, with the cursor at its end.
    void open(PoolFilter term) {
        int behind = texts.print(term).length();
        model.chips().open(term, texts.language());
        field.requestFocus();
        field.positionCaret(Math.min(behind, field.getLength()));
    }

    private void walk(KeyEvent event) {
        int at = focused();
        if (at < 0) return;
        switch (event.getCode()) {
            case LEFT -> focus(Math.max(0, at - 1));
            case RIGHT -> focus(at + 1);
            case HOME -> focus(0);
            case END, ESCAPE -> focus(views.size());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private int focused() {
        return views.stream().map(Node::isFocused).toList().indexOf(true);
    }

    /// After the last chip comes the text field.
    private void focus(int place) {
        if (place < 0 || place >= views.size()) {
            field.requestFocus();
            field.positionCaret(place < 0 ? 0 : field.getLength());
            return;
        }
        views.get(place).requestFocus();
        strip.reveal(views.get(place));
    }
}
