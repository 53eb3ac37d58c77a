package poolscope.ui.compare;

import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.CompareText;
import poolscope.ui.text.Texts;

/// The bar above the table that lists the pinned pools, while there are any.
public final class PinnedPoolsController implements AutoCloseable {
    private final CompareModel model;
    private final Texts texts;
    private final CompareText words;
    private final Runnable compare;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox pinned;
    @FXML
    private Label pinnedSentence;
    @FXML
    private Hyperlink comparePinned;

    /// @param compare
    ///            opens the comparison
    public PinnedPoolsController(CompareModel model, Texts texts, CompareText words, Runnable compare) {
        this.model = model;
        this.texts = texts;
        this.words = words;
        this.compare = compare;
    }

    @FXML
    private void initialize() {
        subscriptions = model.poolComparisonProperty().subscribe(this::show);
    }

    private void show(PoolComparison now) {
        boolean shown = !now.pools().isEmpty();
        SceneNodeVisibility.show(pinned, shown);
        SceneNodeVisibility.show(comparePinned, now.pools().size() > 1);
        var names = String.join(texts.format("compare.join"), now.pools().stream().map(words::head).toList());
        pinnedSentence.setText(!shown
                ? ""
                : texts.format(now.pools().size() == 1
                        ? "compare.pinned.one"
                        : now.pools().size() == CompareModel.MAX_POOLS ? "compare.pinned.full" : "compare.pinned",
                        names, PlatformMenuShortcuts.ofThis().written(CompareModel.PIN_KEY)));
    }

    @FXML
    private void compare() {
        compare.run();
    }

    @FXML
    private void clear() {
        model.clear();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
