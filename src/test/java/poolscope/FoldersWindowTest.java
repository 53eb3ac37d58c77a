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
import poolscope.demo.TestCloud;
import poolscope.live.FolderOpener;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.settings.WindowAppearance;

/// The folders that the program names can be opened from where it names them.
class FoldersWindowTest {
    @Test
    void about_opens_the_folder_of_the_settings_and_says_when_it_can_not() throws Exception {
        try (var appFixture = AppFixture.open(1)) {
            var run = new CopyOnWriteArrayList<List<String>>();
            appFixture.programs(line -> {
                run.add(line);
                return 0;
            });
            about(appFixture);
            fire(appFixture, "#openFolder");
            appFixture.until("it is opened", () -> !run.isEmpty());
            assertThat(run.getFirst()).hasSize(2).endsWith(appFixture.folder.toString());
            assertThat(appFixture.fx(() -> appFixture.find("#folderProblem").isVisible())).isFalse();
            appFixture.programs(_ -> {
                throw new IOException("no such program");
            });
            fire(appFixture, "#openFolder");
            appFixture.until("it says why", () -> appFixture.find("#folderProblem").isVisible());
            assertThat(appFixture.text("#folderProblem")).startsWith("No program that shows folders was found (")
                    .endsWith(appFixture.folder.toString());
            appFixture.programs(_ -> 4);
            fire(appFixture, "#openFolder");
            appFixture.until("it says something else",
                    () -> ((Labeled) appFixture.find("#folderProblem")).getText().startsWith("The system"));
        }
    }

    @Test
    void a_notice_of_a_file_opens_its_folder() throws Exception {
        var place = TemporaryFolder.create("desk");
        Files.writeString(place.resolve("connections.json"), "{\"version\":1,\"connection:a\":{\"name\":");
        try (var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(1)), place, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            var run = new CopyOnWriteArrayList<List<String>>();
            appFixture.programs(line -> {
                run.add(line);
                return 3;
            });
            fire(appFixture, "#openNoticed");
            appFixture.until("it says why",
                    () -> ((Labeled) appFixture.find("#noticeSentence")).getText().contains("did not show the folder"));
            assertThat(run.getFirst()).endsWith(place.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open, 1, REFUSED", "Mac OS X, open, 1, REFUSED", "Windows 11, explorer, 1, ''"})
    void each_system_has_its_program(String system, String program, int code, String why) throws Exception {
        FxToolkit.registerPrimaryStage();
        var folder = TemporaryFolder.create("folder with spaces & such");
        var run = new CopyOnWriteArrayList<List<String>>();
        try (var backgroundThreads = new BackgroundThreads()) {
            var folderOpener = new FolderOpener(system, line -> {
                run.add(line);
                return code;
            }, BackgroundAndFxExecutors.of(backgroundThreads));
            var told = new CopyOnWriteArrayList<FolderOpener.Why>();
            folderOpener.problemProperty().subscribe(now -> now.ifPresent(problem -> told.add(problem.why())));
            open(folderOpener, folder);
            until(() -> !run.isEmpty() && (why.isEmpty() || !told.isEmpty()));
            WaitForAsyncUtils.waitForFxEvents();
            open(folderOpener, folder.resolve("gone"));
            until(() -> told.contains(FolderOpener.Why.GONE));
            assertThat(told).extracting(Enum::name).isEqualTo(why.isEmpty() ? List.of("GONE") : List.of(why, "GONE"));
            assertThat(run).containsExactly(List.of(program, folder.toString()));
        }
    }

    private static void open(FolderOpener folderOpener, Path folder) {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> folderOpener.open(folder));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    private static void about(AppFixture appFixture) {
        appFixture.fx(() -> {
            ((javafx.scene.control.MenuBar) appFixture.find("#menuBar")).getMenus()
                    .getLast()
                    .getItems()
                    .getLast()
                    .fire();
            return true;
        });
        appFixture.until("it is open", () -> appFixture.find("#aboutText") != null);
    }

    private static void fire(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((ButtonBase) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }
}
