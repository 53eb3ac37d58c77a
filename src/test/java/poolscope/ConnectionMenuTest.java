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
import poolscope.connection.Connection;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignIn;
import poolscope.demo.DemoCloud;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileOps;
import poolscope.settings.Look;

/// What can be done with a connection, from its card and from the menu bar.
class ConnectionMenuTest {
    @TempDir
    Path folder;
    private DemoCloud one;
    private DemoCloud other;

    @BeforeEach
    void startClouds() throws Exception {
        one = DemoCloud.start(Desk.still(4));
        other = DemoCloud.start(Desk.still(6));
    }

    @AfterEach
    void closeClouds() {
        one.close();
        other.close();
    }

    private Desk open() throws Exception {
        ConnectionsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(saved("one", one), saved("other", other))));
        var desk = Desk.open(DemoCloud.start(Desk.still(3)), folder, Look.Theme.LIGHT);
        desk.until("both are read", () -> desk.table().getItems().size() == 10);
        return desk;
    }

    private static SavedConnection saved(String name, DemoCloud cloud) {
        return SavedConnection.of(new Connection(name, name, Optional.empty(), cloud.endpoint(), cloud.projectId()), SignIn.NONE);
    }

    private static Button more(Desk desk, int card) {
        return desk.fx(() -> (Button) desk.program.stage().getScene().getRoot().lookupAll(".source-card").stream()
                .sorted((a, b) -> Double.compare(a.getLayoutY(), b.getLayoutY())).skip(card).findFirst().orElseThrow()
                .lookup(".more-actions"));
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast)
                .filter(Window::isShowing).findFirst();
    }

    /// Opens the menu by keys and chooses.
    private static void choose(Desk desk, int card, String command) {
        var more = more(desk, card);
        desk.fx(() -> {
            more.requestFocus();
            return true;
        });
        desk.hands().push(KeyCode.SPACE);
        desk.until("the menu is open", () -> menu().isPresent());
        desk.fx(() -> {
            var item = find(menu().orElseThrow().getItems(), command);
            assertThat(item.isDisable()).as(item.getText()).isFalse();
            menu().orElseThrow().hide();
            item.fire();
            return true;
        });
        desk.settle();
    }

    private static MenuItem find(List<MenuItem> items, String command) {
        return items.stream().filter(item -> item.getText().equals(command)).findFirst().orElseThrow();
    }

    @Test
    void the_button_of_a_card_opens_its_menu_by_mouse_with_reasons_for_what_can_not_be_done() throws Exception {
        try (var desk = open()) {
            desk.hands().clickOn((Node) more(desk, 0));
            desk.until("the menu is open", () -> menu().isPresent());
            assertThat(desk.fx(() -> menu().orElseThrow().getItems().stream().map(MenuItem::getText).toList()))
                    .containsExactly("Edit …", "Test", "Refresh", "Only this", "Duplicate …", "Remove");
            desk.hands().push(KeyCode.ESCAPE);
            choose(desk, 0, "Only this");
            desk.until("the other is not shown", () -> desk.table().getItems().size() == 4);
            var bar = desk.fx(() -> texts(manage(desk)));
            assertThat(bar).contains("one ▸ Only this (it is the only one)", "other ▸ Refresh (not shown)", "other ▸ Only this",
                    "other ▸ Remove ▸ Remove “other” and its secrets");
        }
    }

    @Test
    void refresh_reads_this_one_alone() throws Exception {
        try (var desk = open()) {
            int before = one.requests().size();
            int untouched = other.requests().size();
            choose(desk, 0, "Refresh");
            desk.until("it is read again", () -> one.requests().size() > before);
            assertThat(other.requests()).hasSize(untouched);
        }
    }

    @Test
    void test_opens_the_form_with_the_test_under_way() throws Exception {
        try (var desk = open()) {
            choose(desk, 1, "Test");
            desk.until("the test has come somewhere", () -> desk.find("#steps") != null
                    && !Objects.requireNonNull(desk.find("#steps")).lookupAll(".label").isEmpty());
            assertThat(desk.fx(() -> field(desk, "#name"))).isEqualTo("other");
            desk.until("the service was asked", () -> other.requests().size() > 1);
        }
    }

    @Test
    void duplicate_begins_a_new_connection_with_the_same_service() throws Exception {
        try (var desk = open()) {
            choose(desk, 0, "Duplicate …");
            desk.until("the form is open", () -> desk.find("#saveForm") != null);
            assertThat(desk.fx(() -> field(desk, "#name"))).isEqualTo("one (copy)");
            assertThat(desk.fx(() -> field(desk, "#endpoint"))).isEqualTo(one.endpoint().toString());
            desk.fx(() -> {
                ((Button) desk.find("#saveForm")).fire();
                return true;
            });
            desk.until("there is one more", () -> desk.program.connections().saved().all().size() == 3);
            assertThat(desk.program.connections().saved().all()).extracting(SavedConnection::id).doesNotHaveDuplicates();
        }
    }

    private static String field(Desk desk, String id) {
        return ((TextInputControl) desk.find(".form " + id)).getText();
    }

    @Test
    void the_demo_cloud_says_why_it_can_not_be_changed() throws Exception {
        try (var desk = Desk.open(5)) {
            assertThat(desk.fx(() -> texts(manage(desk)))).containsExactly("Demo cloud ▸ Edit … (not for the demo cloud)",
                    "Demo cloud ▸ Test (not for the demo cloud)", "Demo cloud ▸ Refresh",
                    "Demo cloud ▸ Only this (not for the demo cloud)",
                    "Demo cloud ▸ Duplicate … (not for the demo cloud)",
                    "Demo cloud ▸ Remove (not for the demo cloud)");
        }
    }

    private static Menu manage(Desk desk) {
        var file = ((MenuBar) desk.find(".menu-bar")).getMenus().getFirst();
        return (Menu) file.getItems().stream().filter(item -> "_Manage connections".equals(item.getText())).findFirst()
                .orElseThrow();
    }

    private static List<String> texts(Menu menu) {
        return menu.getItems().stream().flatMap(item -> item instanceof Menu inner
                ? texts(inner).stream().map(text -> inner.getText() + " ▸ " + text)
                : List.of(item.getText()).stream()).toList();
    }
}
