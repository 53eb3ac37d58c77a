package poolscope.ui.fit;

import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.util.Subscription;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.Texts;

/// The button beside the views that opens and closes the fit finder.
public final class FitButtonController implements AutoCloseable {
    private final FitModel model;
    private final Texts texts;
    private final String key;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleButton fitButton;

    /// @param key
    ///            the key of the menu item, as written on this system
    public FitButtonController(FitModel model, Texts texts, String key) {
        this.model = model;
        this.texts = texts;
        this.key = key;
    }

    @FXML
    private void initialize() {
        LazyTooltip.setText(fitButton, texts.format("fit.button.tip", key));
        fitButton.setAccessibleText(texts.format("fit.title"));
        subscriptions = model.openProperty().subscribe(fitButton::setSelected);
    }

    @FXML
    private void toggle() {
        model.toggle();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
