package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Alt alone leads to the menu bar; Alt with another key does not.
class ReleasedAltTest {

    private static void pressWithAlt(AppFixture appFixture, KeyCode key) {
        appFixture.hands().press(KeyCode.ALT);
        appFixture.hands().press(key);
        appFixture.hands().release(key);
        appFixture.hands().release(KeyCode.ALT);
        appFixture.settle();
    }

    private static boolean opensMenuByDown(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.DOWN);
        appFixture.settle();
        return appFixture.fx(
                () -> ((MenuBar) appFixture.find("#menuBar")).getMenus().stream().anyMatch(menu -> menu.isShowing()));
    }

    private static void focus(AppFixture appFixture, Node node) {
        appFixture.fx(() -> {
            node.requestFocus();
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"HOME", "LEFT", "RIGHT", "END", "DOWN", "UP", "DIGIT1", "X"})
    void the_menu_bar_stays_closed_when_alt_is_released_after_another_key(KeyCode key) throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            for (var node : List.of(appFixture.table(), appFixture.filterField(), appFixture.find("#refresh"))) {
                focus(appFixture, node);
                pressWithAlt(appFixture, key);
                assertThat(opensMenuByDown(appFixture)).as("Alt and %s in %s", key, node).isFalse();
            }
        }
    }

    @Test
    void alt_alone_leads_to_the_menu_bar() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            focus(appFixture, appFixture.table());
            appFixture.hands().push(KeyCode.ALT);
            appFixture.settle();
            assertThat(opensMenuByDown(appFixture)).isTrue();
        }
    }
}
