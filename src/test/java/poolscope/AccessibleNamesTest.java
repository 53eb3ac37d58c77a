package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.WindowAppearance;

/// What a screen reader is given of every screen, by the rules of JavaFX's bridges to UI Automation and
/// NSAccessibility: the name of a field is its label, the name of another control its accessible text or its text.
class AccessibleNamesTest {
    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void every_control_of_every_form_has_a_name_and_stands_in_the_order_of_reading(WindowAppearance.Language language)
            throws Exception {
        try (var app = AppFixture.open(AppFixture.still(20).withV2Pools(20)).untilRead()) {
            EveryForm.look(app, language, WindowAppearance.Theme.LIGHT);
            var faults = new ArrayList<String>();
            EveryForm.open(app, (query, form) -> {
                faults.addAll(app.fx(() -> nameless(query, form)));
                faults.addAll(app.fx(() -> outOfOrder(query, form)));
            });
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void every_control_of_the_window_has_a_name(WindowAppearance.Language language) throws Exception {
        try (var app = AppFixture.open(AppFixture.still(20).withV2Pools(20)).untilRead()) {
            EveryForm.look(app, language, WindowAppearance.Theme.LIGHT);
            for (var item : List.of("chartsItem", "fitItem", "momentsItem"))
                EveryForm.choose(app, item);
            app.type("not owner:nobody");
            app.hands().push(KeyCode.ENTER);
            app.settle();
            var faults = new ArrayList<String>();
            for (var tab : List.of("NODES", "JOBS", "EVENTS", "JSON")) {
                V2DetailsFixture.select(app, "aurora");
                if (app.fx(() -> app.find("#tab" + tab) != null)) V2DetailsFixture.choose(app, tab);
                app.settle();
                faults.addAll(app.fx(() -> nameless(tab, app.appComposition.stage().getScene().getRoot())));
            }
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void tab_and_shift_tab_go_round_each_form() throws Exception {
        try (var app = AppFixture.open(AppFixture.still(20).withV2Pools(20)).untilRead()) {
            EveryForm.open(app, (query, form) -> {
                var all = app.fx(() -> FormsTest.controls(form));
                for (var key : List.of("Tab", "Shift+Tab")) {
                    var walked = new ArrayList<Node>();
                    for (int i = 0; i < all.size(); i++) {
                        FormsTest.press(app, KeyCombination.valueOf(key));
                        walked.add(app.fx(() -> app.appComposition.stage().getScene().getFocusOwner()));
                    }
                    assertThat(walked).as(query + " by " + key).containsExactlyInAnyOrderElementsOf(all);
                }
            });
        }
    }

    private static List<String> nameless(String where, Node root) {
        var controls = Stream.concat(
                visible(root).stream().filter(node -> node.isFocusTraversable() || node instanceof Button),
                all(root).stream().filter(AccessibleNamesTest::isField));
        return controls.filter(node -> name(node).isBlank()).map(node -> where + ": " + node).distinct().toList();
    }

    private static List<String> outOfOrder(String where, Node root) {
        var faults = new ArrayList<String>();
        Node before = null;
        for (var node : visible(root)) {
            if (!node.isFocusTraversable() || node.isDisabled() || node instanceof ToggleButton) continue;
            if (before != null && pane(node) == pane(before) && isAbove(bounds(node), bounds(before)))
                faults.add(where + ": " + node + " after " + before);
            before = node;
        }
        return faults;
    }

    /// Not so when it is to the right, where the next column begins.
    private static boolean isAbove(Bounds next, Bounds before) {
        return next.getMaxY() <= before.getMinY() && next.getMinX() < before.getMaxX();
    }

    /// What of a scroll pane is out of view has no place on screen.
    private static Node pane(Node node) {
        var at = node.getParent();
        while (at != null && !(at instanceof ScrollPane))
            at = at.getParent();
        return at;
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String name(Node node) {
        if (isField(node))
            return node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                    && node.getAccessibleText() == null ? label.getText() : "";
        if (node.getAccessibleText() != null) return node.getAccessibleText();
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    private static boolean isField(Node node) {
        return node instanceof TextInputControl || node instanceof ComboBoxBase<?> || node instanceof ChoiceBox<?>;
    }

    private static List<Node> visible(Node root) {
        return inside(root, Node::isVisible);
    }

    /// Also what is not shown now.
    private static List<Node> all(Node root) {
        return inside(root, _ -> true);
    }

    /// The parts of a field are none of their own.
    private static List<Node> inside(Node node, Predicate<Node> which) {
        if (!which.test(node)) return List.of();
        var found = new ArrayList<Node>();
        found.add(node);
        if (node instanceof Parent parent && !isField(node) && !(node instanceof MenuBar))
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(inside(child, which)));
        return found;
    }
}
