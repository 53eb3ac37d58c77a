package poolscope.ui.main;

import java.util.List;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import poolscope.settings.RefreshInterval;
import poolscope.ui.export.CopyModel;
import poolscope.ui.navigation.ModalFormKind;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.TextWidth;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.ShownPointInTimeModel;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The status bar: progress of a refresh, number of pools shown and selected, age of the data. Its height is fixed.
/// What has no room is shortened part by part, so that no text is cut.
public final class StatusBarController implements AutoCloseable {
    private static final PseudoClass WORSE = PseudoClass.getPseudoClass("worse");

    /// Width of the progress bar in em, as in the style sheet.
    private static final double PROGRESS = 6;
    /// What the right parts leave at least for text and progress bar, in em: enough for the brief progress of a
    /// refresh, so that they stay where they are when one begins.
    private static final double LEAST_AT_LEFT = 17;

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

    private final MainWindowModel model;
    private final Contents contents;
    private final StatusBarTexts texts;
    private final Texts bundle;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;
    private Detail detail = Detail.ALL;
    private List<String> activity = List.of("");
    private final Runnable beforeLayout = this::fitNewSize;
    private final StatusBarPartWidths widths = new StatusBarPartWidths();
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
        for (var every : RefreshInterval.values()) {
            var choice = new MenuItem(bundle.format("auto." + every.name()));
            choice.setOnAction(_ -> model.refreshIntervalProperty().set(every));
            auto.getItems().add(choice);
        }
        var now = new MenuItem(bundle.format("auto.now"));
        now.setOnAction(_ -> model.refresh());
        auto.getItems().addAll(new SeparatorMenuItem(), now);
        subscriptions = Subscription.combine(model.allConnectionsStatusProperty().subscribe((_, _) -> show()),
                contents.pools().arrangedPoolsProperty().subscribe((_, _) -> show()),
                model.nowProperty().subscribe((_, _) -> tick()),
                model.refreshIntervalProperty().subscribe((_, _) -> show()),
                contents.copies().copiedProperty().subscribe((_, _) -> show()),
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
        activity = texts.activity();
        bar.setProgress(model.reading().map(reading -> reading.share().orElse(-1.0)).orElse(0.0));
        tick();
    }

    private void tick() {
        auto.setText(texts.refresh());
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
        widths.release();
        fit();
    }

    /// Shows as much as there is room for. Before the first layout there is none. A bar that is too narrow for the
    /// longest texts says as much as it can now, and its parts may move.
    private void fit() {
        if (bar.getWidth() <= 0) {
            bar.setText(activity.getFirst());
            return;
        }
        if (!showFirstThatFits(List.of(Detail.ALL, Detail.WITHOUT_READ_ONLY, Detail.BRIEF_AGE, Detail.BRIEF_CHANGES,
                Detail.BRIEF_SELECTION), true)) {
            widths.release();
            showFirstThatFits(List.of(Detail.values()), false);
        }
        double room = roomAtLeft() - progressWidth();
        bar.setText(activity.stream().filter(text -> textWidth(text) <= room).findFirst().orElse(activity.getLast()));
    }

    /// Returns whether one of these fits.
    private boolean showFirstThatFits(List<Detail> details, boolean hasRoomForLonger) {
        for (var less : details) {
            detail = less;
            SceneNodeVisibility.show(readOnly, !less.isAtLeast(Detail.WITHOUT_READ_ONLY));
            showAge();
            showChanged();
            showSelected();
            // a part that was hidden has no padding until its styles are applied
            bar.applyCss();
            holdWidths(hasRoomForLonger);
            if (roomAtLeft() >= Math.max(LEAST_AT_LEFT * em(), textWidth(activity.getLast()) + progressWidth()))
                return true;
        }
        return false;
    }

    /// What the right parts leave for text and progress bar, in pixels.
    private double roomAtLeft() {
        double right = bar.getRightItems()
                .stream()
                .filter(Node::isManaged)
                .mapToDouble(part -> Math.ceil(Math.max(part.minWidth(-1), part.prefWidth(-1))))
                .sum();
        return bar.getWidth() - bar.snappedLeftInset() - bar.snappedRightInset() - right;
    }

    private double progressWidth() {
        return bar.getProgress() == 0 ? 0 : PROGRESS * em();
    }

    private double textWidth(String text) {
        return TextWidth.of(text, age.getFont());
    }

    private double em() {
        return age.getFont().getSize();
    }

    /// The age changes each second, and each part stands beside others: none gets narrower until the bar has another
    /// width. The age has room for any age below a day, changes and selection for any number of pools, from the start.
    private void holdWidths(boolean hasRoomForLonger) {
        boolean isBriefAge = detail.isAtLeast(Detail.BRIEF_AGE);
        widths.hold(age, isBriefAge, !hasRoomForLonger ? List.of() : isBriefAge ? texts.briefAges() : texts.ages());
        boolean isBriefChanges = detail.isAtLeast(Detail.BRIEF_CHANGES);
        widths.hold(changes, isBriefChanges,
                !hasRoomForLonger
                        ? List.of()
                        : List.of(isBriefChanges ? texts.longestBriefChanges() : texts.longestChanges()));
        widths.hold(selected, detail.isAtLeast(Detail.BRIEF_SELECTION),
                hasRoomForLonger ? List.of(texts.selectionOfAll()) : List.of());
        widths.hold(auto, false, List.of());
    }

    private void showAge() {
        age.setText(detail.isAtLeast(Detail.BRIEF_AGE) ? texts.briefAge() : texts.age());
        // that an earlier moment is shown is said at any width
        SceneNodeVisibility.show(age, texts.isEarlier() || !detail.isAtLeast(Detail.WITHOUT_AGE));
        LazyTooltip.setText(age, texts.age());
    }

    private void showChanged() {
        var now = contents.changes().changes();
        // it has its place also before there is something to compare with
        changes.setManaged(!detail.isAtLeast(Detail.WITHOUT_CHANGES));
        changes.setVisible(changes.isManaged() && now.base().actual().isPresent());
        var whole = texts.changes();
        changes.setText(detail.isAtLeast(Detail.BRIEF_CHANGES) ? texts.briefChanges() : whole);
        changes.setAccessibleText(whole);
        changes.pseudoClassStateChanged(WORSE, now.worse() > 0);
        LazyTooltip.setText(changes, whole + "\n" + bundle.format("change.summary.tip"));
    }

    private void showSelected() {
        var whole = texts.selection();
        selected.setText(detail.isAtLeast(Detail.BRIEF_SELECTION) ? texts.briefSelection() : whole);
        SceneNodeVisibility.show(selected, !detail.isAtLeast(Detail.WITHOUT_SELECTION));
        LazyTooltip.setText(selected, whole);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        watch(bar.getScene(), null);
    }
}
