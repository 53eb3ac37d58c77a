package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// The colours that the tokens of `app.css` really have, in both themes, against WCAG 2.2: text 4.5 : 1, shapes and the
/// ring of the focus 3 : 1.
class ContrastTest {
    /// What is written or drawn on which ground: amber words never stand on a tint, and purple is the tag of a
    /// connection's card.
    private static final List<String> GROUNDS = List.of("-ground", "-ground-quiet", "-tint");
    private static final List<String> PAPERS = List.of("-ground", "-ground-quiet");
    /// WCAG's enhanced contrast.
    private static final double HIGH = 7;
    private static final List<String> TEXTS = List.of("-ink", "-ink-muted", "-accent", "-abnormal");
    private static final List<String> SHAPES = List.of("-focus", "-running", "-deploying", "-concerning", "-abnormal",
            "-other", "-attention", "-ink-muted");

    @ParameterizedTest
    @CsvSource({"LIGHT, PROGRAM", "DARK, PROGRAM", "LIGHT, SYSTEM", "DARK, SYSTEM"})
    void every_ink_can_be_read_on_every_ground(WindowAppearance.Theme theme, WindowAppearance.AccentColour accent)
            throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            dress(appFixture, theme);
            var blue = appFixture.fx(() -> colour(appFixture, "-accent"));
            var deploying = appFixture.fx(() -> colour(appFixture, "-deploying"));
            dress(appFixture, theme, accent);
            boolean isBlue = accent == WindowAppearance.AccentColour.PROGRAM;
            assertThat(appFixture.fx(() -> colour(appFixture, "-accent").equals(blue))).isEqualTo(isBlue);
            assertThat(appFixture.fx(() -> colour(appFixture, "-deploying"))).isEqualTo(deploying);
            var poor = new ArrayList<String>();
            for (var ground : GROUNDS) {
                for (var text : TEXTS)
                    check(appFixture, text, ground, 4.5, poor);
                for (var shape : SHAPES)
                    check(appFixture, shape, ground, 3, poor);
            }
            for (var paper : PAPERS) {
                check(appFixture, "-attention", paper, 4.5, poor);
                check(appFixture, "-purple", paper, 3, poor);
            }
            for (var text : List.of("-ink", "-attention", "-accent"))
                check(appFixture, text, "-attention-ground", 4.5, poor);
            // the label of a button that deletes, and the ring of its focus beside it
            check(appFixture, "-color-fg-emphasis", "-color-danger-emphasis", 4.5, poor);
            assertThat(poor).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void lines_and_borders_are_as_clear_as_texts_where_high_contrast_is_asked_for(WindowAppearance.Theme theme)
            throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            dress(appFixture, theme);
            appFixture.fx(() -> {
                appFixture.appComposition.stage()
                        .getScene()
                        .getRoot()
                        .pseudoClassStateChanged(PseudoClass.getPseudoClass("high-contrast"), true);
                return true;
            });
            appFixture.settle();
            var poor = new ArrayList<String>();
            for (var token : List.of("-line", "-hairline", "-ink-muted", "-other", "-color-border-default",
                    "-color-fg-subtle"))
                for (var ground : PAPERS)
                    check(appFixture, token, ground, HIGH, poor);
            assertThat(poor).isEmpty();
        }
    }

    private static void check(AppFixture appFixture, String ink, String ground, double least, List<String> poor) {
        var paper = appFixture.fx(() -> colour(appFixture, "-ground"));
        var below = over(appFixture.fx(() -> colour(appFixture, ground)), paper);
        var above = over(appFixture.fx(() -> colour(appFixture, ink)), below);
        double contrast = WcagContrast.of(above, below);
        if (contrast < least) poor.add("%s on %s: %.2f, not %.1f".formatted(ink, ground, contrast, least));
    }

    private static Color colour(AppFixture appFixture, String token) {
        var root = (Pane) appFixture.appComposition.stage().getScene().getRoot();
        var patch = new Region();
        patch.setStyle("-fx-background-color: " + token + ";");
        root.getChildren().add(patch);
        patch.applyCss();
        var colour = (Color) patch.getBackground().getFills().getFirst().getFill();
        root.getChildren().remove(patch);
        return colour;
    }

    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static void dress(AppFixture appFixture, WindowAppearance.Theme theme) {
        dress(appFixture, theme, WindowAppearance.AccentColour.PROGRAM);
    }

    private static void dress(AppFixture appFixture, WindowAppearance.Theme theme,
            WindowAppearance.AccentColour accent) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withTheme(theme).withAccentColour(accent));
            return true;
        });
        appFixture.settle();
    }
}
