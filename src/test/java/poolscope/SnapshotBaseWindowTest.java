package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.pool.Pool;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// A file of a colleague as the base of changes, in the window.
class SnapshotBaseWindowTest {
    private static final Duration AGE = Duration.ofHours(3);

    @TempDir
    Path folder;
    private AppFixture app;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(12));
        var own = new ServiceAndProject("own", "own prod", Optional.empty(), cloud.endpoint(), cloud.projectId());
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(SavedConnection.of(own, SignInMethod.NONE))));
        app = AppFixture.open(cloud, folder, WindowAppearance.Theme.LIGHT).untilRead();
        file = folder.resolve("night-shift.jsonl.gz");
    }

    @AfterEach
    void close() {
        app.close();
    }

    /// All pools but the first two.
    private void write(String endpoint) throws IOException {
        var then = Instant.now().minus(AGE);
        List<Pool> pools = app.shown().stream().skip(2).map(Pool::withoutRaw).toList();
        var source = new HistoryListIdentity("theirs", "their prod", "", endpoint, app.cloud.projectId(), "");
        try (var out = Files.newOutputStream(file)) {
            SnapshotFile.write(List.of(new KnownPoolsAtTime(source, then, true, pools).named(source)), out);
        }
        app.open(file);
    }

    private void choose(String id) {
        app.fx(() -> {
            item(id).fire();
            return true;
        });
    }

    private MenuItem item(String id) {
        return items(((MenuBar) app.find("#menuBar")).getMenus().stream().map(MenuItem.class::cast))
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<MenuItem> items(Stream<MenuItem> items) {
        return items.flatMap(item -> item instanceof Menu menu
                ? Stream.concat(Stream.of(menu), items(menu.getItems().stream()))
                : Stream.of(item));
    }

    private void compare() throws IOException {
        write(app.cloud.endpoint().toString());
        choose("baseSnapshotFile");
        app.until("it is compared", () -> app.appComposition.changes().changes().marks().size() == 2);
    }

    @Test
    void a_file_from_the_menu_is_the_base_that_is_named_on_screen() throws Exception {
        compare();
        assertThat(app.text("#summary")).startsWith("2 pools changed since the file night-shift.jsonl.gz (");
        assertThat(app.text("#fileNote"))
                .startsWith("Compared with the file " + file + ": own prod (there: their prod) as of ")
                .contains("changes since it can’t be acknowledged");
        assertThat(app.fx(() -> ((Button) app.find("#acknowledge")).isDisable())).isTrue();
        assertThat(app.fx(() -> ((MenuButton) app.find("#momentChoice")).getText()))
                .startsWith("night-shift.jsonl.gz (");
        assertThat(app.fx(() -> ((RadioMenuItem) item("baseSnapshotFile")).isSelected())).isTrue();
        assertThat(app.fx(() -> ((RadioMenuItem) item("baseLastLook")).isSelected())).isFalse();
        assertThat(app.fx(() -> item("acknowledgeAllItem").isDisable())).isTrue();
        assertThat(app.fx(() -> item("acknowledgeAllItem").getText())).endsWith("(not since a file)");
        app.click("#baseLAST_LOOK");
        app.until("the changes are those of the last look",
                () -> app.appComposition.changes().changes().marks().isEmpty());
        assertThat(app.fx(() -> app.find("#fileNote").isVisible())).isFalse();
        assertThat(app.fx(() -> ((MenuButton) app.find("#momentChoice")).getText()))
                .isEqualTo("Another moment or file");
    }

    @Test
    void the_hand_over_names_the_file() throws Exception {
        compare();
        app.hands().push(KeyCode.ESCAPE);
        choose("handOverItem");
        app.until("it is made", () -> ((TextArea) app.find("#preview")).getText()
                .contains("Compared with the pools of the file night-shift.jsonl.gz, as of "));
    }

    @Test
    void what_can_not_be_compared_with_is_said_where_the_base_is_chosen_and_the_base_stays() throws Exception {
        write("https://theirs.example");
        choose("baseSnapshotFile");
        app.until("it is said why", () -> app.find("#fileProblem") != null && app.find("#fileProblem").isVisible());
        assertThat(app.text("#fileProblem")).startsWith(file + " can’t be compared with: it has none of the projects")
                .contains("It has: their prod.");
        assertThat(app.fx(() -> ((RadioMenuItem) item("baseLastLook")).isSelected())).isTrue();
        Files.writeString(file, "not a snapshot");
        app.fx(() -> {
            ((MenuButton) app.find("#momentChoice")).getItems().getFirst().fire();
            return true;
        });
        app.until("it is said why",
                () -> app.text("#fileProblem").contains("it is neither a snapshot nor a history file"));
        assertThat(app.fx(() -> app.appComposition.changes().snapshotProperty().get())).isEmpty();
    }

    @Test
    void the_note_is_in_Chinese_too_and_the_choice_ends_with_the_program() throws Exception {
        compare();
        app.fx(() -> {
            var look = app.appComposition.settings().part(Settings::windowAppearance, Settings::withWindowAppearance);
            look.set(look.get().withLanguage(WindowAppearance.Language.CHINESE));
            return true;
        });
        app.hands().push(KeyCode.ESCAPE);
        choose("changeLogItem");
        app.until("the note is Chinese", () -> app.find("#fileNote") != null
                && app.text("#fileNote").startsWith("与文件 " + file + " 比较：own prod"));
        app.close();
        app = AppFixture.open(TestCloud.start(AppFixture.still(12)), folder, WindowAppearance.Theme.LIGHT);
        assertThat(app.fx(() -> app.appComposition.changes().snapshotProperty().get())).isEmpty();
    }
}
