package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.WindowAppearance;

/// The contrast of everything that is drawn on every screen, against WCAG 2.2: texts 4.5 : 1 (large ones 3 : 1), icons
/// and shapes that carry meaning 3 : 1. What is disabled is left out.
class ScreenContrastTest {
    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT_OR_SHAPE = 3;
    /// In pixels: 18 points, and 14 points in bold.
    private static final double LARGE = 24;
    private static final double LARGE_BOLD = 18.66;
    private static final Set<String> SHAPES = Set.of("icon", "status-mark", "step-mark", "fill", "disclosure",
            "changed-dot", "mark", "arrow", "status-tick");

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void every_text_and_shape_of_the_window_can_be_seen(WindowAppearance.Theme theme) throws Exception {
        try (var app = AppFixture.open(AppFixture.still(60).withV2Pools(20)).untilRead()) {
            EveryForm.look(app, WindowAppearance.Language.ENGLISH, theme);
            var poor = new TreeSet<String>();
            for (var item : List.of("chartsItem", "fitItem", "momentsItem"))
                EveryForm.choose(app, item);
            judge(app, "charts and fit", poor);
            app.type("status:running");
            app.hands().push(KeyCode.ENTER).write("gpus:1");
            app.settle();
            judge(app, "filter", poor);
            app.fx(() -> {
                app.appComposition.pools().filter().setText("not owner:nobody");
                return true;
            });
            app.until("it is applied", () -> app.table().getItems().size() == 80);
            for (var tab : List.of("NODES", "JOBS", "EVENTS")) {
                V2DetailsFixture.select(app, "aurora");
                V2DetailsFixture.choose(app, tab);
                app.settle();
                judge(app, tab, poor);
            }
            app.hands().moveTo(".table-row-cell:filled");
            judge(app, "hovered", poor);
            assertThat(poor).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void a_selected_row_keeps_the_colour_of_nodes_that_are_not_available(WindowAppearance.Theme theme)
            throws Exception {
        try (var app = AppFixture.open(60)) {
            EveryForm.look(app, WindowAppearance.Language.ENGLISH, theme);
            app.type("avail<nodes");
            app.untilFiltered();
            var before = shortNodes(app);
            app.fx(() -> {
                app.table().requestFocus();
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.A);
            app.until("all are selected",
                    () -> app.appComposition.pools().selectedPools().size() == app.table().getItems().size());
            var poor = new TreeSet<String>();
            judge(app, "selected", poor);
            assertThat(poor).isEmpty();
            assertThat(shortNodes(app)).allMatch(colour -> Math.abs(colour.getHue() - before.getFirst().getHue()) < 5
                    && colour.getSaturation() > 0.5);
        }
    }

    private static List<Color> shortNodes(AppFixture app) {
        return app.fx(() -> app.table()
                .lookupAll(".value-cell:short")
                .stream()
                .map(cell -> (Color) ((Labeled) cell).getTextFill())
                .toList());
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void every_text_and_shape_of_every_form_can_be_seen(WindowAppearance.Theme theme) throws Exception {
        try (var app = AppFixture.open(AppFixture.still(20).withV2Pools(20)).untilRead()) {
            EveryForm.look(app, WindowAppearance.Language.ENGLISH, theme);
            var poor = new TreeSet<String>();
            EveryForm.open(app, (name, form) -> app.fx(() -> {
                judge(name, form, backdrop(form), poor);
                return true;
            }));
            assertThat(poor).isEmpty();
        }
    }

    private static void judge(AppFixture app, String where, Set<String> poor) {
        app.fx(() -> {
            judge(where, app.appComposition.stage().getScene().getRoot(), Color.WHITE, poor);
            return true;
        });
    }

    private static Color backdrop(Node form) {
        return form instanceof Region region && region.getBackground() != null
                && region.getBackground().getFills().getLast().getFill() instanceof Color colour ? colour : Color.WHITE;
    }

    private static void judge(String where, Node node, Color below, Set<String> poor) {
        if (!node.isVisible() || node.isDisabled() || node instanceof MenuBar || node.getOpacity() < 1) return;
        var ground = below;
        if (node instanceof Text text && !text.getText().isBlank() && text.getFill() instanceof Color ink) {
            var font = text.getFont();
            boolean isLarge = font.getSize() >= LARGE
                    || font.getStyle().contains("Bold") && font.getSize() >= LARGE_BOLD;
            check(where, node, ink, ground, isLarge ? LARGE_TEXT_OR_SHAPE : TEXT, poor);
        }
        if (node instanceof Region box && box.getStyleClass().contains("box") && box.getBackground() != null)
            colours(box.getBackground().getFills().getFirst().getFill())
                    .forEach(border -> check(where, box, border, below, LARGE_TEXT_OR_SHAPE, poor));
        if (node instanceof Region region && region.getBackground() != null)
            for (var fill : region.getBackground().getFills()) {
                boolean isShape = node.getStyleClass().stream().anyMatch(SHAPES::contains) && region.getWidth() > 0
                        && !isUnticked(node);
                for (var colour : colours(fill.getFill()))
                    if (isShape && colour.getOpacity() > 0)
                        check(where, node, colour, below, LARGE_TEXT_OR_SHAPE, poor);
                // a fill that does not reach the edge is drawn over the others
                var colours = colours(fill.getFill());
                if (!colours.isEmpty()) ground = over(colours.getLast(), ground);
            }
        if (node instanceof Parent parent) for (var child : parent.getChildrenUnmodifiable())
            judge(where, child, ground, poor);
    }

    /// The mark of a check box that is not ticked has the colour of the box.
    private static boolean isUnticked(Node node) {
        return node.getParent() instanceof Node box && box.getParent() instanceof CheckBox check && !check.isSelected();
    }

    private static List<Color> colours(Paint paint) {
        if (paint instanceof Color colour) return List.of(colour);
        return paint instanceof LinearGradient gradient
                ? gradient.getStops().stream().map(Stop::getColor).distinct().toList()
                : List.of();
    }

    private static void check(String where, Node node, Color ink, Color ground, double least, Set<String> poor) {
        double contrast = WcagContrast.of(over(ink, ground), ground);
        if (contrast >= least) return;
        var place = new ArrayList<String>();
        for (Node at = node; at != null && place.size() < 3; at = at.getParent())
            if (!at.getStyleClass().isEmpty()) place.add("." + String.join(".", at.getStyleClass()));
        var text = node instanceof Text one ? " “" + one.getText() + "”" : "";
        poor.add("%s: %s%s %s on %s: %.2f, not %.1f".formatted(where, place, text, ink, ground, contrast, least));
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }
}
