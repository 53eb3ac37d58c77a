package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
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
import poolscope.live.RefreshState;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.Pools;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// Files of earlier pools in the window: saved, opened, left again.
class SnapshotWindowTest {
    private static final Instant MORNING = Instant.parse("2026-02-28T09:07:00Z");
    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void sent() throws IOException {
        file = folder.resolve("from-a-colleague.jsonl.gz");
        write(known("theirs", "their prod", 30, true));
    }

    private void write(KnownPoolsAtTime... connections) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            SnapshotFile.write(List.of(connections), out);
        }
    }

    private static KnownPoolsAtTime known(String id, String name, int pools, boolean isWhole) {
        var origin = new PoolOrigin(id, name, "", ApiGeneration.V1, 0, MORNING, "");
        List<Pool> all = new Pools(4).some(pools).stream().map(pool -> pool.with(origin)).toList();
        return new KnownPoolsAtTime(new HistoryListIdentity(id, name, "", "https://theirs.example", "p" + id, ""),
                MORNING, isWhole, all);
    }

    /// A window with a connection of its own, which has 12 pools.
    private AppFixture window() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(12));
        var own = new ServiceAndProject("own", "own prod", Optional.empty(), cloud.endpoint(), cloud.projectId());
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(SavedConnection.of(own, SignInMethod.NONE))));
        var app = AppFixture.open(cloud, folder, WindowAppearance.Theme.LIGHT).untilRead();
        app.until("its history is on the disk", () -> Files.isDirectory(folder.resolve("history/own")));
        return app;
    }

    private static int rows(AppFixture app) {
        return app.fx(() -> app.table().getItems().size());
    }

    private static void refresh(AppFixture app) {
        app.fx(() -> {
            app.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        app.until("it is refreshed",
                () -> app.appComposition.observableTickedConnectionPools()
                        .sources()
                        .stream()
                        .allMatch(source -> source.state() instanceof RefreshState.Loaded));
    }

    private List<String> history() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("history"))) {
            return files.filter(Files::isRegularFile)
                    .map(path -> path + " " + path.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    private static MenuItem item(AppFixture app, String id) {
        return ((MenuBar) app.find("#menuBar")).getMenus()
                .stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(AppFixture app, String id) {
        app.fx(() -> {
            item(app, id).fire();
            return true;
        });
    }

    @Test
    void a_file_opened_from_the_menu_is_shown_marked_and_left_alone_by_refreshes_and_escape_goes_back()
            throws Exception {
        try (var app = window()) {
            app.open(file);
            var before = history();
            app.hands().push(KeyCode.SHORTCUT, KeyCode.O);
            app.until("its pools are in the table", () -> app.table().getItems().size() == 30);
            assertThat(app.text("#momentSentence")).startsWith(
                    "You see the file from-a-colleague.jsonl.gz, not your own pools: their prod as of 2026-02-28 ");
            assertThat(app.text("#momentRemarks")).contains("It is read-only, refreshes do not change it",
                    "of now only.");
            assertThat(app.labels()).contains("Shown: a file, not now").noneMatch(text -> text.startsWith("As of "));
            assertThat(app.fx(() -> item(app, "exportItem").isDisable())).isTrue();
            refresh(app);
            assertThat(rows(app)).isEqualTo(30);
            assertThat(app.shown()).allMatch(pool -> pool.poolOrigin().connection().equals("their prod"));
            assertThat(app.cloudPools()).hasSize(12);
            assertThat(history()).isEqualTo(before);
            app.hands().push(KeyCode.ESCAPE);
            app.until("the own pools are back", () -> app.table().getItems().size() == 12);
            assertThat(app.find("#moments").isVisible()).isFalse();
            assertThat(app.shown()).allMatch(pool -> pool.poolOrigin().connection().equals("own prod"));
        }
    }

    @Test
    void a_file_given_to_the_program_is_shown_in_Chinese_too_and_a_button_goes_back() throws Exception {
        write(known("theirs", "their\u202E prod", 30, true), known("more", "测试", 2, false));
        try (var app = window()) {
            app.fx(() -> {
                app.appComposition.openFile(file);
                return true;
            });
            app.until("its pools are in the table", () -> app.table().getItems().size() == 32);
            assertThat(app.text("#momentSentence")).contains("their\uFFFD prod as of 2026-02-28 ",
                    "测试 as of 2026-02-28 ");
            assertThat(app.text("#momentRemarks")).startsWith("The list was never read whole of: 测试.");
            app.fx(() -> {
                app.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance)
                        .set(app.appComposition.settings()
                                .settings()
                                .windowAppearance()
                                .withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            app.until("the mark is Chinese", () -> app.text("#momentSentence")
                    .startsWith("当前显示的是文件 from-a-colleague.jsonl.gz 中的资源池，不是您自己的：their\uFFFD prod（2026-02-28 "));
            app.click("#backToNow");
            app.until("the own pools are back", () -> app.table().getItems().size() == 12);
        }
    }

    @Test
    void while_a_file_is_shown_nothing_says_that_the_pools_are_demo_data() throws Exception {
        try (var app = AppFixture.first("")) {
            assertThat(app.labels()).anyMatch(text -> text.contains("no account is used"));
            app.fx(() -> {
                app.appComposition.openFile(file);
                return true;
            });
            app.until("its pools are in the table", () -> app.table().getItems().size() == 30);
            assertThat(app.labels()).noneMatch(text -> text.contains("no account is used"));
            app.hands().push(KeyCode.ALT, KeyCode.END);
            app.until("the demo data are back", () -> app.table().getItems().size() == 240);
            assertThat(app.labels()).anyMatch(text -> text.contains("no account is used"));
        }
    }

    @Test
    void one_file_can_be_dropped_onto_the_window_but_not_several_and_not_over_a_form() throws Exception {
        try (var app = window()) {
            var window = app.appComposition.mainWindow();
            assertThat(app.fx(() -> window.accepts(List.of(file.toFile())))).isTrue();
            assertThat(app.fx(() -> window.accepts(List.of(file.toFile(), file.toFile())))).isFalse();
            assertThat(app.fx(() -> window.accepts(List.of()))).isFalse();
            app.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            app.until("a form is open", () -> app.find(".form") != null);
            assertThat(app.fx(() -> window.accepts(List.of(file.toFile())))).isFalse();
        }
    }

    @Test
    void a_file_that_can_not_be_opened_is_said_and_the_window_stays_as_it_was() throws Exception {
        Files.writeString(file, "not a snapshot");
        try (var app = window()) {
            app.open(file);
            choose(app, "openSnapshotItem");
            app.until("it is said why", () -> app.find("#snapshotOutcome").isVisible());
            assertThat(app.text("#snapshotSentence"))
                    .startsWith(file + " could not be opened: it is neither a snapshot nor a history file");
            assertThat(rows(app)).isEqualTo(12);
            assertThat(app.find("#moments")).isNull();
            app.click("#dismissSnapshot");
            assertThat(app.find("#snapshotOutcome").isVisible()).isFalse();
        }
    }

    @Test
    void what_was_saved_from_the_menu_can_be_opened_again() throws Exception {
        var saved = folder.resolve("mine.jsonl.gz");
        try (var app = window()) {
            app.saveAs(name -> {
                assertThat(name).startsWith("PoolScope_20").endsWith(".jsonl.gz");
                return Optional.of(saved.toString());
            });
            app.type("nothing matches this");
            choose(app, "saveSnapshotItem");
            app.until("it is said",
                    () -> app.text("#snapshotSentence").equals("12 pools of 1 connection written to " + saved + "."));
            var known = SnapshotFile.read(saved, FileSystemOperations.ofDisk());
            assertThat(known.connections()).containsExactly(Map.entry("own", "own prod"));
            assertThat(known.at(Instant.MAX).getFirst().pools()).hasSize(12);
            assertThat(known.at(Instant.MAX).getFirst().isWhole()).isTrue();
        }
    }

    @Test
    void where_it_can_not_be_saved_it_is_said_why() throws Exception {
        try (var app = window()) {
            app.saveAs(_ -> Optional.of(folder.resolve("nowhere/mine.jsonl.gz").toString()));
            choose(app, "saveSnapshotItem");
            app.until("it is said", () -> app.text("#snapshotSentence").endsWith("its folder does not exist."));
            app.saveAs(_ -> Optional.of(file.toString().replace(".jsonl.gz", "")));
            choose(app, "saveSnapshotItem");
            app.until("a file that nobody agreed to replace is kept",
                    () -> app.text("#snapshotSentence").contains("from-a-colleague.jsonl.gz"));
            assertThat(SnapshotFile.read(file, FileSystemOperations.ofDisk()).connections()).containsKey("theirs");
        }
    }
}
