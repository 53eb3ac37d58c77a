package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import javafx.scene.control.MenuBar;
import org.junit.jupiter.api.Test;
import poolscope.demo.DemoCloud;
import poolscope.settings.Look;

/// A window that is closed before it is complete.
class ClosingTest {
    @Test
    void nothing_is_made_after_the_end() throws Exception {
        try (var desk = Desk.unfinished(DemoCloud.start(Desk.still(5)), Files.createTempDirectory("desk"), Look.Theme.LIGHT)) {
            desk.until("the window is there", () -> desk.program.stage().isShowing());
            desk.fx(() -> {
                desk.program.stage().hide();
                desk.program.close();
                desk.program.complete();
                return true;
            });
            assertThat(desk.fx(() -> ((MenuBar) desk.find(".menu-bar")).getMenus())).isNotEmpty()
                    .allSatisfy(menu -> assertThat(menu.getItems()).as("only titles, no items").isEmpty());
        }
    }
}
