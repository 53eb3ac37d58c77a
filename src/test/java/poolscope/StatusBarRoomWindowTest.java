package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// How much the status bar says after a longer text is gone.
class StatusBarRoomWindowTest {
    private final MovableClock clock = new MovableClock();

    /// A part of the bar as it is seen.
    private record Part(String text, boolean isShown, double x) {}

    private AppFixture app(WindowAppearance.Language language) throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(240).withClock(clock).withDrift(false));
        var app = AppFixture.open(cloud, clock).untilRead();
        app.fx(() -> {
            var appearance = app.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            appearance.set(appearance.get().withLanguage(language));
            return true;
        });
        app.settle();
        return app;
    }

    private static List<Part> parts(AppFixture app) {
        app.settle();
        return app.fx(() -> {
            ((Parent) app.find(".status-bar")).layout();
            return ((StatusBar) app.find(".status-bar")).getRightItems()
                    .stream()
                    .filter(Labeled.class::isInstance)
                    .map(part -> new Part(((Labeled) part).getText(), part.isVisible(), x(part)))
                    .toList();
        });
    }

    private static double x(Node part) {
        return part.isVisible() ? part.localToScene(part.getLayoutBounds()).getMinX() : 0;
    }

    private static void selectOne(AppFixture app, int row) {
        app.fx(() -> {
            app.table().getSelectionModel().clearAndSelect(row);
            app.table().requestFocus();
            return true;
        });
        app.until("it is selected", () -> app.appComposition.pools().selection().count() == 1);
    }

    private static void selectAll(AppFixture app) {
        app.hands().push(KeyCode.SHORTCUT, KeyCode.A);
        app.until("all are added up", () -> app.appComposition.pools().selectedTotalsProperty().get().pools() == 240);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void after_a_selection_of_all_and_after_a_hidden_one_the_bar_says_as_much_as_before(
            WindowAppearance.Language language) throws Exception {
        try (var app = app(language)) {
            ColumnWidthsWindowTest.sized(app, 1_200, 800, 100);
            selectOne(app, 3);
            var before = parts(app);
            selectAll(app);
            assertThat(parts(app).get(2).text()).as("the changes").isNotEqualTo(before.get(2).text());
            selectOne(app, 4);
            assertThat(parts(app)).isEqualTo(before);
            app.type("zzz");
            app.untilFiltered();
            assertThat(parts(app)).isNotEqualTo(before);
            app.type("");
            app.untilFiltered();
            assertThat(parts(app)).isEqualTo(before);
        }
    }

    @Test
    void after_an_earlier_moment_was_shown_the_bar_says_as_much_as_before() throws Exception {
        try (var app = ColumnWidthsWindowTest.sized(TrendsWindowTest.watched(clock, 0), 1_250, 800, 100)) {
            for (int reading = 0; reading < 2; reading++) {
                clock.advance(Duration.ofMinutes(30));
                TrendsWindowTest.refresh(app);
            }
            var before = parts(app);
            app.hands().push(KeyCode.ALT, KeyCode.LEFT);
            app.until("an earlier moment is shown", () -> app.text("#age").startsWith("Shown: "));
            assertThat(parts(app)).isNotEqualTo(before);
            app.hands().push(KeyCode.ALT, KeyCode.END);
            app.until("the pools of now are shown", () -> !app.text("#age").startsWith("Shown: "));
            assertThat(parts(app)).isEqualTo(before);
        }
    }
}
