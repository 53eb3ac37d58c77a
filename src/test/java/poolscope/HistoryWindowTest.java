package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Pools;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;

/// The window of a program that has run before.
class HistoryWindowTest {
    private static final Instant YESTERDAY = Instant.parse("2026-02-28T21:07:00Z");
    @TempDir
    Path folder;
    private ServiceAndProject serviceAndProject;

    @BeforeEach
    void ranBefore() throws IOException {
        serviceAndProject = new ServiceAndProject("c", "prod", Optional.empty(), nobodyAnswers(), "project");
        try (var history = HistoryFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
        })) {
            history.add(new KnownPoolsAtTime(new HistoryListIdentity("c", "prod", "", serviceAndProject.address(),
                    serviceAndProject.projectId(), ""), YESTERDAY, true, new Pools(4).some(30)));
        }
    }

    private static URI nobodyAnswers() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://localhost:" + socket.getLocalPort());
        }
    }

    private AppFixture open() throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(SavedConnection.of(serviceAndProject, SignInMethod.NONE))));
        return AppFixture.open(TestCloud.start(AppFixture.still(3)), folder, WindowAppearance.Theme.LIGHT);
    }

    @Test
    void the_last_known_pools_are_on_screen_without_a_network_and_marked_as_old() throws Exception {
        try (var appFixture = open()) {
            appFixture.until("the pools of yesterday are there", () -> appFixture.table().getItems().size() == 30);
            assertThat(appFixture.labels()).anyMatch(
                    text -> text.contains("prod: ") && text.contains("2026-02-28") || text.contains("2026-03-01"));
            appFixture.until("the refresh has failed",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .sources()
                            .getFirst()
                            .state()
                            .hasFailed());
            appFixture.until("it is said what failed, and of when the pools are",
                    () -> appFixture.labels().stream().anyMatch(text -> text.contains("Showing data of 2026-0")));
            assertThat(appFixture.table().getItems()).hasSize(30);
        }
    }

    @Test
    void the_history_can_be_deleted_and_switched_off_in_the_menu() throws Exception {
        try (var appFixture = open()) {
            appFixture.until("the pools of yesterday are there", () -> appFixture.table().getItems().size() == 30);
            var segments = folder.resolve("history/c");
            assertThat(segments).exists();
            appFixture.fx(() -> {
                item(appFixture, "deleteHistoryItem").fire();
                return true;
            });
            appFixture.until("it is deleted", () -> Files.notExists(segments));
            appFixture.until("the menu says so", () -> item(appFixture, "deleteHistoryItem").isDisable());
            appFixture.fx(() -> {
                item(appFixture, "keepHistoryItem").fire();
                return true;
            });
            assertThat(appFixture.fx(() -> ((CheckMenuItem) item(appFixture, "keepHistoryItem")).isSelected()))
                    .isFalse();
            assertThat(appFixture.fx(() -> appFixture.appComposition.settings().settings().changes().isHistoryKept()))
                    .isFalse();
        }
    }

    @Test
    void a_connection_is_removed_with_its_history() throws Exception {
        try (var appFixture = open()) {
            appFixture.until("the pools of yesterday are there", () -> appFixture.table().getItems().size() == 30);
            assertThat(folder.resolve("history/c")).exists();
            assertThat(appFixture.fx(() -> item(appFixture, "connection-remove-c").getText()))
                    .isEqualTo("Remove “prod”, its secrets and its history");
            appFixture.fx(() -> {
                item(appFixture, "connection-remove-c").fire();
                return true;
            });
            appFixture.until("its history is gone", () -> Files.notExists(folder.resolve("history/c")));
        }
    }

    private static MenuItem item(AppFixture appFixture, String id) {
        var bar = (MenuBar) appFixture.find("#menuBar");
        return bar.getMenus()
                .stream()
                .flatMap(menu -> inside(menu).stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<MenuItem> inside(MenuItem item) {
        return item instanceof Menu menu
                ? menu.getItems().stream().flatMap(one -> inside(one).stream()).toList()
                : List.of(item);
    }
}
