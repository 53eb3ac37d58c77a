package poolscope.ui.main;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.settings.WindowAppearance;

/// Places table and details side by side, or one above the other when the window is narrow and high enough; folds the
/// details, and the sidebar, away when it is neither. The divider's position is remembered once the operator moved it;
/// until then the details get the width that the table does not need.
final class DetailsSplit {
    private static final PseudoClass WITH_DETAILS = PseudoClass.getPseudoClass("with-details");
    private static final PseudoClass WITH_CONTENTS = PseudoClass.getPseudoClass("with-contents");
    /// Minimum width of a table beside the details, in pixels at 100 %; a narrower one shows too few columns.
    private static final double NARROW = 710;
    /// Minimum height of the window for details below the table, in pixels at 100 %; a lower one shows too few rows.
    private static final double LOW = 500;
    /// Minimum width of a window with the sidebar, in pixels at 100 %.
    private static final double NARROWEST_WITH_SIDEBAR = 720;
    /// Widths in pixels at 100 %: of a table whose columns up to the accelerators are in sight, of one that shows all
    /// usual columns whole, of the narrowest details, and of details that show a usual pool without breaking lines.
    private static final double TABLE = 640;
    private static final double WHOLE_TABLE = 1_400;
    private static final double LEAST_DETAILS = 190;
    private static final double USUAL_DETAILS = 420;
    /// The details' share of the height when they are below the table.
    private static final double LEAST_SHARE_BELOW = 0.4;

    /// The details' share of the width when they are wide.
    private static final double LEAST_SHARE_WIDE = 0.55;

    private final SplitPane split;
    private final Node details;
    private final MainWindowModel model;
    private final ObservableValue<Boolean> isWide;
    private final Region window;
    private Subscription dragged = Subscription.EMPTY;

    /// @param window
    ///            the content of the whole window
    /// @param isWide
    ///            whether the details contain a table or JSON, which need more space than fields
    DetailsSplit(SplitPane split, Region window, MainWindowModel model, ObservableValue<Boolean> isWide) {
        this.split = split;
        this.window = window;
        this.model = model;
        this.isWide = isWide;
        details = split.getItems().getLast();
        setOrientation(split.getOrientation());
    }

    Subscription install() {
        return Subscription.combine(window.widthProperty().subscribe((_, _) -> foldSidebar()),
                split.widthProperty().subscribe((_, _) -> turn()), window.heightProperty().subscribe((_, _) -> turn()),
                model.windowAppearanceProperty().map(WindowAppearance::scale).subscribe((_, _) -> {
                    foldSidebar();
                    turn();
                }), model.panes().detailsVisible().subscribe(this::show), isWide.subscribe(this::showContents),
                () -> dragged.unsubscribe());
    }

    /// Wide details need more height, which then is not taken from the rows of the pools.
    private void showContents(boolean now) {
        split.pseudoClassStateChanged(WITH_CONTENTS, now);
        divide();
    }

    private double scale() {
        return model.windowAppearanceProperty().get().scale();
    }

    private void foldSidebar() {
        if (window.getWidth() > 0)
            model.panes().setRoomForSidebar(window.getWidth() >= NARROWEST_WITH_SIDEBAR * scale());
    }

    private void show(boolean shown) {
        split.pseudoClassStateChanged(WITH_DETAILS, shown);
        if (shown == split.getItems().contains(details)) return;
        dragged.unsubscribe();
        if (shown) {
            split.getItems().add(details);
            divide();
        } else {
            split.getItems().remove(details);
        }
    }

    private void turn() {
        if (split.getWidth() <= 0 || window.getHeight() <= 0) return;
        boolean isNarrow = split.getWidth() < NARROW * scale();
        boolean isLow = window.getHeight() < LOW * scale();
        model.panes().setRoomForDetails(!isNarrow || !isLow);
        var orientation = isNarrow && !isLow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        boolean isTurned = split.getOrientation() != orientation;
        setOrientation(orientation);
        if (!isTurned && !model.panes().isUsualShare()) return;
        // A split pane takes the difference to its last size from one side, also after its divider was placed.
        split.layout();
        divide();
    }

    /// Details beside the table keep their width while the split is resized; below it, they share its height, so that
    /// what opens above takes height from both.
    private void setOrientation(Orientation orientation) {
        split.setOrientation(orientation);
        SplitPane.setResizableWithParent(details, orientation == Orientation.VERTICAL);
    }

    private void divide() {
        dragged.unsubscribe();
        if (split.getDividers().isEmpty()) return;
        split.setDividerPositions(1 - share());
        if (split.getOrientation() == Orientation.HORIZONTAL && !isWide.getValue())
            dragged = split.getDividers().getFirst().positionProperty().subscribe((_, now) -> {
                if (isDragged()) model.panes().setDetailsShare(1 - now.doubleValue());
            });
    }

    /// The position also changes when the window is resized.
    private boolean isDragged() {
        return split.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed);
    }

    /// The details' share of the width or height.
    private double share() {
        double share = model.panes().detailsShare();
        if (split.getOrientation() == Orientation.VERTICAL) return Math.max(share, LEAST_SHARE_BELOW);
        if (isWide.getValue()) return Math.max(share, LEAST_SHARE_WIDE);
        double width = split.getWidth();
        if (!model.panes().isUsualShare() || width <= 0) return share;
        double scale = scale();
        double most = Math.max(USUAL_DETAILS * scale, width - WHOLE_TABLE * scale);
        double left = Math.max(LEAST_DETAILS * scale, width - TABLE * scale);
        return Math.min(share * width, Math.min(most, left)) / width;
    }
}
