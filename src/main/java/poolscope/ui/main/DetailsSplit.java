package poolscope.ui.main;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.util.Subscription;
import poolscope.settings.Appearance;

/// The table and the details: side by side, or one above the other when the window is narrow and high enough. Where the
/// operator drags the divider to is remembered.
final class DetailsSplit {
    /// Pixels at 100 % under which a table beside the details shows too few columns.
    private static final double NARROW = 710;
    /// Height of the window in pixels at 100 % under which a table over the details shows too few rows.
    private static final double LOW = 500;
    /// Below the table the details need more than beside it.
    private static final double LEAST_SHARE_BELOW = 0.4;

    private final SplitPane split;
    private final Node details;
    private final MainModel model;
    private Subscription dragged = Subscription.EMPTY;

    DetailsSplit(SplitPane split, MainModel model) {
        this.split = split;
        this.model = model;
        details = split.getItems().getLast();
        SplitPane.setResizableWithParent(details, false);
    }

    Subscription install() {
        return Subscription.combine(split.widthProperty().subscribe((_, _) -> turn()),
                split.sceneProperty().flatMap(Scene::heightProperty).subscribe((_, _) -> turn()),
                model.appearanceProperty().map(Appearance::scale).subscribe((_, _) -> turn()),
                model.placeProperty().map(place -> place.detailsShown()).subscribe(this::show),
                () -> dragged.unsubscribe());
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
        split.setDividerPositions(1 - (below ? Math.max(share, LEAST_SHARE_BELOW) : share));
        if (!below)
            dragged = split.getDividers()
                    .getFirst()
                    .positionProperty()
                    .subscribe((_, now) -> model.divide(1 - now.doubleValue()));
    }
}
