package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import poolscope.live.GroupRow;
import poolscope.live.Line;
import poolscope.live.PoolRow;
import poolscope.pool.Grouping;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.Sort;
import poolscope.pool.Value;
import poolscope.settings.TableLayout;
import poolscope.settings.View;

/// What hands do to the table: choosing rows, grouping, columns, and the menus at rows and headers.
class TableWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void rows_are_chosen_by_clicks_with_shift_and_ctrl_as_everywhere() throws Exception {
        try (var desk = Desk.open(60)) {
            var keys = keys(desk.shown());
            clickRow(desk, 2);
            assertThat(chosen(desk)).containsExactly(keys.get(2));
            desk.hands().press(KeyCode.SHIFT);
            clickRow(desk, 5);
            desk.hands().release(KeyCode.SHIFT);
            assertThat(chosen(desk)).containsExactlyElementsOf(keys.subList(2, 6));
            desk.hands().press(KeyCode.CONTROL);
            clickRow(desk, 4);
            clickRow(desk, 8);
            desk.hands().release(KeyCode.CONTROL);
            assertThat(chosen(desk)).containsExactly(keys.get(2), keys.get(3), keys.get(5), keys.get(8));
            assertThat(desk.text("#selected")).startsWith("4 selected");
            assertThat(desk.fx(() -> picked(desk))).containsExactly(2, 3, 5, 8);
            clickRow(desk, 0);
            assertThat(chosen(desk)).containsExactly(keys.get(0));
        }
    }

    @Test
    void keys_widen_the_choice_and_select_all_is_all_of_them_however_many() throws Exception {
        try (var desk = Desk.open(3_000)) {
            var keys = keys(desk.shown());
            clickRow(desk, 3);
            push(desk, KeyCode.SHIFT, KeyCode.DOWN);
            push(desk, KeyCode.SHIFT, KeyCode.DOWN);
            assertThat(chosen(desk)).containsExactlyElementsOf(keys.subList(3, 6));
            push(desk, KeyCode.SHIFT, KeyCode.END);
            assertThat(chosen(desk)).containsExactlyElementsOf(keys.subList(3, 3_000));
            push(desk, KeyCode.CONTROL, KeyCode.A);
            assertThat(chosen(desk)).containsExactlyElementsOf(keys);
            desk.hands().push(KeyCode.HOME);
            assertThat(chosen(desk)).containsExactly(keys.getFirst());
            push(desk, KeyCode.CONTROL, KeyCode.DOWN);
            desk.hands().push(KeyCode.SPACE);
            assertThat(chosen(desk)).containsExactly(keys.get(0), keys.get(1));
        }
    }

    @Test
    void what_is_chosen_is_kept_by_pool_over_sort_filter_and_refresh_and_what_is_hidden_is_said() throws Exception {
        try (var desk = Desk.open(120)) {
            push(desk, KeyCode.F7);
            clickRow(desk, 1);
            desk.hands().press(KeyCode.CONTROL);
            clickRow(desk, 6);
            clickRow(desk, 9);
            desk.hands().release(KeyCode.CONTROL);
            var before = List.copyOf(chosen(desk));
            desk.click("#cluster_name");
            desk.until("the rows moved", () -> !desk.shownNow().get(1).key().equals(before.getFirst()));
            assertThat(chosen(desk)).containsExactlyInAnyOrderElementsOf(before);
            var one = desk.program.pools().selectedPools().getFirst();
            desk.program.pools().filter();
            desk.fx(() -> {
                desk.program.pools().filter().only(PoolField.ID, PoolField.ID.of(one));
                return true;
            });
            desk.until("one is left", () -> desk.shownNow().size() == 1);
            assertThat(chosen(desk)).containsExactly(one.key());
            assertThat(desk.text("#selected")).isEqualTo("1 selected, 2 more hidden by the filter");
            desk.fx(() -> {
                desk.program.pools().filter().clear();
                return true;
            });
            desk.until("all are back", () -> desk.shownNow().size() == 120);
            assertThat(chosen(desk)).containsExactlyInAnyOrderElementsOf(before);
            var gone = before.getLast();
            desk.cloud.fleet().delete(gone);
            push(desk, KeyCode.F5);
            desk.until("it is read again", () -> desk.shownNow().size() == 119);
            assertThat(chosen(desk)).hasSize(2).doesNotContain(gone);
        }
    }

    @Test
    void the_foot_of_the_window_sums_what_is_chosen_in_the_column_of_the_cell() throws Exception {
        try (var desk = Desk.open(120)) {
            push(desk, KeyCode.F7);
            clickRow(desk, 0);
            push(desk, KeyCode.CONTROL, KeyCode.A);
            desk.fx(() -> {
                desk.program.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.ACCELERATORS));
                return true;
            });
            var known = desk.shown().stream().map(pool -> pool.allocatable().accelerators().asNumber())
                    .flatMap(java.util.Optional::stream).toList();
            desk.until("the sum is there", () -> desk.text("#selected").contains("Σ"));
            assertThat(desk.text("#selected")).startsWith("120 selected").contains(SummaryWindowTest.cardsByFamily(desk))
                    .endsWith((120 - known.size()) + "\u00a0unknown");
        }
    }

    @Test
    void groups_have_heads_with_subtotals_fold_and_stand_for_their_pools() throws Exception {
        try (var desk = Desk.open(240)) {
            push(desk, KeyCode.F7);
            desk.fx(() -> {
                desk.program.pools().groups().groupBy(Grouping.STATUS);
                return true;
            });
            desk.until("there are heads", () -> desk.table().getItems().getFirst() instanceof GroupRow);
            Map<String, List<Pool>> byStatus = desk.shown().stream().collect(Collectors.groupingBy(pool -> pool.status().word()));
            var heads = heads(desk);
            assertThat(heads).hasSize(byStatus.size());
            for (var head : heads)
                assertThat(head.now().rows().stream().map(row -> row.pool().key()).toList())
                        .containsExactlyInAnyOrderElementsOf(
                                keys(byStatus.get(head.now().rows().getFirst().pool().status().word())));
            int all = desk.fx(() -> desk.table().getItems().size());
            assertThat(all).isEqualTo(240 + heads.size());
            clickRow(desk, 0);
            assertThat(chosen(desk)).as("a head stands for its pools")
                    .containsExactlyInAnyOrderElementsOf(
                            keys(heads.getFirst().now().rows().stream().map(r -> r.pool()).toList()));
            desk.hands().push(KeyCode.LEFT);
            desk.until("it is folded", () -> desk.table().getItems().size() == all - heads.getFirst().now().rows().size());
            assertThat(chosen(desk)).as("folded away, chosen still").hasSize(heads.getFirst().now().rows().size());
            desk.hands().push(KeyCode.RIGHT);
            desk.until("it is open", () -> desk.table().getItems().size() == all);
            desk.fx(() -> {
                desk.program.pools().groups().foldAll(true);
                return true;
            });
            desk.until("heads alone", () -> desk.table().getItems().size() == heads.size());
            assertThat(desk.fx(() -> desk.program.pools().arrangement().size())).isEqualTo(240);
        }
    }

    @Test
    void groupings_are_undone_and_done_again_among_the_filters_and_a_view_is_one_step() throws Exception {
        try (var desk = Desk.open(60)) {
            var pools = desk.program.pools();
            push(desk, KeyCode.CONTROL, KeyCode.G);
            desk.click("#status-running");
            push(desk, KeyCode.CONTROL, KeyCode.G);
            assertThat(desk.fx(() -> pools.groups().grouping())).isEqualTo(Grouping.SPECIFICATION);
            desk.fx(() -> {
                desk.program.views().apply(new View("own", "own", View.Scope.AS_TICKED, "gpu>=4",
                        new TableLayout(List.of(), List.of(), Grouping.OWNER.id()), 0));
                return true;
            });
            assertThat(said(desk)).isEqualTo("gpu>=4 by OWNER");
            push(desk, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(desk)).isEqualTo("status:running by SPECIFICATION");
            push(desk, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(desk)).isEqualTo("status:running by STATUS");
            push(desk, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(desk)).isEqualTo(" by STATUS");
            push(desk, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(desk)).isEqualTo(" by NONE");
            assertThat(desk.fx(() -> pools.filter().undoableProperty().get())).isFalse();
            for (int i = 0; i < 4; i++)
                push(desk, KeyCode.CONTROL, KeyCode.Y);
            assertThat(said(desk)).isEqualTo("gpu>=4 by OWNER");
            assertThat(desk.fx(() -> pools.filter().redoableProperty().get())).isFalse();
            desk.until("the table follows", () -> desk.table().getItems().getFirst() instanceof GroupRow
                    && desk.shownNow().stream().map(TableWindowTest::json)
                            .allMatch(one -> one.path("allocatable_gpus").asDouble() >= 4));
        }
    }

    private static String said(Desk desk) {
        return desk.fx(() -> desk.program.pools().filter().text() + " by " + desk.program.pools().groups().grouping());
    }

    @Test
    void groups_are_ordered_by_their_subtotals() throws Exception {
        try (var desk = Desk.open(240)) {
            desk.fx(() -> {
                desk.program.pools().groups().groupBy(Grouping.OWNER);
                desk.program.pools().sort(Sort.by(PoolField.CPU_CORES, true));
                return true;
            });
            desk.until("sorted groups", () -> desk.table().getItems().getFirst() instanceof GroupRow
                    && !desk.program.pools().arrangement().wish().sort().keys().isEmpty());
            var sums = heads(desk).stream().map(head -> head.now().rows().stream()
                    .flatMap(row -> row.pool().allocatable().cpuCores().asNumber().stream())
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .toList();
            assertThat(sums).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void several_sort_keys_are_numbered() throws Exception {
        try (var desk = Desk.open(60)) {
            push(desk, KeyCode.F7);
            desk.click("#status");
            desk.hands().press(KeyCode.SHIFT);
            desk.click("#allocatable_cpu_cores");
            desk.hands().release(KeyCode.SHIFT);
            desk.until("two keys", () -> desk.program.pools().sortProperty().get().keys().size() == 2);
            assertThat(desk.labels()).contains("¹", "²");
            var order = Comparator.comparing((Pool pool) -> PoolField.STATUS.of(pool))
                    .thenComparing(pool -> PoolField.CPU_CORES.of(pool),
                            Comparator.comparing((Value value) -> !value.isKnown()).thenComparing(Comparator.naturalOrder()));
            desk.until("sorted", () -> {
                var shown = desk.shownNow();
                return shown.equals(shown.stream().sorted(order).toList());
            });
        }
    }

    @Test
    void a_column_fits_its_longest_text_and_a_pinned_one_stays_in_sight() throws Exception {
        try (var desk = Desk.open(240)) {
            push(desk, KeyCode.F7);
            var spec = column(desk, PoolField.SPECIFICATION);
            desk.fx(() -> {
                spec.setPrefWidth(60);
                return true;
            });
            headerItem(desk, PoolField.SPECIFICATION, "Fit this column");
            double fitted = desk.fx(spec::getWidth);
            assertThat(fitted).isGreaterThan(150);
            var cut = desk.fx(() -> desk.table().lookupAll(".value-cell").stream()
                    .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell && cell.getTableColumn() == spec)
                    .flatMap(node -> node.lookupAll(".text").stream())
                    .filter(text -> ((javafx.scene.text.Text) text).getText().endsWith("...")
                            || ((javafx.scene.text.Text) text).getText().endsWith("…"))
                    .toList());
            assertThat(cut).isEmpty();
            desk.fx(() -> {
                var layout = desk.program.pools().layoutProperty();
                desk.table().getColumns().forEach(c -> c.setVisible(true));
                return layout.get();
            });
            var pin = item(desk, PoolField.OWNER, "Keep in sight at the left");
            desk.fx(() -> {
                ((javafx.scene.control.CheckMenuItem) pin).setSelected(true);
                pin.fire();
                return true;
            });
            desk.settle();
            assertThat(desk.fx(() -> desk.table().getVisibleLeafColumn(0).getId())).isEqualTo("owner");
            desk.fx(() -> {
                desk.table().scrollToColumn(column(desk, PoolField.BATCH_SERVICES));
                return true;
            });
            desk.until("scrolled", () -> seenAt(desk, PoolField.BATCH_SERVICES).getMinX() < desk.table().getWidth());
            assertThat(desk.fx(() -> seenAt(desk, PoolField.OWNER).getMinX())).isBetween(-1.0, 2.0);
        }
    }

    @Test
    void the_menu_of_a_cell_filters_by_it_and_opens_at_the_row_for_a_key() throws Exception {
        try (var desk = Desk.open(120)) {
            var pool = desk.shown().get(3);
            clickRow(desk, 3);
            desk.fx(() -> {
                desk.program.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.OWNER));
                return true;
            });
            push(desk, KeyCode.CONTROL, KeyCode.L);
            desk.until("only this owner", () -> desk.shownNow().size() < 120);
            assertThat(desk.shown()).isNotEmpty().allMatch(p -> p.identity().owner().equals(pool.identity().owner()));
            push(desk, KeyCode.CONTROL, KeyCode.Z);
            desk.until("all again", () -> desk.shownNow().size() == 120);
            push(desk, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            desk.until("not this owner", () -> desk.shownNow().size() < 120);
            assertThat(desk.shown()).isNotEmpty().noneMatch(p -> p.identity().owner().equals(pool.identity().owner()));
        }
    }

    @Test
    void a_row_has_a_menu_by_mouse_and_its_items_work() throws Exception {
        try (var desk = Desk.open(60)) {
            var pool = desk.shown().get(4);
            desk.fx(() -> {
                desk.program.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.STATUS));
                return true;
            });
            desk.hands().clickOn(rowNode(desk, 4), MouseButton.SECONDARY);
            desk.settle();
            assertThat(chosen(desk)).containsExactly(pool.key());
            var items = desk.fx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                    .flatMap(menu -> ((ContextMenu) menu).getItems().stream()).map(MenuItem::getId).toList());
            assertThat(items).contains("row-only", "row-leave-out", "row-details", "row-copy");
            desk.hands().push(KeyCode.ESCAPE);
        }
    }

    @Test
    void a_column_is_copied_from_its_header() throws Exception {
        try (var desk = Desk.open(30)) {
            var menu = desk.headerMenu(PoolField.OWNER).stream()
                    .filter(item -> item instanceof javafx.scene.control.Menu).findFirst().orElseThrow();
            desk.fx(() -> {
                ((javafx.scene.control.Menu) menu).getItems().get(1).fire();
                return true;
            });
            var owners = desk.shown().stream().map(p -> p.identity().owner().asText("")).toList();
            desk.until("it is on the clipboard", () -> Clipboard.getSystemClipboard().getString() != null
                    && Clipboard.getSystemClipboard().getString().lines().count() >= 29);
            assertThat(desk.fx(() -> Clipboard.getSystemClipboard().getString().split("\r?\n", -1)))
                    .startsWith(owners.subList(0, 29).toArray(String[]::new));
        }
    }

    @Test
    void ctrl_insert_copies_as_ctrl_c_does() throws Exception {
        try (var desk = Desk.open(30)) {
            clickRow(desk, 2);
            push(desk, KeyCode.SHIFT, KeyCode.DOWN);
            var names = names(desk.shown().subList(2, 4));
            push(desk, KeyCode.CONTROL, KeyCode.INSERT);
            desk.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(names);
            });
        }
    }

    /// "Find the running pools with at least 4 free accelerators, newest first, send them to a colleague."
    @Test
    void a_colleague_gets_the_free_pools_newest_first_by_keyboard_alone() throws Exception {
        try (var desk = Desk.open(120)) {
            push(desk, KeyCode.CONTROL, KeyCode.F);
            desk.hands().write("status:running gpu>=4").push(KeyCode.ENTER);
            desk.until("filtered", () -> desk.shownNow().size() < 120);
            push(desk, KeyCode.F6);
            desk.hands().push(KeyCode.HOME).push(KeyCode.DOWN);
            for (int i = 0; i < 20 && !desk.program.pools().currentColumnProperty().get()
                    .equals(java.util.Optional.of(PoolField.CREATED_AT)); i++)
                push(desk, KeyCode.RIGHT);
            push(desk, KeyCode.F3);
            push(desk, KeyCode.F3);
            var newest = Comparator.comparing((Pool pool) -> PoolField.CREATED_AT.of(pool).isKnown()
                    ? PoolField.CREATED_AT.of(pool)
                    : new Value.Time(java.time.Instant.MIN)).reversed();
            desk.until("newest first", () -> desk.shownNow().equals(desk.shownNow().stream().sorted(newest).toList())
                    && !desk.program.pools().arrangement().wish().sort().keys().isEmpty());
            push(desk, KeyCode.CONTROL, KeyCode.A);
            push(desk, KeyCode.CONTROL, KeyCode.C);
            var names = desk.shown().stream().map(pool -> pool.identity().name().asText("")).toList();
            desk.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(names);
            });
            assertThat(desk.shown()).isNotEmpty().allMatch(pool -> pool.status().word().equals("running")
                    && pool.allocatable().accelerators().asNumber().orElseThrow().intValue() >= 4);
        }
    }

    /// The same with nothing but a mouse: a status, the menu of a cell, headers, and the menu bar.
    @Test
    void a_colleague_gets_the_free_pools_newest_first_by_mouse_alone() throws Exception {
        try (var desk = Desk.open(120)) {
            desk.click("#status-running");
            choose(desk, "View", "#detailsItem");
            choose(desk, "View", "#sidebarItem");
            desk.click("#allocatable_gpus");
            desk.until("fewest first", () -> !desk.program.pools().arrangement().wish().sort().keys().isEmpty());
            var four = new BigDecimal(4);
            for (int i = 0; i < 60 && seen(desk, PoolField.ACCELERATORS, four) == null; i++) {
                desk.hands().moveTo("#table").scroll(1, VerticalDirection.DOWN);
                desk.settle();
            }
            desk.hands().clickOn(seen(desk, PoolField.ACCELERATORS, four), MouseButton.SECONDARY);
            desk.settle();
            desk.click("#row-at-least");
            desk.until("at least four", () -> desk.program.pools().filter().text().endsWith("gpu>=4"));
            desk.click("#created_at");
            desk.until("oldest first",
                    () -> desk.program.pools().sortProperty().get().equals(Sort.by(PoolField.CREATED_AT, false)));
            desk.click("#created_at");
            var expected = desk.cloudPools().stream().map(TableWindowTest::json)
                    .filter(one -> one.path("status").asText().equals("running") && one.path("allocatable_gpus").asDouble() >= 4)
                    .sorted(Comparator.comparingLong((JsonNode one) -> one.path("created_at").asLong()).reversed())
                    .map(one -> one.path("cluster_name").asText()).toList();
            desk.until("newest first", () -> names(desk.shownNow()).equals(expected));
            assertThat(expected).hasSizeBetween(5, 100);
            choose(desk, "Edit", "#selectAllItem");
            choose(desk, "Edit", "#copyItem");
            desk.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(expected);
            });
        }
    }

    /// A menu of the menu bar, then an item of it, with the mouse.
    private static void choose(Desk desk, String menu, String item) {
        desk.hands().clickOn(desk.<Node>fx(() -> desk.find(".menu-bar").lookupAll(".menu-button").stream()
                .filter(node -> ((MenuButton) node).getText().endsWith(menu.substring(1))).findFirst().orElseThrow()));
        desk.click(item);
    }

    /// A cell in sight that says that number, if there is one.
    private static Node seen(Desk desk, PoolField field, BigDecimal number) {
        return desk.fx(() -> desk.table().lookupAll(".value-cell").stream()
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell && !cell.isEmpty() && cell.isVisible()
                        && cell.getTableColumn().getId().equals(field.id())
                        && cell.getTableRow().getItem() instanceof PoolRow row
                        && field.of(row.pool()).asNumber().filter(value -> value.compareTo(number) == 0).isPresent()
                        && desk.table().localToScene(desk.table().getLayoutBounds())
                                .contains(node.localToScene(node.getLayoutBounds())))
                .findFirst().orElse(null));
    }

    private static List<String> names(List<Pool> pools) {
        return pools.stream().map(pool -> pool.identity().name().asText("")).toList();
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void push(Desk desk, KeyCode... keys) {
        desk.hands().push(keys);
        desk.settle();
    }

    private static void clickRow(Desk desk, int place) {
        desk.hands().clickOn(rowNode(desk, place));
        desk.settle();
    }

    /// The cell of the status, which is in sight in every window.
    private static Node rowNode(Desk desk, int place) {
        return desk.fx(() -> desk.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == place)
                .flatMap(node -> node.lookupAll(".value-cell").stream())
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell
                        && cell.getTableColumn().getId().equals("status"))
                .findFirst().orElseThrow());
    }

    private static List<Integer> picked(Desk desk) {
        return desk.table().lookupAll(".table-row-cell").stream()
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("picked")))
                .map(node -> ((TableRow<?>) node).getIndex()).sorted().toList();
    }

    private static List<String> chosen(Desk desk) {
        return desk.fx(() -> keys(desk.program.pools().selectedPools()));
    }

    private static List<String> keys(List<Pool> pools) {
        return pools.stream().map(Pool::key).toList();
    }

    private static List<GroupRow> heads(Desk desk) {
        return desk.fx(() -> desk.table().getItems().stream()
                .flatMap(line -> line instanceof GroupRow head
                        ? java.util.stream.Stream.of(head)
                        : java.util.stream.Stream.empty())
                .toList());
    }

    private static TableColumn<Line, ?> column(Desk desk, PoolField field) {
        return desk.table().getColumns().stream().filter(c -> field.id().equals(c.getId())).findFirst().orElseThrow();
    }

    private static MenuItem item(Desk desk, PoolField field, String text) {
        return desk.headerMenu(field).stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
    }

    private static void headerItem(Desk desk, PoolField field, String text) {
        var item = item(desk, field, text);
        desk.fx(() -> {
            item.fire();
            return true;
        });
        desk.settle();
    }

    private static Bounds seenAt(Desk desk, PoolField field) {
        return desk.table().lookupAll(".value-cell").stream()
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell && !cell.isEmpty()
                        && cell.getTableColumn().getId().equals(field.id()) && cell.getParent() != null)
                .map(node -> desk.table().sceneToLocal(node.localToScene(node.getLayoutBounds()))).findFirst()
                .orElse(new BoundingBox(Double.MAX_VALUE, 0, 0, 0));
    }
}
