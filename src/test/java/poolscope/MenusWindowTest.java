package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.PlatformMenuKeys;

/// The menus, which are added to the window when its first picture is on screen.
class MenusWindowTest {
    @Test
    void come_by_themselves_and_have_the_titles_that_stood_there_before() throws Exception {
        try (var appFixture = AppFixture.openWithoutMenus(AppFixture.still(5))) {
            var before = appFixture.fx(() -> titles(appFixture));
            appFixture.until("the menus are there", () -> !items(appFixture).contains(0));
            assertThat(before).hasSize(6).isEqualTo(appFixture.fx(() -> titles(appFixture)));
        }
    }

    @Test
    void a_key_that_comes_before_them_does_what_it_does() throws Exception {
        boolean mac = PlatformMenuKeys.ofThis().mac();
        try (var appFixture = AppFixture.openWithoutMenus(AppFixture.still(5))) {
            appFixture.fx(() -> {
                Event.fireEvent(appFixture.appComposition.stage().getScene(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, !mac, false, mac));
                return true;
            });
            appFixture.until("the form is there", () -> appFixture.find("#endpoint") != null);
        }
    }

    @Test
    void are_there_before_a_click_on_a_title() throws Exception {
        try (var appFixture = AppFixture.openWithoutMenus(AppFixture.still(5))) {
            assertThat(appFixture.fx(() -> {
                Event.fireEvent(appFixture.find(".menu-bar"), new MouseEvent(MouseEvent.MOUSE_ENTERED, 5, 5, 5, 5,
                        MouseButton.NONE, 0, false, false, false, false, false, false, false, true, false, true, null));
                return items(appFixture);
            })).hasSize(6).doesNotContain(0);
        }
    }

    @Test
    void stay_when_the_language_changes() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            var before = appFixture.fx(() -> items(appFixture));
            assertThat(appFixture.fx(() -> {
                appFixture.appComposition.settings()
                        .part(settings -> settings.windowAppearance(),
                                (settings, appearance) -> settings.withLook(appearance))
                        .set(appFixture.appComposition.settings()
                                .settings()
                                .windowAppearance()
                                .withLanguage(WindowAppearance.Language.CHINESE));
                return items(appFixture);
            })).isEqualTo(before);
        }
    }

    @Test
    void are_not_made_after_the_end() throws Exception {
        try (var appFixture = AppFixture.openWithoutMenus(AppFixture.still(5))) {
            var titles = (MenuBar) appFixture.find(".menu-bar");
            appFixture.fx(() -> {
                appFixture.appComposition.stage().hide();
                appFixture.appComposition.mainWindow().close();
                appFixture.appComposition.mainWindow().addMenus();
                return true;
            });
            assertThat(titles.getMenus()).hasSize(6).allMatch(menu -> menu.getItems().isEmpty());
            assertThat(appFixture.fx(() -> appFixture.find(".menu-bar"))).isNull();
        }
    }

    private static List<String> titles(AppFixture appFixture) {
        return menus(appFixture).stream().map(Menu::getText).toList();
    }

    private static List<Integer> items(AppFixture appFixture) {
        return menus(appFixture).stream().map(menu -> menu.getItems().size()).toList();
    }

    private static List<Menu> menus(AppFixture appFixture) {
        return ((MenuBar) appFixture.find(".menu-bar")).getMenus();
    }
}
