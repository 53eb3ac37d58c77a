package poolscope.ui.watch;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.util.Subscription;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.ScreenReaderMessage;
import poolscope.ui.text.Texts;

/// The number of unseen hits of the watch rules in the status bar, or that a rule can't watch.
public final class WatchBadgeController implements AutoCloseable {
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    private final WatchRulesModel model;
    private final Texts texts;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Button watchBadge;

    public WatchBadgeController(WatchRulesModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.stateProperty().subscribe(_ -> show()),
                model.rulesProperty().subscribe((_, _) -> show()), model.nowProperty().subscribe((_, _) -> show()));
    }

    private void show() {
        int unseen = model.unseen().getValue();
        boolean isInterrupted = model.isInterrupted();
        var before = watchBadge.getText();
        watchBadge.setText(unseen > 0
                ? texts.format("watch.badge", unseen)
                : isInterrupted ? texts.format("watch.badge.interrupted") : "");
        watchBadge.pseudoClassStateChanged(WORSE, isInterrupted || unseen > 0);
        SceneNodeVisibility.show(watchBadge, unseen > 0 || isInterrupted);
        if (!watchBadge.getText().equals(before)) ScreenReaderMessage.report(watchBadge, watchBadge.getText());
        LazyTooltip.setText(watchBadge, texts.format(unseen > 0 ? "watch.badge.tip" : "watch.badge.interrupted.tip"));
    }

    @FXML
    private void open() {
        if (!model.showUnseen()) navigator.show(ModalFormKind.WATCH_RULES);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
