package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import poolscope.demo.DemoCloud;
import poolscope.settings.Look;

/// A window in its first second: closed, or placed where nobody can take hold of it.
class ClosingTest {
    @Test
    void nothing_is_made_after_the_end() throws Exception {
        try (var desk = Desk.unfinished(DemoCloud.start(Desk.still(5)), Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            var before = desk.fx(() -> {
                desk.program.stage().hide();
                desk.program.close();
                return items(desk);
            });
            var after = desk.fx(() -> {
                desk.program.complete();
                return items(desk);
            });
            assertThat(after).isNotEmpty().isEqualTo(before);
        }
    }

    @Test
    void a_window_that_was_placed_with_its_title_above_the_screen_is_pulled_back() throws Exception {
        try (var desk = Desk.unfinished(DemoCloud.start(Desk.still(5)), Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.fx(() -> {
                desk.program.stage().show();
                desk.program.stage().setY(-30);
                desk.program.complete();
                return true;
            });
            assertThat(desk.fx(() -> desk.program.stage().getY())).isNotNegative();
        }
    }

    private static List<Integer> items(Desk desk) {
        return ((MenuBar) desk.find(".menu-bar")).getMenus().stream().map(menu -> menu.getItems().size()).toList();
    }
}
