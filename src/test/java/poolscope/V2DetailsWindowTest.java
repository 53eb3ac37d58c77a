package poolscope;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.V2DetailsFixture.asked;
import static poolscope.V2DetailsFixture.choose;
import static poolscope.V2DetailsFixture.open;
import static poolscope.V2DetailsFixture.select;
import static poolscope.V2DetailsFixture.sent;
import static poolscope.V2DetailsFixture.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.settings.WindowAppearance;
import poolscope.ui.export.CopyModel;
import poolscope.ui.parts.LazyTooltip;

/// The details of a pool of v2 around its nodes, jobs and events: tabs, specifications, JSON, what could not be read.
class V2DetailsWindowTest {
    /// A table that is not shown is no wider than the details may be: they were cut at both sides.
    @Test
    void a_pool_without_tabs_is_whole_after_one_whose_nodes_were_shown() throws Exception {
        try (var app = V2DetailsFixture.open()) {
            app.fx(() -> {
                app.appComposition.stage().setWidth(1280);
                return true;
            });
            V2DetailsFixture.select(app, "aurora");
            V2DetailsFixture.choose(app, "NODES");
            V2DetailsFixture.untilJobsAreKnown(app);
            assertThat(app.fx(() -> app.find("#noTabs").isVisible())).isFalse();
            app.fx(() -> {
                var rows = app.shown();
                int v1 = IntStream.range(0, rows.size())
                        .filter(at -> rows.get(at).poolOrigin().api() == ApiGeneration.V1)
                        .findFirst()
                        .orElseThrow();
                app.table().getSelectionModel().clearAndSelect(v1);
                return true;
            });
            app.until("it has no tabs", () -> !app.find(".details-tabs").isVisible());
            assertThat(app.text("#noTabs")).contains("v1 API");
            assertThat(app.fx(() -> app.find("#noTabs").isVisible())).isTrue();
            app.settle();
            app.fx(() -> {
                var pane = app.find(".details").localToScene(app.find(".details").getLayoutBounds());
                for (var part : List.of("#pane", "#scroll")) {
                    var place = app.find(part).localToScene(app.find(part).getLayoutBounds());
                    assertThat(place.getMinX()).as(part).isGreaterThanOrEqualTo(pane.getMinX() - 1);
                    assertThat(place.getMaxX()).as(part).isLessThanOrEqualTo(pane.getMaxX() + 1);
                }
                return true;
            });
        }
    }

    @Test
    void narrow_details_cut_no_tab_and_break_no_value_that_has_room_on_a_line() throws Exception {
        try (var app = open()) {
            app.fx(() -> {
                app.appComposition.stage().setWidth(980);
                app.appComposition.stage().setHeight(640);
                return true;
            });
            select(app, "aurora");
            app.settle();
            app.fx(() -> {
                var details = app.find(".details");
                var pane = details.localToScene(details.getLayoutBounds());
                assertThat(pane.getWidth()).as("narrower than its five tabs").isLessThan(220);
                assertThat(app.find(".details-tabs").lookupAll(".toggle-button")).hasSize(5)
                        .allMatch(tab -> pane.contains(tab.localToScene(tab.getLayoutBounds())));
                var values = details.lookupAll(".line .value").stream().map(Label.class::cast).toList();
                assertThat(values).hasSizeGreaterThan(10);
                for (var value : values) {
                    boolean hasRoom = value.prefWidth(-1) <= value.getParent().getLayoutBounds().getWidth();
                    if (hasRoom && value.isWrapText())
                        assertThat(value.getHeight()).as(value.getText()).isLessThan(1.1 * value.prefHeight(-1));
                }
                return true;
            });
        }
    }

    @Test
    void a_pool_of_v1_has_no_tabs_and_all_that_is_known_of_it_below_each_other() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            assertThat(app.fx(() -> app.find("#tabs").isVisible())).isTrue();
            var old = app.fx(() -> app.shown()
                    .stream()
                    .filter(pool -> PoolField.API.of(pool).equals(FieldValue.text("v1")))
                    .findFirst()
                    .orElseThrow());
            select(app, old.poolNamesAndOwner().name().asText(""));
            app.until("the tabs are gone", () -> !app.find("#tabs").isVisible());
            assertThat(app.fx(() -> app.find("#json").isVisible())).isTrue();
        }
    }

    @Test
    void another_pool_is_read_in_turn_and_the_tab_stays_open() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "NODES");
            app.until("the nodes are there", () -> table(app, "#nodeTable").getItems().size() > 0);
            var first = app.fx(() -> List.copyOf(table(app, "#nodeTable").getItems()));
            select(app, "birch");
            app.until("the other's nodes are there",
                    () -> asked(app, "/nodes") == 2 && !table(app, "#nodeTable").getItems().isEmpty()
                            && !table(app, "#nodeTable").getItems().equals(first));
            assertThat(app.fx(() -> ((ToggleButton) app.find("#tabNODES")).isSelected())).isTrue();
        }
    }

    private static Optional<MenuItem> item(List<MenuItem> items, String id) {
        return items.stream()
                .flatMap(item -> item instanceof Menu menu ? item(menu.getItems(), id).stream() : Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst();
    }

    private static MenuItem hcloud(AppFixture app) {
        return app
                .fx(() -> item(List.copyOf(((MenuBar) app.find(".menu-bar")).getMenus()), "copy-HCLOUD").orElseThrow());
    }

    private static void selectAll(AppFixture app, List<String> names) {
        app.fx(() -> {
            app.table().getSelectionModel().clearSelection();
            for (int i = 0; i < app.shown().size(); i++)
                if (names.contains(app.shown().get(i).poolNamesAndOwner().name().asText("")))
                    app.table().getSelectionModel().select(i);
            return true;
        });
        app.settle();
    }

    @Test
    void the_hcloud_command_is_offered_for_pools_of_v2_only_and_says_why() throws Exception {
        try (var app = open()) {
            var item = hcloud(app);
            var v1 = app.fx(() -> app.shown()
                    .stream()
                    .filter(pool -> PoolField.API.of(pool).equals(FieldValue.text("v1")))
                    .map(pool -> pool.poolNamesAndOwner().name().asText(""))
                    .toList());
            select(app, v1.getFirst());
            app.until("it is disabled", item::isDisable);
            assertThat(app.fx(item::getText)).contains("no listed v2 pool");
            select(app, "aurora");
            app.until("it is enabled", () -> !item.isDisable());
            assertThat(app.fx(item::getText)).doesNotContain("of v2 only");
            selectAll(app, v1.subList(0, 2));
            app.until("it is disabled again", item::isDisable);
            selectAll(app, List.of(v1.getFirst(), "aurora"));
            app.until("one of v2 is enough", () -> !item.isDisable());
            app.fx(() -> {
                item.fire();
                return true;
            });
            app.until("it was copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(
                    "hcloud ModelArts ListPools --cli-region='demo-1' --project_id='" + app.cloud.projectId() + "'");
        }
    }

    private static String overview(AppFixture app) {
        return app.fx(() -> app.find("#groups")
                .lookupAll(".label")
                .stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n")));
    }

    @Test
    void what_a_node_of_a_specification_has_is_what_the_service_says_before_the_built_in_table() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            var flavor = sent(app, "/v1/" + app.cloud.projectId() + "/resourceflavors").stream()
                    .filter(one -> aurora.poolNodeGroups()
                            .specification()
                            .asText("")
                            .contains(one.at("/metadata/name").asText()))
                    .filter(one -> one.at("/spec/npu").isObject())
                    .findFirst()
                    .orElseThrow();
            app.until("it is said", () -> overview(app).contains(flavor.at("/spec/cpu").asText() + " vCPU · "
                    + flavor.at("/spec/memory").asText().replace("Gi", " GiB · ") + flavor.at("/spec/npu/size").asText()
                    + " × " + flavor.at("/spec/npu/type").asText() + " a node, from the service"));
        }
    }

    /// Their texts are computed when the pointer enters.
    private static List<String> tooltips(AppFixture app, PoolField field) {
        return app.fx(() -> app.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(cell -> cell instanceof TableCell<?, ?> one && !one.isEmpty()
                        && one.getTableColumn().getUserData() == field)
                .map(LazyTooltip::getText)
                .toList());
    }

    /// The key copied the row of the pool.
    @Test
    void the_value_of_a_line_with_the_focus_is_copied() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.fx(() -> {
                app.find("#detail-count").getParent().requestFocus();
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            app.until("it is said", () -> app.labels().contains("1 value copied"));
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(app.text("#detail-count"));
        }
    }

    @Test
    void specifications_stand_apart_from_each_other() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.until("they are decoded", () -> app.find(".specifications").lookupAll(".note").size() == 2);
            assertThat(app.fx(() -> {
                var parts = ((VBox) app.find(".specifications")).getChildren();
                return parts.getLast().getBoundsInParent().getMinY() - parts.getFirst().getBoundsInParent().getMaxY();
            })).isGreaterThan(3);
        }
    }

    @Test
    void the_tooltip_of_a_specification_says_of_each_what_the_service_does_wherever_it_is_shown() throws Exception {
        try (var app = open()) {
            var aurora = select(app, "aurora");
            assertThat(aurora.poolNodeGroups().groups()).as("of two specifications").hasSize(2);
            var expected = aurora.poolNodeGroups()
                    .groups()
                    .stream()
                    .map(group -> group.specification().asText(""))
                    .map(name -> Pattern.quote(name) + "\n.* a node, from the service")
                    .collect(Collectors.joining("\n"));
            app.until("the service's list is known",
                    () -> LazyTooltip.getText(app.find("#detail-specification")).matches(expected));
            app.type("aurora");
            app.until("only it is shown", () -> app.shown().size() <= 2);
            app.fx(() -> {
                var table = app.table();
                table.scrollToColumn(table.getColumns()
                        .stream()
                        .filter(column -> column.getUserData() == PoolField.SPECIFICATION)
                        .findFirst()
                        .orElseThrow());
                return true;
            });
            app.settle();
            assertThat(tooltips(app, PoolField.SPECIFICATION)).anyMatch(text -> text.matches(expected));
        }
    }

    @Test
    void the_JSON_is_as_high_as_its_tab() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            choose(app, "JSON");
            app.until("it is shown", () -> app.find("#json") != null && app.find("#json").isVisible()
                    && app.find("#json").getBoundsInParent().getHeight() > 0);
            app.settle();
            assertThat(app.fx(() -> app.find("#scroll").localToScene(app.find("#scroll").getLayoutBounds()).getMaxY()
                    - app.find("#json").localToScene(app.find("#json").getLayoutBounds()).getMaxY()))
                    .isBetween(0.0, 20.0);
        }
    }

    @Test
    void without_the_services_list_of_specifications_the_built_in_table_is_asked() throws Exception {
        try (var cloud = TestCloud.start(AppFixture.still(4).withV2Pools(12))) {
            cloud.failPart("/resourceflavors", Fault.forbidden());
            try (var app = AppFixture.open(cloud, TemporaryFolder.create("app"), WindowAppearance.Theme.LIGHT)
                    .untilRead()) {
                select(app, "aurora");
                app.until("it is said", () -> overview(app)
                        .contains("[192 vCPU · 768 GiB · 8 × Ascend 910 a node, from the built-in table]"));
            }
        }
    }

    @Test
    void what_could_not_be_read_is_said_above_the_table_with_the_permission_that_it_needs() throws Exception {
        try (var cloud = TestCloud.start(AppFixture.still(4).withV2Pools(12))) {
            cloud.failPart("/metrics/runtime/pools", Fault.forbidden());
            cloud.failPart("/scheduled-events", Fault.forbidden());
            try (var app = AppFixture.open(cloud, TemporaryFolder.create("app"), WindowAppearance.Theme.LIGHT)
                    .untilRead()) {
                app.until("it is said", () -> app.find("#sentence") != null && app.text("#sentence")
                        .contains(
                                "Not read: free CPU, memory and cards; the permission modelarts:pool:list is missing."));
                assertThat(app.text("#sentence")).contains("Not read: planned maintenance; "
                        + "the permission for GET /v1/PROJECT/scheduled-events is missing, its name is not documented.");
                assertThat(app.shown()).hasSize(16);
            }
        }
    }

    @Test
    void the_call_that_is_copied_is_the_one_that_lists_the_pool() throws Exception {
        try (var app = open()) {
            select(app, "aurora");
            app.fx(() -> {
                app.appComposition.copies().copy(CopyModel.Kind.CURL, PoolField::id, (field, _) -> field.id(), text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    return Clipboard.getSystemClipboard().setContent(content);
                });
                return true;
            });
            app.until("it was copied", () -> Clipboard.getSystemClipboard().hasString());
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString()))
                    .isEqualTo("curl -sS -H \"X-Auth-Token: $TOKEN\" '" + app.cloud.endpoint() + "/v2/"
                            + app.cloud.projectId() + "/pools'");
        }
    }
}
