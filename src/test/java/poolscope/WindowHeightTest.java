package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// What depends on the height of the window follows it for as long as the window lives, whatever was changed
/// in between.
class WindowHeightTest {
    private static final double LOW = 680;
    private static final double HIGH = 900;
    private static final int ZOOM = 150;
    private static final double SHARE_OF_CHARTS = 0.3;

    /// What an operator changes between two changes of the height.
    enum Change {
        ZOOM(windowAppearance -> windowAppearance.withZoomPercent(125)),
        THEME(windowAppearance -> windowAppearance.withTheme(WindowAppearance.Theme.DARK)),
        DENSITY(windowAppearance -> windowAppearance.withDensity(WindowAppearance.Density.COMPACT)),
        LANGUAGE(windowAppearance -> windowAppearance.withLanguage(WindowAppearance.Language.CHINESE));

        private final UnaryOperator<WindowAppearance> by;

        Change(UnaryOperator<WindowAppearance> by) {
            this.by = by;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_charts_take_their_share_of_it_after_a_change_of_look(Change change) throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            appFixture.fx(() -> {
                ((ToggleButton) appFixture.find("#charts")).fire();
                return true;
            });
            appFixture.until("the charts are shown",
                    () -> appFixture.find(".charts") != null && appFixture.find(".charts").isVisible());
            look(appFixture, windowAppearance -> windowAppearance.withZoomPercent(ZOOM));
            look(appFixture, change.by);
            for (double height : new double[]{LOW, HIGH, LOW}) {
                resize(appFixture, height);
                assertThat(charts(appFixture)).isCloseTo(sceneHeight(appFixture) * SHARE_OF_CHARTS, within(1.0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"THEME", "DENSITY", "LANGUAGE"})
    void the_details_go_below_the_table_after_a_change_of_look(Change change) throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            look(appFixture, windowAppearance -> windowAppearance.withZoomPercent(ZOOM));
            look(appFixture, change.by);
            resize(appFixture, LOW);
            assertThat(orientation(appFixture)).isEqualTo(Orientation.HORIZONTAL);
            resize(appFixture, HIGH);
            assertThat(orientation(appFixture)).isEqualTo(Orientation.VERTICAL);
            resize(appFixture, LOW);
            assertThat(orientation(appFixture)).isEqualTo(Orientation.HORIZONTAL);
        }
    }

    private static void look(AppFixture appFixture, UnaryOperator<WindowAppearance> change) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(change.apply(windowAppearance.get()));
            return true;
        });
        appFixture.settle();
    }

    private static void resize(AppFixture appFixture, double height) {
        appFixture.fx(() -> {
            appFixture.appComposition.stage().setHeight(height);
            return true;
        });
        appFixture.until("the window has its height",
                () -> appFixture.appComposition.stage().getScene().getHeight() > height - 60
                        && appFixture.appComposition.stage().getScene().getHeight() <= height);
    }

    private static double sceneHeight(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.stage().getScene().getHeight());
    }

    private static double charts(AppFixture appFixture) {
        return appFixture.fx(() -> ((Region) appFixture.find(".charts")).getMinHeight());
    }

    private static Orientation orientation(AppFixture appFixture) {
        return appFixture.fx(() -> ((SplitPane) appFixture.find("#panes")).getOrientation());
    }
}
