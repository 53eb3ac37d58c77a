package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.live.RefreshState;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// A second window beside the first: the same pools, another view of them.
class SeveralWindowsTest {
    @TempDir
    Path folder;

    @Test
    void another_window_shows_the_same_pools_without_a_request_and_has_a_filter_of_its_own() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            int requests = appFixture.cloud.requestCount();
            var second = openSecond(appFixture);
            appFixture.until("its pools are shown", () -> rows(second) == 20);
            assertThat(appFixture.cloud.requestCount()).isEqualTo(requests);
            filter(appFixture, second, "status:running");
            appFixture.until("the second window is filtered", () -> rows(second) < 20);
            assertThat(appFixture.fx(() -> rows(appFixture.appComposition.stage()))).isEqualTo(20);
            appFixture.type("nosuchpool");
            appFixture.until("the first window is filtered", () -> rows(appFixture.appComposition.stage()) == 0);
            assertThat(appFixture.fx(() -> rows(second))).isBetween(1, 19);
        }
    }

    @Test
    void a_refresh_is_one_for_all_windows() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            int perRefresh = requestsOfRefresh(appFixture);
            var second = openSecond(appFixture);
            appFixture.until("its pools are shown", () -> rows(second) == 20);
            assertThat(requestsOfRefresh(appFixture)).isEqualTo(perRefresh);
            appFixture.until("both show what was read",
                    () -> rows(second) == 20 && rows(appFixture.appComposition.stage()) == 20);
        }
    }

    @Test
    void closing_one_window_leaves_the_other_at_work_and_closing_the_last_ends_the_program() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var ends = new AtomicInteger();
            appFixture.fx(() -> {
                appFixture.appComposition.setOnLastClosed(ends::incrementAndGet);
                return true;
            });
            var second = openSecond(appFixture);
            appFixture.until("its pools are shown", () -> rows(second) == 20);
            appFixture.fx(() -> {
                appFixture.appComposition.stage().hide();
                return true;
            });
            assertThat(ends).hasValue(0);
            filter(appFixture, second, "status:running");
            appFixture.until("the second window still filters", () -> rows(second) < 20);
            requestsOfRefresh(appFixture);
            appFixture.until("and shows what is read", () -> rows(second) > 0);
            appFixture.fx(() -> {
                second.hide();
                return true;
            });
            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void a_closed_window_does_nothing_at_the_next_refresh() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var second = openSecond(appFixture);
            appFixture.until("its pools are shown", () -> rows(second) == 20);
            var table = appFixture.fx(() -> table(second));
            appFixture.fx(() -> {
                second.hide();
                return true;
            });
            var shown = appFixture.fx(() -> List.copyOf(table.getItems()));
            requestsOfRefresh(appFixture);
            assertThat(appFixture.fx(() -> rows(appFixture.appComposition.stage()))).isEqualTo(20);
            assertThat(appFixture.<List<?>>fx(() -> List.copyOf(table.getItems()))).isEqualTo(shown);
        }
    }

    @Test
    void the_language_is_that_of_all_windows_and_only_the_first_window_is_remembered() throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(20)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            var second = openSecond(appFixture);
            appFixture.until("its pools are shown", () -> rows(second) == 20);
            filter(appFixture, second, "status:abnormal");
            appFixture.fx(() -> {
                var look = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                look.set(look.get().withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            appFixture.until("both speak Chinese", () -> second.getTitle().startsWith("全部")
                    && appFixture.appComposition.stage().getTitle().startsWith("全部"));
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.getFileName().toString().equals("settings.json")).findFirst())
                    .hasValueSatisfying(file -> assertThat(file).content()
                            .contains("\"language\" : \"chinese\"")
                            .doesNotContain("status:abnormal"));
        }
    }

    @Test
    void a_file_from_outside_comes_to_the_window_that_was_used_last() throws Exception {
        var file = Files.writeString(folder.resolve("sent.jsonl.gz"), "no snapshot");
        try (var appFixture = AppFixture.open(20)) {
            var first = appFixture.appComposition.stage();
            var second = shownSecond(appFixture);
            openFile(appFixture, file);
            appFixture.until("the second window says why it is not opened", () -> isOutcomeShown(second));
            assertThat(appFixture.fx(() -> isOutcomeShown(first))).isFalse();
            appFixture.use(first);
            openFile(appFixture, file);
            appFixture.until("the first window says it too", () -> isOutcomeShown(first));
        }
    }

    @Test
    void a_file_comes_to_a_window_that_is_open_when_the_one_used_last_was_closed() throws Exception {
        var file = Files.writeString(folder.resolve("sent.jsonl.gz"), "no snapshot");
        try (var appFixture = AppFixture.open(20)) {
            var second = shownSecond(appFixture);
            appFixture.fx(() -> {
                appFixture.appComposition.stage().hide();
                return true;
            });
            openFile(appFixture, file);
            appFixture.until("the second window says why it is not opened", () -> isOutcomeShown(second));
        }
    }

    private static void openFile(AppFixture appFixture, Path file) {
        appFixture.fx(() -> {
            appFixture.appComposition.openFile(file);
            return true;
        });
    }

    private static boolean isOutcomeShown(Stage window) {
        var outcome = find(window, "#snapshotOutcome");
        return outcome != null && outcome.isVisible();
    }

    /// Collected by the garbage collector: a listener of it that something outlives would keep all that it shows.
    @Test
    void a_window_that_was_closed_is_released() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var window = new WeakReference<>(shownSecond(appFixture).getScene());
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.W);
            appFixture.until("one window is left", () -> appFixture.appComposition.stages().size() == 1);
            appFixture.until("the other is released", () -> {
                System.gc();
                return window.refersTo(null);
            });
        }
    }

    @Test
    void each_window_has_its_own_ticks_and_those_of_the_first_are_saved() throws Exception {
        try (var small = TestCloud.start(AppFixture.still(3));
                var large = TestCloud.start(AppFixture.still(20));
                var appFixture = openWith(saved("small", small), saved("large", large))) {
            appFixture.until("both are shown", () -> rows(appFixture.appComposition.stage()) == 23);
            var second = openSecond(appFixture);
            appFixture.until("and in the other window", () -> rows(second) == 23);
            tick(appFixture, second, "large");
            appFixture.until("only the second window shows fewer",
                    () -> rows(second) == 3 && rows(appFixture.appComposition.stage()) == 23);
            tick(appFixture, appFixture.appComposition.stage(), "small");
            appFixture.until("each shows its own",
                    () -> rows(second) == 3 && rows(appFixture.appComposition.stage()) == 20);
            int before = small.requestCount();
            appFixture.fx(() -> {
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                return true;
            });
            appFixture.until("what only the second has ticked is read too", () -> small.requestCount() > before);
            appFixture.until("each still shows its own",
                    () -> rows(second) == 3 && rows(appFixture.appComposition.stage()) == 20);
        }
        var kept = ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).load().value();
        assertThat(kept.ticked()).extracting(SavedConnection::id).containsExactly("large");
    }

    @Test
    void a_connection_that_only_a_closed_window_had_ticked_is_read_no_longer() throws Exception {
        try (var small = TestCloud.start(AppFixture.still(3));
                var large = TestCloud.start(AppFixture.still(20));
                var appFixture = openWith(saved("small", small), saved("large", large))) {
            var second = openSecond(appFixture);
            appFixture.until("both are shown there", () -> rows(second) == 23);
            tick(appFixture, second, "large");
            appFixture.until("one is left there", () -> rows(second) == 3);
            appFixture.fx(() -> {
                appFixture.appComposition.stage().hide();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.appComposition.observableTickedConnectionPools()
                    .sources()
                    .stream()
                    .map(source -> source.serviceAndProject().name())
                    .toList())).containsExactly("small");
        }
        var kept = ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).load().value();
        assertThat(kept.ticked()).hasSize(2);
    }

    private AppFixture openWith(SavedConnection... connections) throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(connections)));
        return AppFixture.open(TestCloud.start(AppFixture.still(1)), folder, WindowAppearance.Theme.LIGHT);
    }

    private static SavedConnection saved(String name, TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    /// Clicks the box of that connection in the list of that window.
    private static void tick(AppFixture appFixture, Stage window, String name) {
        appFixture.fx(() -> {
            window.getScene()
                    .getRoot()
                    .lookupAll(".check-box")
                    .stream()
                    .map(CheckBox.class::cast)
                    .filter(box -> box.getAccessibleText() != null && box.getAccessibleText().contains(name))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        appFixture.settle();
    }

    private static Stage shownSecond(AppFixture appFixture) {
        var second = openSecond(appFixture);
        appFixture.until("its pools are shown", () -> rows(second) == 20);
        return second;
    }

    private static Stage openSecond(AppFixture appFixture) {
        appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.N);
        appFixture.until("there is a second window", () -> appFixture.appComposition.stages().size() == 2
                && appFixture.appComposition.stages().getLast().isShowing());
        return appFixture.fx(() -> appFixture.appComposition.stages().getLast());
    }

    private static int requestsOfRefresh(AppFixture appFixture) {
        int before = appFixture.cloud.requestCount();
        appFixture.fx(() -> {
            appFixture.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        appFixture.until("it is read",
                () -> appFixture.cloud.requestCount() > before
                        && appFixture.appComposition.observableTickedConnectionPools()
                                .sources()
                                .getFirst()
                                .state() instanceof RefreshState.Loaded);
        return appFixture.cloud.requestCount() - before;
    }

    private static void filter(AppFixture appFixture, Stage window, String text) {
        appFixture.fx(() -> {
            ((TextField) find(window, "#field")).setText(text);
            return true;
        });
        appFixture.settle();
    }

    private static int rows(Stage window) {
        return find(window, "#table") instanceof TableView<?> table ? table.getItems().size() : -1;
    }

    private static TableView<?> table(Stage window) {
        return (TableView<?>) find(window, "#table");
    }

    private static Node find(Stage window, String query) {
        return window.getScene().lookup(query);
    }
}
