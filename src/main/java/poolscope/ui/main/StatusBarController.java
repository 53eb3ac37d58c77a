package poolscope.ui.main;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import poolscope.settings.RefreshInterval;
import poolscope.ui.export.CopyModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The status bar: progress of a refresh, number of pools shown and selected, age of the data. Its height is fixed.
public final class StatusBarController implements AutoCloseable {
    /// After this time it is said that the rows are being arranged: usually they are there sooner.
    private static final Duration LONG_ARRANGING = Duration.millis(300);

    private final MainWindowModel model;
    private final Contents contents;
    private final StatusBarTexts texts;
    private final Texts bundle;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;
    private List<String> activity = List.of("");
    private final PauseTransition arranging = new PauseTransition(LONG_ARRANGING);
    private final Runnable beforeLayout = this::fitNewSize;
    private boolean hasNewSize;
    private @Nullable StatusBarFitter fitter;

    @FXML
    private StatusBar bar;
    @FXML
    private Label selected;
    @FXML
    private Button watchBadge;
    @FXML
    private Button changes;
    @FXML
    private Label age;
    @FXML
    private MenuButton auto;
    @FXML
    private Label readOnly;

    /// What the bar is about, beside the refresh: the pools, their changes, the moment that is shown, what was copied,
    /// and which file is being opened.
    public record Contents(PoolsTableModel pools, ChangedPoolsModel changes, ShownPointInTimeModel moment,
            CopyModel copies, SnapshotFileModel snapshots) {}

    /// The formatters of the bar's texts.
    public record Formatters(Texts texts, PoolFieldText fields, ConnectionStateText states, ChangeText changes,
            TimeText times) {}

    /// @param navigator
    ///            opens the change log
    public StatusBarController(MainWindowModel model, Contents contents, Formatters formatters, Navigator navigator) {
        this.model = model;
        this.contents = contents;
        texts = new StatusBarTexts(model, contents, formatters);
        bundle = formatters.texts();
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        var intervals = new ToggleGroup();
        for (var every : RefreshInterval.values()) {
            var choice = new RadioMenuItem(bundle.format("auto." + every.name()));
            choice.setToggleGroup(intervals);
            choice.setUserData(every);
            choice.setOnAction(_ -> model.refreshIntervalProperty().set(every));
            auto.getItems().add(choice);
        }
        fitter = new StatusBarFitter(bar, new StatusBarFitter.Parts(selected, watchBadge, changes, age, auto, readOnly),
                texts, bundle.format("change.summary.tip"));
        var now = new MenuItem(bundle.format("auto.now"));
        now.setOnAction(_ -> model.refresh());
        auto.getItems().addAll(new SeparatorMenuItem(), now);
        arranging.setOnFinished(_ -> sayArranging(true));
        subscriptions = Subscription.combine(model.allConnectionsStatusProperty().subscribe((_, _) -> show()),
                contents.pools().emptyTableStateProperty().subscribe((_, _) -> show()),
                contents.pools().arrangedPoolsProperty().subscribe((_, _) -> show()),
                contents.pools().arrangingProperty().subscribe(this::arrangingChanged),
                model.nowProperty().subscribe((_, _) -> tick()), model.refreshIntervalProperty().subscribe(chosen -> {
                    intervals.getToggles().forEach(choice -> choice.setSelected(choice.getUserData() == chosen));
                    show();
                }), contents.copies().copiedProperty().subscribe((_, _) -> show()),
                contents.snapshots().beingOpenedProperty().subscribe((_, _) -> show()),
                contents.pools().selection().selectedRowIndexesProperty().subscribe((_, _) -> fit()),
                contents.pools().selection().hiddenProperty().subscribe((_, _) -> fit()),
                contents.pools().selectedTotalsProperty().subscribe((_, _) -> fit()),
                contents.pools().currentColumnProperty().subscribe((_, _) -> fit()),
                contents.changes().changesProperty().subscribe((_, _) -> fit()),
                contents.moment().fileProperty().subscribe((_, _) -> fit()),
                contents.moment().shownProperty().subscribe((_, _) -> show()),
                watchBadge.textProperty().subscribe((_, _) -> fit()),
                bar.widthProperty().subscribe((_, _) -> sizeChanged()),
                age.fontProperty().subscribe((_, _) -> sizeChanged()), bar.sceneProperty().subscribe(this::watch));
        var accessible = new AccessibleStatus(bar, texts::all);
        for (var text : List.of(bar.textProperty(), changes.textProperty(), selected.textProperty()))
            subscriptions = subscriptions.and(text.subscribe((_, _) -> accessible.update()));
        subscriptions = subscriptions.and(accessible.install());
        show();
    }

    private void show() {
        bar.setProgress(model.reading().map(reading -> reading.share().orElse(-1.0)).orElse(0.0));
        tick();
    }

    private void arrangingChanged(boolean isArranging) {
        if (isArranging) arranging.playFromStart();
        else {
            arranging.stop();
            sayArranging(false);
        }
    }

    private void sayArranging(boolean isLong) {
        texts.setArrangingLong(isLong);
        tick();
    }

    private void tick() {
        activity = texts.activity();
        auto.setText(texts.refresh());
        LazyTooltip.setText(auto, texts.refreshTip());
        fit();
    }

    @FXML
    private void showChanges() {
        navigator.show(ModalFormKind.CHANGE_LOG);
    }

    private void watch(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) before.removePreLayoutPulseListener(beforeLayout);
        if (now != null) now.addPreLayoutPulseListener(beforeLayout);
    }

    /// Waits for the next layout. A width changes while the bar is laid out, when parts that change would not be laid
    /// out again; and while the font of one part changes, others have the font before.
    private void sizeChanged() {
        hasNewSize = true;
        Platform.requestNextPulse();
    }

    private void fitNewSize() {
        if (!hasNewSize) return;
        hasNewSize = false;
        if (fitter != null) fitter.release();
        fit();
    }

    private void fit() {
        if (fitter != null) fitter.fit(activity);
    }

    @Override
    public void close() {
        arranging.stop();
        subscriptions.unsubscribe();
        watch(bar.getScene(), null);
    }
}
