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
import poolscope.settings.Look;
import poolscope.settings.Settings;

/// What depends on the height of the window follows it for as long as the window lives, whatever was changed in between.
class WindowHeightTest {
    private static final double LOW = 680;
    private static final double HIGH = 900;
    private static final int ZOOM = 150;
    private static final double SHARE_OF_CHARTS = 0.3;

    /// What an operator changes between two changes of the height.
    enum Change {
        ZOOM(look -> look.withZoomPercent(125)),
        THEME(look -> look.withTheme(Look.Theme.DARK)),
        DENSITY(
                look -> look.withDensity(Look.Density.COMPACT)),
        LANGUAGE(look -> look.withLanguage(Look.Language.CHINESE));

        private final UnaryOperator<Look> by;

        Change(UnaryOperator<Look> by) {
            this.by = by;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_charts_take_their_share_of_it_after_a_change_of_look(Change change) throws Exception {
        try (var desk = Desk.open(20)) {
            desk.fx(() -> {
                ((ToggleButton) desk.find("#charts")).fire();
                return true;
            });
            desk.until("the charts are shown", () -> desk.find(".charts") != null && desk.find(".charts").isVisible());
            look(desk, look -> look.withZoomPercent(ZOOM));
            look(desk, change.by);
            for (double height : new double[]{LOW, HIGH, LOW}) {
                resize(desk, height);
                assertThat(charts(desk)).isCloseTo(sceneHeight(desk) * SHARE_OF_CHARTS, within(1.0));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"THEME", "DENSITY", "LANGUAGE"})
    void the_details_go_below_the_table_after_a_change_of_look(Change change) throws Exception {
        try (var desk = Desk.open(20)) {
            look(desk, look -> look.withZoomPercent(ZOOM));
            look(desk, change.by);
            resize(desk, LOW);
            assertThat(orientation(desk)).isEqualTo(Orientation.HORIZONTAL);
            resize(desk, HIGH);
            assertThat(orientation(desk)).isEqualTo(Orientation.VERTICAL);
            resize(desk, LOW);
            assertThat(orientation(desk)).isEqualTo(Orientation.HORIZONTAL);
        }
    }

    private static void look(Desk desk, UnaryOperator<Look> change) {
        desk.fx(() -> {
            var look = desk.program.settings().part(Settings::look, Settings::withLook);
            look.set(change.apply(look.get()));
            return true;
        });
        desk.settle();
    }

    private static void resize(Desk desk, double height) {
        desk.fx(() -> {
            desk.program.stage().setHeight(height);
            return true;
        });
        desk.until("the window has its height", () -> desk.program.stage().getScene().getHeight() > height - 60
                && desk.program.stage().getScene().getHeight() <= height);
    }

    private static double sceneHeight(Desk desk) {
        return desk.fx(() -> desk.program.stage().getScene().getHeight());
    }

    private static double charts(Desk desk) {
        return desk.fx(() -> ((Region) desk.find(".charts")).getMinHeight());
    }

    private static Orientation orientation(Desk desk) {
        return desk.fx(() -> ((SplitPane) desk.find("#panes")).getOrientation());
    }
}
