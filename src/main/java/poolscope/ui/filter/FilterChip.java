package poolscope.ui.filter;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import poolscope.pool.filter.PoolFilter;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.FilterChipsAndTypedText;
import poolscope.ui.pools.FilterChipsModel;
import poolscope.ui.text.FilterText;

/// One term as a chip: a check box that switches it off, its text, a button that negates it, and one that removes it.
/// The keys are Space, Enter (edit as text), ! and Delete.
final class FilterChip extends HBox {
    @SuppressWarnings("UnnecessaryLambda")
    private static final Runnable NOTHING = () -> {
    };
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final FilterChipsModel model;
    private final PoolFilter term;
    private final Consumer<PoolFilter> open;

    FilterChip(FilterChipsModel model, FilterChipsAndTypedText.Chip chip, FilterText texts, Consumer<PoolFilter> open) {
        this.model = model;
        this.open = open;
        term = chip.term();
        var words = texts.print(term);
        getStyleClass().add("chip");
        pseudoClassStateChanged(OFF, !chip.on());
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(texts.chip(words, chip.on()));
        var text = new Label(words);
        text.getStyleClass().add("term");
        LazyTooltip.setText(text, texts.chipTip(words));
        text.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> open.accept(term));
        getChildren().addAll(button("switch", texts.switchChip(words, chip.on()), () -> model.switchOver(term)), text,
                button("negate", texts.negateChip(words), () -> model.negate(term)),
                button("remove", texts.removeChip(words), () -> model.remove(term)));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("!") || event.getCharacter().equals("！")) model.negate(term);
        });
    }

    private Button button(String kind, String says, Runnable does) {
        var icon = new Region();
        icon.getStyleClass().add("icon");
        var button = new Button("", icon);
        button.getStyleClass().addAll("chip-button", kind);
        button.setAccessibleText(says);
        LazyTooltip.setText(button, says);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void pressed(KeyEvent event) {
        var does = does(event.getCode());
        if (does == NOTHING || event.isShortcutDown()) return;
        does.run();
        event.consume();
    }

    private Runnable does(KeyCode key) {
        if (key == KeyCode.SPACE) return () -> model.switchOver(term);
        if (key == KeyCode.ENTER) return () -> open.accept(term);
        if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) return () -> model.remove(term);
        return NOTHING;
    }
}
