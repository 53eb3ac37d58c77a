package poolscope.ui.main;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.util.Subscription;
import poolscope.settings.Appearance;

/// Places table and details side by side, or one above the other when the window is narrow and high enough. The
/// divider's position is remembered.
final class DetailsSplit {
    /// Minimum width of a table beside the details, in pixels at 100 %; a narrower one shows too few columns.
    private static final double NARROW = 710;
    /// Minimum height of the window for details below the table, in pixels at 100 %; a lower one shows too few rows.
    private static final double LOW = 500;
    /// The details' share of the height when they are below the table.
    private static final double LEAST_SHARE_BELOW = 0.4;

    /// The details' share of the width when they contain a table.
    private static final double LEAST_SHARE_OF_TABLE = 0.55;

    private final SplitPane split;
    private final Node details;
    private final MainModel model;
    private final ObservableValue<Boolean> isTableShown;
    private Subscription dragged = Subscription.EMPTY;

    /// @param isTableShown
    ///            whether the details contain a table, which needs more space than fields
    DetailsSplit(SplitPane split, MainModel model, ObservableValue<Boolean> isTableShown) {
        this.split = split;
        this.model = model;
        this.isTableShown = isTableShown;
        details = split.getItems().getLast();
        SplitPane.setResizableWithParent(details, false);
    }

    Subscription install() {
        return Subscription.combine(split.widthProperty().subscribe((_, _) -> turn()),
                split.sceneProperty().flatMap(Scene::heightProperty).subscribe((_, _) -> turn()),
                model.appearanceProperty().map(Appearance::scale).subscribe((_, _) -> turn()),
                model.placeProperty().map(place -> place.detailsShown()).subscribe(this::show),
                isTableShown.subscribe((_, _) -> divide()), () -> dragged.unsubscribe());
    }

    private void show(boolean shown) {
        if (shown == split.getItems().contains(details)) {
            if (shown) divide();
            return;
        }
        dragged.unsubscribe();
        if (shown) {
            split.getItems().add(details);
            divide();
        } else {
            split.getItems().remove(details);
        }
    }

    private void turn() {
        if (split.getWidth() <= 0 || split.getScene() == null) return;
        double scale = model.appearanceProperty().get().scale();
        var orientation = split.getWidth() < NARROW * scale && split.getScene().getHeight() >= LOW * scale
                ? Orientation.VERTICAL
                : Orientation.HORIZONTAL;
        if (split.getOrientation() == orientation) return;
        split.setOrientation(orientation);
        divide();
    }

    private void divide() {
        dragged.unsubscribe();
        if (split.getDividers().isEmpty()) return;
        double share = model.placeProperty().get().detailsShare();
        boolean below = split.getOrientation() == Orientation.VERTICAL;
        boolean isWide = isTableShown.getValue();
        double least = below ? LEAST_SHARE_BELOW : isWide ? LEAST_SHARE_OF_TABLE : 0;
        split.setDividerPositions(1 - Math.max(share, least));
        if (!below && !isWide)
            dragged = split.getDividers()
                    .getFirst()
                    .positionProperty()
                    .subscribe((_, now) -> model.setDetailsShare(1 - now.doubleValue()));
    }
}
