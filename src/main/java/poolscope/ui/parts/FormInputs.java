package poolscope.ui.parts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.util.Subscription;

/// The text fields, boxes and choices of a form.
public final class FormInputs {
    private FormInputs() {}

    /// Runs something whenever one of them changes, also in a folded section.
    public static Subscription onChange(Node part, Runnable changed) {
        return switch (part) {
            case TextInputControl field -> field.textProperty().subscribe((_, _) -> changed.run());
            case CheckBox box -> box.selectedProperty().subscribe((_, _) -> changed.run());
            case ComboBox<?> choice -> choice.valueProperty()
                    .subscribe((_, _) -> changed.run())
                    .and(choice.getEditor().textProperty().subscribe((_, _) -> changed.run()));
            case TitledPane section -> onChange(section.getContent(), changed);
            case Parent parent -> parent.getChildrenUnmodifiable()
                    .stream()
                    .map(child -> onChange(child, changed))
                    .reduce(Subscription.EMPTY, Subscription::and);
            default -> Subscription.EMPTY;
        };
    }
}
