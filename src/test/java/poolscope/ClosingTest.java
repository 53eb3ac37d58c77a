package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import poolscope.demo.DemoCloud;
import poolscope.settings.Look;

/// A window that is closed before it is complete.
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

    private static List<Integer> items(Desk desk) {
        return ((MenuBar) desk.find(".menu-bar")).getMenus().stream().map(menu -> menu.getItems().size()).toList();
    }
}
