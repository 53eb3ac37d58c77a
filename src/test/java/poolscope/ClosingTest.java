package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import poolscope.demo.TestCloud;
import poolscope.settings.Appearance;

/// A window in its first second: closed, or placed where nobody can take hold of it.
class ClosingTest {
    @Test
    void nothing_is_made_after_the_end() throws Exception {
        try (var appFixture = AppFixture.unfinished(TestCloud.start(AppFixture.still(5)),
                Files.createTempDirectory("desk"), Appearance.Theme.LIGHT)) {
            var before = appFixture.fx(() -> {
                appFixture.appComposition.stage().hide();
                appFixture.appComposition.close();
                return items(appFixture);
            });
            var after = appFixture.fx(() -> {
                appFixture.appComposition.complete();
                return items(appFixture);
            });
            assertThat(after).isNotEmpty().isEqualTo(before);
        }
    }

    @Test
    void a_window_that_was_placed_with_its_title_above_the_screen_is_pulled_back() throws Exception {
        try (var appFixture = AppFixture.unfinished(TestCloud.start(AppFixture.still(5)),
                Files.createTempDirectory("desk"), Appearance.Theme.LIGHT)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().show();
                appFixture.appComposition.stage().setY(-30);
                appFixture.appComposition.complete();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().getY())).isNotNegative();
        }
    }

    private static List<Integer> items(AppFixture appFixture) {
        return ((MenuBar) appFixture.find(".menu-bar")).getMenus()
                .stream()
                .map(menu -> menu.getItems().size())
                .toList();
    }
}
