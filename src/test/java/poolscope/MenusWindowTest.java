package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.PlatformMenuShortcuts;

class MenusWindowTest {
    @Test
    void have_their_keys_before_anything_else_was_pressed() throws Exception {
        boolean mac = PlatformMenuShortcuts.ofThis().mac();
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                Event.fireEvent(appFixture.appComposition.stage().getScene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, !mac, false, mac));
                return true;
            });
            appFixture.until("the form is there", () -> appFixture.find("#endpoint") != null);
        }
    }

    @Test
    void stay_when_the_language_changes() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var before = appFixture.fx(() -> items(appFixture));
            assertThat(appFixture.fx(() -> {
                appFixture.appComposition.settings()
                        .part(settings -> settings.windowAppearance(),
                                (settings, appearance) -> settings.withWindowAppearance(appearance))
                        .set(appFixture.appComposition.settings()
                                .settings()
                                .windowAppearance()
                                .withLanguage(WindowAppearance.Language.CHINESE));
                return items(appFixture);
            })).isEqualTo(before);
        }
    }

    private static List<Integer> items(AppFixture appFixture) {
        return menus(appFixture).stream().map(menu -> menu.getItems().size()).toList();
    }

    private static List<Menu> menus(AppFixture appFixture) {
        return ((MenuBar) appFixture.find(".menu-bar")).getMenus();
    }
}
