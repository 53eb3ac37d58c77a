package poolscope.ui.main;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolTotals;
import poolscope.settings.RefreshInterval;
import poolscope.ui.export.CopyModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The status bar: progress of a refresh, number of pools shown and selected, age of the data. Its height is fixed.
/// What has no room is shortened part by part, so that no text is cut.
public final class StatusBarController implements AutoCloseable {
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    /// How much the parts of the bar say. Each one says less than those before it.
    private enum Detail {
        ALL,
        WITHOUT_READ_ONLY,
        BRIEF_AGE,
        BRIEF_CHANGES,
        BRIEF_SELECTION,
        WITHOUT_AGE,
        WITHOUT_CHANGES,
        WITHOUT_SELECTION;

        boolean isAtLeast(Detail other) {
            return compareTo(other) >= 0;
        }
    }

    private final MainModel model;
    private final PoolsTableModel pools;
    private final CopyModel copies;
    private final ChangedPoolsModel changedPoolsModel;
    private final ShownPointInTimeModel moment;
    private final SnapshotFileModel snapshots;
    private final Navigator navigator;
    private final ChangeText changeText;
    private final Texts texts;
    private final PoolFieldText fields;
    private final ConnectionStateText states;
    private final TimeText times;
    private Subscription subscriptions = Subscription.EMPTY;
    private Detail detail = Detail.ALL;
    private final Runnable beforeLayout = this::fitNewSize;
    private boolean hasNewSize;

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

    /// What the bar is about: the pools, their changes, the moment that is shown, what was copied, and which file is
    /// being opened.
    public record Tables(PoolsTableModel pools, ChangedPoolsModel changes, ShownPointInTimeModel moment,
            CopyModel copies, SnapshotFileModel snapshots) {}

    /// The formatters of the bar's texts.
    public record Words(Texts texts, PoolFieldText fields, ConnectionStateText states, ChangeText changes,
            TimeText times) {}

    /// @param navigator
    ///            opens the change log
    public StatusBarController(MainModel model, Tables tables, Words words, Navigator navigator) {
        changedPoolsModel = tables.changes();
        moment = tables.moment();
        snapshots = tables.snapshots();
        this.navigator = navigator;
        changeText = words.changes();
        this.model = model;
        pools = tables.pools();
        copies = tables.copies();
        texts = words.texts();
        fields = words.fields();
        states = words.states();
        times = words.times();
    }

    @FXML
    private void initialize() {
        for (var every : RefreshInterval.values()) {
            var choice = new MenuItem(texts.format("auto." + every.name()));
            choice.setOnAction(_ -> model.refreshIntervalProperty().set(every));
            auto.getItems().add(choice);
        }
        var now = new MenuItem(texts.format("auto.now"));
        now.setOnAction(_ -> model.refresh());
        auto.getItems().addAll(new SeparatorMenuItem(), now);
        subscriptions = Subscription.combine(model.allConnectionsStatusProperty().subscribe((_, _) -> show()),
                pools.arrangedPoolsProperty().subscribe((_, _) -> show()),
                model.nowProperty().subscribe((_, _) -> tick()),
                model.refreshIntervalProperty().subscribe((_, _) -> show()),
                copies.copiedProperty().subscribe((_, _) -> show()),
                snapshots.beingOpenedProperty().subscribe((_, _) -> show()),
                pools.selection().selectedRowSetProperty().subscribe((_, _) -> fit()),
                pools.selection().hiddenProperty().subscribe((_, _) -> fit()),
                pools.selectedTotalsProperty().subscribe((_, _) -> fit()),
                pools.currentColumnProperty().subscribe((_, _) -> fit()),
                changedPoolsModel.changesProperty().subscribe((_, _) -> fit()),
                moment.fileProperty().subscribe((_, _) -> fit()), moment.shownProperty().subscribe((_, _) -> show()),
                bar.textProperty().subscribe((_, _) -> fit()), bar.progressProperty().subscribe((_, _) -> fit()),
                auto.textProperty().subscribe((_, _) -> fit()), watchBadge.textProperty().subscribe((_, _) -> fit()),
                bar.widthProperty().subscribe((_, _) -> fit()),
                age.fontProperty().subscribe((_, _) -> hasNewSize = true), bar.sceneProperty().subscribe(this::watch));
        show();
    }

    private void show() {
        var reading = model.reading();
        var arrangedPools = pools.arrangedPools();
        bar.setText(copies.copiedProperty()
                .get()
                .map(this::outcome)
                .or(() -> snapshots.beingOpenedProperty().get().map(new SnapshotText(texts, times)::reading))
                .or(() -> reading.map(states::progress).map(this::ofNow))
                .orElseGet(() -> arrangedPools.set().size() == 0
                        ? ""
                        : texts.format("status.shown", arrangedPools.size(), arrangedPools.set().size())));
        bar.setProgress(reading.map(r -> r.share().orElse(-1.0)).orElse(0.0));
        showAuto();
        fit();
    }

    private void showAuto() {
        auto.setText(model.isRefreshStopped()
                ? texts.format("auto.stopped")
                : model.nextRetry()
                        .map(states::nextTry)
                        .orElseGet(() -> model.isLate()
                                ? texts.format("auto.late")
                                : texts.format("auto." + model.refreshIntervalProperty().get().name())));
    }

    private void tick() {
        showAuto();
        fit();
    }

    private String outcome(CopyModel.Outcome last) {
        return switch (last) {
            case CopyModel.Copied copied -> copied(copied);
            case CopyModel.Refused _ -> texts.format("copy.refused");
        };
    }

    private String copied(CopyModel.Copied last) {
        return switch (last.kind()) {
            case CELL -> texts.format("status.copied.cell");
            case CURL -> texts.format("status.copied.curl");
            case HCLOUD -> texts.format("status.copied.hcloud");
            case LINES, COMMA_LIST -> texts.format("status.copied.values", last.rows());
            case ROWS, WITH_HEADER, AS_SHOWN, JSON, MARKDOWN -> texts.format("status.copied", last.rows());
        };
    }

    private void showSelected() {
        int shown = pools.selection().count();
        int hidden = pools.selection().hiddenProperty().get();
        var poolTotals = pools.selectedTotalsProperty().get();
        var text = hidden > 0
                ? texts.format("status.selected.hidden", shown, hidden)
                : shown > 0 ? texts.format("status.selected", shown) : "";
        var whole = shown > 1 && poolTotals.pools() == shown
                ? text + texts.format("status.join") + sum(poolTotals)
                : text;
        selected.setText(detail.isAtLeast(Detail.BRIEF_SELECTION) ? briefSelection(shown, hidden) : whole);
        SceneNodeVisibility.show(selected, !detail.isAtLeast(Detail.WITHOUT_SELECTION));
        LazyTooltip.setText(selected, whole);
    }

    private String briefSelection(int shown, int hidden) {
        if (hidden > 0) return texts.format("status.selected.hidden.brief", shown, hidden);
        return shown > 0 ? texts.format("status.selected", shown) : "";
    }

    /// The sum of the current column, or else of the accelerators.
    private String sum(PoolTotals poolTotals) {
        var field = pools.currentColumnProperty().get().filter(PoolField::isSummed).orElse(PoolField.ACCELERATORS);
        return fields.totals().summary(field, poolTotals);
    }

    private void showChanged() {
        var now = changedPoolsModel.changes();
        SceneNodeVisibility.show(changes, now.base().actual().isPresent() && !detail.isAtLeast(Detail.WITHOUT_CHANGES));
        var whole = ofNow(changeText.summary(now));
        changes.setText(detail.isAtLeast(Detail.BRIEF_CHANGES) ? ofNow(changeText.brief(now)) : whole);
        changes.setAccessibleText(whole);
        changes.pseudoClassStateChanged(WORSE, now.worse() > 0);
        LazyTooltip.setText(changes, whole + "\n" + texts.format("change.summary.tip"));
    }

    @FXML
    private void showChanges() {
        navigator.show(ModalFormKind.CHANGE_LOG);
    }

    private void watch(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) before.removePreLayoutPulseListener(beforeLayout);
        if (now != null) now.addPreLayoutPulseListener(beforeLayout);
    }

    /// Waits until the styles of all parts are applied: while the font of one changes, others have the font before.
    private void fitNewSize() {
        if (!hasNewSize) return;
        hasNewSize = false;
        fit();
    }

    /// Shows as much as there is room for.
    private void fit() {
        for (var less : Detail.values()) {
            detail = less;
            SceneNodeVisibility.show(readOnly, !less.isAtLeast(Detail.WITHOUT_READ_ONLY));
            showAge();
            showChanged();
            showSelected();
            // a part that was hidden has no padding until its styles are applied
            bar.applyCss();
            if (bar.prefWidth(-1) <= bar.getWidth()) return;
        }
    }

    private void showAge() {
        var now = model.nowProperty().get();
        var earlier = earlier();
        var whole = earlier.or(() -> model.readAt().map(at -> states.age(at, now))).orElse("");
        var brief = earlier.or(() -> model.readAt().map(at -> states.briefAge(at, now))).orElse("");
        age.setText(detail.isAtLeast(Detail.BRIEF_AGE) ? brief : whole);
        // that an earlier moment is shown is said at any width
        SceneNodeVisibility.show(age, earlier.isPresent() || !detail.isAtLeast(Detail.WITHOUT_AGE));
        LazyTooltip.setText(age, whole);
    }

    /// That the pools shown are not those of now; empty when they are.
    private Optional<String> earlier() {
        if (moment.fileProperty().get().isPresent()) return Optional.of(texts.format("status.file"));
        return moment.shownProperty().get().map(shown -> texts.format("status.earlier", times.moment(shown.moment())));
    }

    /// Says of what is about now that it is, while other pools are shown.
    private String ofNow(String text) {
        return earlier().isEmpty() || text.isEmpty() ? text : texts.format("status.ofNow", text);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        watch(bar.getScene(), null);
    }
}
