package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poolscope.demo.TestCloud;
import poolscope.settings.WindowAppearance;

/// A window that a window manager places where nobody can take hold of it.
class WindowPlaceTest {
    @Test
    void a_window_that_was_placed_with_its_title_above_the_screen_is_pulled_back() throws Exception {
        try (var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(5)), TemporaryFolder.create("desk"),
                WindowAppearance.Theme.LIGHT)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().show();
                appFixture.appComposition.stage().setY(-30);
                appFixture.appComposition.mainWindow().pullBack();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.appComposition.stage().getY())).isNotNegative();
        }
    }
}
