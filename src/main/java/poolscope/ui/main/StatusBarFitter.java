package poolscope.ui.main;

import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Font;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.TextWidth;

/// Shows as much in the parts of the status bar as there is room for: what has none is shortened part by part, so that
/// no text is cut.
///
/// Each part has room for the longest text that it may have, so how much is shown depends on few things, and is worked
/// out again only when one of them changes: texts change each second.
final class StatusBarFitter {
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

    /// The parts at the right of the bar.
    record Parts(Label selected, Button watchBadge, Button changes, Label age, MenuButton auto, Label readOnly) {}

    /// What the choice of details depends on.
    ///
    /// @param pools
    ///            decides how long texts can get
    /// @param hasLongActivity
    ///            whether the text at the left needs more room than it always has
    /// @param texts
    ///            those that have no room for longer ones
    private record Situation(double width, Font font, int pools, boolean isReading, boolean hasLongActivity,
            StatusBarTexts.Subjects subjects, List<String> texts) {}

    private final StatusBar bar;
    private final Parts parts;
    private final StatusBarTexts texts;
    private final String changesTip;
    private final StatusBarPartWidths widths = new StatusBarPartWidths();
    private Detail detail = Detail.ALL;
    /// Whether the parts have room for longer texts.
    private boolean hasRoomForLonger = true;
    private @Nullable Situation fitted;

    /// @param changesTip
    ///            the end of the tooltip of the changes
    StatusBarFitter(StatusBar bar, Parts parts, StatusBarTexts texts, String changesTip) {
        this.bar = bar;
        this.parts = parts;
        this.texts = texts;
        this.changesTip = changesTip;
    }

    /// Forgets how wide the parts were: the bar has another width or font.
    void release() {
        widths.release();
        fitted = null;
    }

    /// Shows the texts of now. Before the first layout there is no room, and only the text at the left is set.
    ///
    /// @param activity
    ///            the text at the left: the whole one, then brief ones
    void fit(List<String> activity) {
        if (bar.getWidth() <= 0) {
            bar.setText(activity.getFirst());
            return;
        }
        showTexts();
        giveUpRoom(texts.subjects());
        if (!situation(activity).equals(fitted) || !hasRoom(activity)) {
            choose(activity);
            fitted = situation(activity);
        } else
            reserve(false);
        double room = roomAtLeft() - progressWidth();
        bar.setText(activity.stream().filter(text -> textWidth(text) <= room).findFirst().orElse(activity.getLast()));
    }

    /// What was selected, compared or shown before needed other texts.
    private void giveUpRoom(StatusBarTexts.Subjects now) {
        widths.setSubject(parts.selected(), now.selection());
        widths.setSubject(parts.changes(), List.of(now.comparison(), now.isEarlier()));
        widths.setSubject(parts.age(), now.isEarlier());
    }

    private Situation situation(List<String> activity) {
        var shown = hasRoomForLonger
                ? List.of(parts.auto().getText(), parts.watchBadge().getText())
                : List.of(parts.auto().getText(), parts.watchBadge().getText(), texts.changes(), texts.selection());
        return new Situation(bar.getWidth(), parts.age().getFont(), texts.poolCount(), bar.getProgress() != 0,
                roomNeeded(activity) > LEAST_AT_LEFT * em(), texts.subjects(), shown);
    }

    /// A bar that is too narrow for the longest texts says as much as it can now, and its parts may move.
    private void choose(List<String> activity) {
        hasRoomForLonger = true;
        if (chooseFirstThatFits(List.of(Detail.ALL, Detail.WITHOUT_READ_ONLY, Detail.BRIEF_AGE, Detail.BRIEF_CHANGES,
                Detail.BRIEF_SELECTION), activity))
            return;
        widths.release();
        hasRoomForLonger = false;
        chooseFirstThatFits(List.of(Detail.values()), activity);
    }

    /// Returns whether one of these fits.
    private boolean chooseFirstThatFits(List<Detail> details, List<String> activity) {
        for (var less : details) {
            detail = less;
            SceneNodeVisibility.show(parts.readOnly(), !less.isAtLeast(Detail.WITHOUT_READ_ONLY));
            showTexts();
            // a part that was hidden has no padding until its styles are applied
            bar.applyCss();
            reserve(hasRoomForLonger);
            if (hasRoom(activity)) return true;
        }
        return false;
    }

    private boolean hasRoom(List<String> activity) {
        return roomAtLeft() >= Math.max(LEAST_AT_LEFT * em(), roomNeeded(activity));
    }

    private double roomNeeded(List<String> activity) {
        return textWidth(activity.getLast()) + progressWidth();
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
        return TextWidth.of(text, parts.age().getFont());
    }

    private double em() {
        return parts.age().getFont().getSize();
    }

    /// A part that got wider stays so: those beside it stay where they are. With room for later texts the age has room
    /// for any age below a day, changes and selection for any number of pools.
    private void reserve(boolean hasRoomForLater) {
        boolean isBriefAge = detail.isAtLeast(Detail.BRIEF_AGE);
        boolean isBriefChanges = detail.isAtLeast(Detail.BRIEF_CHANGES);
        hold(parts.age(), isBriefAge, hasRoomForLater, isBriefAge ? texts::briefAges : texts::ages);
        hold(parts.changes(), isBriefChanges, hasRoomForLater,
                () -> List.of(isBriefChanges ? texts.longestBriefChanges() : texts.longestChanges()));
        hold(parts.selected(), detail.isAtLeast(Detail.BRIEF_SELECTION), hasRoomForLater,
                () -> List.of(texts.selectionOfAll()));
        // when a failed connection is read again or gone, the room for what was said of it is given up
        widths.hold(parts.auto(), texts.refreshKind(), List.of());
    }

    private void hold(Labeled part, boolean isBrief, boolean hasRoomForLater, Supplier<List<String>> later) {
        widths.hold(part, isBrief, hasRoomForLater ? later.get() : List.of());
    }

    private void showTexts() {
        showAge();
        showChanged();
        showSelected();
    }

    private void showAge() {
        parts.age().setText(detail.isAtLeast(Detail.BRIEF_AGE) ? texts.briefAge() : texts.age());
        // that an earlier moment is shown is said at any width
        SceneNodeVisibility.show(parts.age(), texts.isEarlier() || !detail.isAtLeast(Detail.WITHOUT_AGE));
        LazyTooltip.setText(parts.age(), texts.age());
    }

    private void showChanged() {
        var changes = parts.changes();
        // it has its place also before there is something to compare with
        changes.setManaged(!detail.isAtLeast(Detail.WITHOUT_CHANGES));
        changes.setVisible(changes.isManaged() && texts.isCompared());
        var whole = texts.changes();
        changes.setText(detail.isAtLeast(Detail.BRIEF_CHANGES) ? texts.briefChanges() : whole);
        changes.setAccessibleText(whole);
        changes.pseudoClassStateChanged(WORSE, texts.isAnyWorse());
        LazyTooltip.setText(changes, whole + "\n" + changesTip);
    }

    private void showSelected() {
        var whole = texts.selection();
        parts.selected().setText(detail.isAtLeast(Detail.BRIEF_SELECTION) ? texts.briefSelection() : whole);
        SceneNodeVisibility.show(parts.selected(), !detail.isAtLeast(Detail.WITHOUT_SELECTION));
        LazyTooltip.setText(parts.selected(), whole);
    }
}
