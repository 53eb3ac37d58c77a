package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolListDiff;

/// Stepping back in time in the window, by keys.
class ShownMomentWindowTest {
    private final MovableClock clock = new MovableClock();

    private static List<Pool> pools(AppFixture app) {
        return app.fx(() -> app.appComposition.pools().arrangedPools().set().pools());
    }

    private static MenuItem exportItem(AppFixture app) {
        return ((MenuBar) app.find("#menuBar")).getMenus()
                .getFirst()
                .getItems()
                .stream()
                .filter(item -> "exportItem".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_table_shows_the_pools_as_they_were_bar_and_foot_say_so_and_escape_goes_back() throws Exception {
        try (var app = TrendsWindowTest.watched(clock, 0)) {
            var first = pools(app);
            List<List<Pool>> readings = new ArrayList<>();
            for (int reading = 0; reading < 4; reading++) {
                clock.advance(Duration.ofMinutes(30));
                TrendsWindowTest.refresh(app);
                readings.add(pools(app));
            }
            assertThat(app.find("#moments")).isNull();
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
            app.until("the bar is there", () -> app.text("#momentSentence").startsWith("Now. 4 earlier moments"));
            app.hands().push(KeyCode.ALT, KeyCode.LEFT);
            app.until("an earlier moment is shown",
                    () -> app.text("#momentSentence").startsWith("You see 2026-03-04 06:36, not now."));
            app.until("the table shows it", () -> PoolListDiff.between(readings.get(2), pools(app)).isEmpty());
            assertThat(PoolListDiff.between(readings.get(3), pools(app))).isNotEmpty();
            assertThat(app.labels()).contains("Shown: 2026-03-04 06:36, not now")
                    .noneMatch(text -> text.startsWith("As of "));
            assertThat(app.fx(() -> ((Button) app.find("#changes")).getText())).startsWith("Now: ");
            assertThat(app.fx(() -> exportItem(app).isDisable())).isTrue();
            app.hands().push(KeyCode.ALT, KeyCode.HOME);
            app.until("the first moment is shown", () -> PoolListDiff.between(first, pools(app)).isEmpty());
            app.hands().push(KeyCode.ALT, KeyCode.END);
            app.until("the table shows the pools of now",
                    () -> PoolListDiff.between(readings.get(3), pools(app)).isEmpty());
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.T);
            app.until("the bar is there", () -> app.text("#momentSentence").startsWith("Now. 4 earlier moments"));
            app.hands().push(KeyCode.ALT, KeyCode.LEFT);
            app.until("an earlier moment is shown",
                    () -> app.text("#momentSentence").startsWith("You see 2026-03-04 06:36, not now."));
            app.hands().push(KeyCode.ESCAPE);
            app.until("the table shows the pools of now",
                    () -> PoolListDiff.between(readings.get(3), pools(app)).isEmpty());
            assertThat(app.find("#moments").isVisible()).isFalse();
            assertThat(app.fx(() -> exportItem(app).isDisable())).isFalse();
        }
    }
}
