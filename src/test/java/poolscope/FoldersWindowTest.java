package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.demo.DemoCloud;
import poolscope.live.Background;
import poolscope.live.Folders;
import poolscope.settings.Look;

/// The folders that the program names can be opened from where it names them.
class FoldersWindowTest {
    @Test
    void about_opens_the_folder_of_the_settings_and_says_when_it_can_not() throws Exception {
        try (var desk = Desk.open(1)) {
            var run = new CopyOnWriteArrayList<List<String>>();
            desk.programs(line -> {
                run.add(line);
                return 0;
            });
            about(desk);
            fire(desk, "#openFolder");
            desk.until("it is opened", () -> !run.isEmpty());
            assertThat(run.getFirst()).hasSize(2).endsWith(desk.folder.toString());
            assertThat(desk.fx(() -> desk.find("#folderProblem").isVisible())).isFalse();
            desk.programs(_ -> {
                throw new IOException("no such program");
            });
            fire(desk, "#openFolder");
            desk.until("it says why", () -> desk.find("#folderProblem").isVisible());
            assertThat(desk.text("#folderProblem")).startsWith("No program that shows folders was found (")
                    .endsWith(desk.folder.toString());
            desk.programs(_ -> 4);
            fire(desk, "#openFolder");
            desk.until("it says something else",
                    () -> ((Labeled) desk.find("#folderProblem")).getText().startsWith("The system"));
        }
    }

    @Test
    void a_notice_of_a_file_opens_its_folder() throws Exception {
        var place = Files.createTempDirectory("desk");
        Files.writeString(place.resolve("connections.json"), "{\"version\":1,\"connection:a\":{\"name\":");
        try (var desk = Desk.open(DemoCloud.start(Desk.still(1)), place, Look.Theme.LIGHT).untilRead()) {
            var run = new CopyOnWriteArrayList<List<String>>();
            desk.programs(line -> {
                run.add(line);
                return 3;
            });
            fire(desk, "#openNoticed");
            desk.until("it says why",
                    () -> ((Labeled) desk.find("#noticeSentence")).getText().contains("did not show the folder"));
            assertThat(run.getFirst()).endsWith(place.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open, 1, REFUSED", "Mac OS X, open, 1, REFUSED", "Windows 11, explorer, 1, ''"})
    void each_system_has_its_program(String system, String program, int code, String why) throws Exception {
        FxToolkit.registerPrimaryStage();
        var folder = Files.createTempDirectory("folder with spaces & such");
        var run = new CopyOnWriteArrayList<List<String>>();
        try (var background = new Background()) {
            var folders = new Folders(system, line -> {
                run.add(line);
                return code;
            }, background);
            var told = new CopyOnWriteArrayList<Folders.Why>();
            folders.problemProperty().subscribe(now -> now.ifPresent(problem -> told.add(problem.why())));
            open(folders, folder);
            until(() -> !run.isEmpty() && (why.isEmpty() || !told.isEmpty()));
            WaitForAsyncUtils.waitForFxEvents();
            open(folders, folder.resolve("gone"));
            until(() -> told.contains(Folders.Why.GONE));
            assertThat(told).extracting(Enum::name)
                    .isEqualTo(why.isEmpty() ? List.of("GONE") : List.of(why, "GONE"));
            assertThat(run).containsExactly(List.of(program, folder.toString()));
        }
    }

    private static void open(Folders folders, Path folder) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> folders.open(folder));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    private static void about(Desk desk) {
        desk.fx(() -> {
            ((javafx.scene.control.MenuBar) desk.find("#menuBar")).getMenus().getLast().getItems().getLast().fire();
            return true;
        });
        desk.until("it is open", () -> desk.find("#aboutText") != null);
    }

    private static void fire(Desk desk, String button) {
        desk.fx(() -> {
            ((ButtonBase) desk.find(button)).fire();
            return true;
        });
        desk.settle();
    }
}
