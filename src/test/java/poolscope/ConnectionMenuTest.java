package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
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
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;

/// What can be done with a connection, from its card and from the menu bar.
class ConnectionMenuTest {
    @TempDir
    Path folder;
    private TestCloud one;
    private TestCloud other;

    @BeforeEach
    void startClouds() throws Exception {
        one = TestCloud.start(AppFixture.still(4));
        other = TestCloud.start(AppFixture.still(6));
    }

    @AfterEach
    void closeClouds() {
        one.close();
        other.close();
    }

    private AppFixture open() throws Exception {
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(saved("one", one), saved("other", other))));
        var appFixture = AppFixture.open(TestCloud.start(AppFixture.still(3)), folder, WindowAppearance.Theme.LIGHT);
        appFixture.until("both are read", () -> appFixture.table().getItems().size() == 10);
        return appFixture;
    }

    private static SavedConnection saved(String name, TestCloud cloud) {
        return SavedConnection.of(
                new ServiceAndProject(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.NONE);
    }

    private static Button more(AppFixture appFixture, int card) {
        return appFixture.fx(() -> (Button) appFixture.appComposition.stage()
                .getScene()
                .getRoot()
                .lookupAll(".source-card")
                .stream()
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY()))
                .skip(card)
                .findFirst()
                .orElseThrow()
                .lookup(".more-actions"));
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }

    /// Opens the menu by keys and chooses.
    private static void choose(AppFixture appFixture, int card, String command) {
        var more = more(appFixture, card);
        appFixture.fx(() -> {
            more.requestFocus();
            return true;
        });
        appFixture.hands().push(KeyCode.SPACE);
        appFixture.until("the menu is open", () -> menu().isPresent());
        appFixture.fx(() -> {
            var item = find(menu().orElseThrow().getItems(), command);
            assertThat(item.isDisable()).as(item.getText()).isFalse();
            menu().orElseThrow().hide();
            item.fire();
            return true;
        });
        appFixture.settle();
    }

    private static MenuItem find(List<MenuItem> items, String command) {
        return items.stream().filter(item -> item.getText().equals(command)).findFirst().orElseThrow();
    }

    @Test
    void the_button_of_a_card_opens_its_menu_by_mouse_with_reasons_for_what_can_not_be_done() throws Exception {
        try (var appFixture = open()) {
            appFixture.hands().clickOn((Node) more(appFixture, 0));
            appFixture.until("the menu is open", () -> menu().isPresent());
            assertThat(appFixture.fx(() -> menu().orElseThrow().getItems().stream().map(MenuItem::getText).toList()))
                    .containsExactly("Edit…", "Test", "Refresh", "Only this", "Duplicate…", "Remove");
            appFixture.hands().push(KeyCode.ESCAPE);
            choose(appFixture, 0, "Only this");
            appFixture.until("the other is not shown", () -> appFixture.table().getItems().size() == 4);
            var bar = appFixture.fx(() -> texts(manage(appFixture)));
            assertThat(bar).contains("one ▸ Only this (it is the only one shown)", "other ▸ Refresh (not shown)",
                    "other ▸ Only this", "other ▸ Remove ▸ Remove “other”, its secrets and its history");
        }
    }

    @Test
    void refresh_reads_this_one_alone() throws Exception {
        try (var appFixture = open()) {
            int before = one.requests().size();
            int untouched = other.requests().size();
            choose(appFixture, 0, "Refresh");
            appFixture.until("it is read again", () -> one.requests().size() > before);
            assertThat(other.requests()).hasSize(untouched);
        }
    }

    @Test
    void test_opens_the_form_with_the_test_under_way() throws Exception {
        try (var appFixture = open()) {
            choose(appFixture, 1, "Test");
            appFixture.until("the test has come somewhere", () -> appFixture.find("#steps") != null
                    && !Objects.requireNonNull(appFixture.find("#steps")).lookupAll(".label").isEmpty());
            assertThat(appFixture.fx(() -> field(appFixture, "#name"))).isEqualTo("other");
            appFixture.until("the service was asked", () -> other.requests().size() > 1);
        }
    }

    @Test
    void duplicate_begins_a_new_connection_with_the_same_service() throws Exception {
        try (var appFixture = open()) {
            choose(appFixture, 0, "Duplicate…");
            appFixture.until("the form is open", () -> appFixture.find("#saveForm") != null);
            assertThat(appFixture.fx(() -> field(appFixture, "#name"))).isEqualTo("one (copy)");
            assertThat(appFixture.fx(() -> field(appFixture, "#endpoint"))).isEqualTo(one.endpoint().toString());
            appFixture.fx(() -> {
                ((Button) appFixture.find("#saveForm")).fire();
                return true;
            });
            appFixture.until("there is one more",
                    () -> appFixture.appComposition.observableConnections().saved().all().size() == 3);
            assertThat(appFixture.appComposition.observableConnections().saved().all()).extracting(SavedConnection::id)
                    .doesNotHaveDuplicates();
        }
    }

    private static String field(AppFixture appFixture, String id) {
        return ((TextInputControl) appFixture.find(".form " + id)).getText();
    }

    @Test
    void the_demo_cloud_says_why_it_can_not_be_changed() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            assertThat(appFixture.fx(() -> texts(manage(appFixture)))).containsExactly(
                    "Demo cloud ▸ Edit… (not for the demo cloud)", "Demo cloud ▸ Test (not for the demo cloud)",
                    "Demo cloud ▸ Refresh", "Demo cloud ▸ Only this (not for the demo cloud)",
                    "Demo cloud ▸ Duplicate… (not for the demo cloud)", "Demo cloud ▸ Remove (not for the demo cloud)");
        }
    }

    private static Menu manage(AppFixture appFixture) {
        var file = ((MenuBar) appFixture.find(".menu-bar")).getMenus().getFirst();
        return (Menu) file.getItems()
                .stream()
                .filter(item -> "_Manage connections".equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Menu menu) {
        return menu.getItems()
                .stream()
                .flatMap(item -> item instanceof Menu inner
                        ? texts(inner).stream().map(text -> inner.getText() + " ▸ " + text)
                        : List.of(item.getText()).stream())
                .toList();
    }
}
