package poolscope.ui.parts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SingleSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Keys of choices that can't be typed into: a letter chooses the next item that begins with it, Home the first item,
/// End the last one. JavaFX has only the arrow keys there.
public final class ChoiceKeys {
    private ChoiceKeys() {}

    /// For all choices in this part.
    public static void install(Node part) {
        part.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().isBlank() || !ModifierKeys.areUpButForShift(event)) return;
            boolean isChosen = switch (event.getTarget()) {
                case ChoiceBox<?> choice -> choose(choice, event.getCharacter());
                case ComboBox<?> choice when !choice.isEditable() -> choose(choice, event.getCharacter());
                default -> false;
            };
            if (isChosen) event.consume();
        });
        part.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean isEdge = event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END;
            if (!isEdge || !ModifierKeys.areUp(event)) return;
            selection(event.getTarget()).ifPresent(selection -> {
                if (event.getCode() == KeyCode.HOME) selection.selectFirst();
                else
                    selection.selectLast();
                event.consume();
            });
        });
    }

    private static Optional<SingleSelectionModel<?>> selection(EventTarget target) {
        return switch (target) {
            case ChoiceBox<?> choice -> Optional.of(choice.getSelectionModel());
            case ComboBox<?> choice when !choice.isEditable() -> Optional.of(choice.getSelectionModel());
            default -> Optional.empty();
        };
    }

    private static <T> boolean choose(ChoiceBox<T> choice, String letter) {
        return choose(choice.getItems(), choice.getConverter(), choice.getSelectionModel(), letter);
    }

    private static <T> boolean choose(ComboBox<T> choice, String letter) {
        return choose(choice.getItems(), choice.getConverter(), choice.getSelectionModel(), letter);
    }

    private static <T> boolean choose(List<T> items, @Nullable StringConverter<T> names,
            SingleSelectionModel<T> selection, String letter) {
        int now = selection.getSelectedIndex();
        for (int step = 1; step <= items.size(); step++) {
            int at = (now + step) % items.size();
            var name = names == null ? String.valueOf(items.get(at)) : names.toString(items.get(at));
            if (!small(name).startsWith(small(letter))) continue;
            selection.select(at);
            return true;
        }
        return false;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
