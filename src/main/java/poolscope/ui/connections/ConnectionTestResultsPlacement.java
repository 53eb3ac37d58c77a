package poolscope.ui.connections;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.parts.FormScrollPane;
import poolscope.ui.parts.SceneNodeVisibility;

/// Places the checks of *Test connection* beside the fields in a wide window, and below them in a narrow one.
final class ConnectionTestResultsPlacement {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    /// The narrowest window with room for two columns, in font sizes of the note: 828 pixels at 100 %.
    private static final double TWO_COLUMNS = 69;

    private final Pane form;
    private final Columns columns;
    private final Checks checks;

    /// @param left
    ///            holds the fields, and below them the checks in a narrow window
    /// @param leftScroll
    ///            scrolls the left column
    /// @param rightScroll
    ///            scrolls the checks in a wide window
    record Columns(VBox left, FormScrollPane leftScroll, FormScrollPane rightScroll) {}

    /// @param all
    ///            heading, note and steps
    /// @param note
    ///            shown in place of the steps before the first test
    record Checks(VBox all, Label note, GridPane steps) {}

    ConnectionTestResultsPlacement(Pane form, Columns columns, Checks checks) {
        this.form = form;
        this.columns = columns;
        this.checks = checks;
    }

    /// Places the checks, and again whenever the width of the window or the zoom changes.
    Subscription follow() {
        checks.steps.getChildren().addListener((ListChangeListener<Node>) _ -> place());
        checks.steps.heightProperty().subscribe((_, _) -> showNewest());
        return Subscription.combine(form.sceneProperty().flatMap(Scene::widthProperty).subscribe(_ -> place()),
                checks.note.fontProperty().subscribe(_ -> place()));
    }

    private boolean isWide() {
        return form.getScene() != null && form.getScene().getWidth() >= TWO_COLUMNS * checks.note.getFont().getSize();
    }

    private boolean isBeside() {
        return columns.rightScroll.getContent() == checks.all;
    }

    private void place() {
        boolean isWide = isWide();
        boolean isEmpty = checks.steps.getChildren().isEmpty();
        form.pseudoClassStateChanged(WIDE, isWide);
        SceneNodeVisibility.show(columns.rightScroll, isWide);
        SceneNodeVisibility.show(checks.all, isWide || !isEmpty);
        SceneNodeVisibility.show(checks.note, isEmpty);
        if (isWide && !isBeside()) {
            columns.left.getChildren().remove(checks.all);
            columns.rightScroll.setContent(checks.all);
        } else if (!isWide && isBeside()) {
            columns.rightScroll.setContent(null);
            columns.left.getChildren().add(checks.all);
        }
    }

    private void showNewest() {
        var scroll = isBeside() ? columns.rightScroll : columns.leftScroll;
        scroll.setVvalue(scroll.getVmax());
    }
}
