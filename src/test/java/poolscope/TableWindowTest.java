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
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;
import poolscope.settings.SavedView;
import poolscope.settings.TableLayout;
import poolscope.ui.parts.LazyTooltip;

/// What hands do to the table: choosing rows, grouping, columns, and the menus at rows and headers.
class TableWindowTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void rows_are_chosen_by_clicks_with_shift_and_ctrl_as_everywhere() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var keys = keys(appFixture.shown());
            clickRow(appFixture, 2);
            assertThat(chosen(appFixture)).containsExactly(keys.get(2));
            appFixture.hands().press(KeyCode.SHIFT);
            clickRow(appFixture, 5);
            appFixture.hands().release(KeyCode.SHIFT);
            assertThat(chosen(appFixture)).containsExactlyElementsOf(keys.subList(2, 6));
            appFixture.hands().press(KeyCode.CONTROL);
            clickRow(appFixture, 4);
            clickRow(appFixture, 8);
            appFixture.hands().release(KeyCode.CONTROL);
            assertThat(chosen(appFixture)).containsExactly(keys.get(2), keys.get(3), keys.get(5), keys.get(8));
            assertThat(appFixture.text("#selected")).startsWith("4 selected");
            assertThat(appFixture.fx(() -> picked(appFixture))).containsExactly(2, 3, 5, 8);
            clickRow(appFixture, 0);
            assertThat(chosen(appFixture)).containsExactly(keys.get(0));
        }
    }

    @Test
    void keys_widen_the_choice_and_select_all_is_all_of_them_however_many() throws Exception {
        try (var appFixture = AppFixture.open(3_000)) {
            var keys = keys(appFixture.shown());
            clickRow(appFixture, 3);
            push(appFixture, KeyCode.SHIFT, KeyCode.DOWN);
            push(appFixture, KeyCode.SHIFT, KeyCode.DOWN);
            assertThat(chosen(appFixture)).containsExactlyElementsOf(keys.subList(3, 6));
            push(appFixture, KeyCode.SHIFT, KeyCode.END);
            assertThat(chosen(appFixture)).containsExactlyElementsOf(keys.subList(3, 3_000));
            push(appFixture, KeyCode.CONTROL, KeyCode.A);
            assertThat(chosen(appFixture)).containsExactlyElementsOf(keys);
            appFixture.hands().push(KeyCode.HOME);
            assertThat(chosen(appFixture)).containsExactly(keys.getFirst());
            push(appFixture, KeyCode.CONTROL, KeyCode.DOWN);
            appFixture.hands().push(KeyCode.SPACE);
            assertThat(chosen(appFixture)).containsExactly(keys.get(0), keys.get(1));
        }
    }

    @Test
    void what_is_chosen_is_kept_by_pool_over_sort_filter_and_refresh_and_what_is_hidden_is_said() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            push(appFixture, KeyCode.F7);
            clickRow(appFixture, 1);
            appFixture.hands().press(KeyCode.CONTROL);
            clickRow(appFixture, 6);
            clickRow(appFixture, 9);
            appFixture.hands().release(KeyCode.CONTROL);
            var before = List.copyOf(chosen(appFixture));
            appFixture.click("#cluster_name");
            appFixture.until("the rows moved", () -> !appFixture.shownNow().get(1).key().equals(before.getFirst()));
            assertThat(chosen(appFixture)).containsExactlyInAnyOrderElementsOf(before);
            var one = appFixture.appComposition.pools().selectedPools().getFirst();
            appFixture.appComposition.pools().filter();
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().only(PoolField.ID, PoolField.ID.of(one));
                return true;
            });
            appFixture.until("one is left", () -> appFixture.shownNow().size() == 1);
            assertThat(chosen(appFixture)).containsExactly(one.key());
            assertThat(appFixture.text("#selected")).isEqualTo("1 selected, 2 more hidden by the filter");
            assertThat(appFixture.<String>fx(() -> LazyTooltip.getText(appFixture.find("#selected"))))
                    .isEqualTo("1 selected, 2 more hidden by the filter");
            appFixture.fx(() -> {
                appFixture.appComposition.pools().filter().clear();
                return true;
            });
            appFixture.until("all are back", () -> appFixture.shownNow().size() == 120);
            assertThat(chosen(appFixture)).containsExactlyInAnyOrderElementsOf(before);
            var gone = before.getLast();
            appFixture.cloud.fleet().delete(gone);
            push(appFixture, KeyCode.F5);
            appFixture.until("it is read again", () -> appFixture.shownNow().size() == 119);
            assertThat(chosen(appFixture)).hasSize(2).doesNotContain(gone);
        }
    }

    @Test
    void another_filter_order_or_view_shows_the_first_row_and_a_refresh_does_not() throws Exception {
        try (var appFixture = AppFixture.open(AppFixture.still(300))) {
            scrollToMiddle(appFixture);
            var top = firstInView(appFixture);
            var read = appFixture.fx(() -> appFixture.appComposition.pools().arrangedPools().set());
            appFixture.cloud.fleet().delete(appFixture.shown().getFirst().key());
            push(appFixture, KeyCode.F5);
            appFixture.until("it is read again", () -> appFixture.appComposition.pools().arrangedPools().set() != read);
            assertThat(firstInView(appFixture)).as("after a refresh").isEqualTo(top).isPositive();
            appFixture.type("nodes>=1");
            appFixture.until("it is filtered",
                    () -> !appFixture.appComposition.pools().arrangedPools().tableQuery().equals(TableQuery.ALL));
            assertThat(firstInView(appFixture)).as("another filter").isZero();
            scrollToMiddle(appFixture);
            var before = keys(appFixture.shown());
            appFixture.click("#cluster_name");
            appFixture.until("it is sorted", () -> !keys(appFixture.shownNow()).equals(before));
            assertThat(firstInView(appFixture)).as("another order").isZero();
            scrollToMiddle(appFixture);
            appFixture.hands().push(KeyCode.F8);
            appFixture.until("the problems", () -> keys(appFixture.shownNow()).size() < before.size());
            assertThat(firstInView(appFixture)).as("another view").isZero();
        }
    }

    @Test
    void the_current_row_in_view_stays_in_view_when_the_order_or_the_filter_changes() throws Exception {
        try (var appFixture = AppFixture.open(AppFixture.still(300))) {
            appFixture.click("#cluster_name");
            appFixture.until("it is sorted",
                    () -> !appFixture.appComposition.pools().sortOrderProperty().get().keys().isEmpty());
            appFixture.settle();
            scrollToMiddle(appFixture);
            int place = firstInView(appFixture) + 3;
            clickRow(appFixture, place);
            var before = keys(appFixture.shown());
            appFixture.click("#cluster_name");
            appFixture.until("it is sorted", () -> !keys(appFixture.shownNow()).equals(before));
            int now = keys(appFixture.shown()).indexOf(before.get(place));
            assertThat(firstInView(appFixture)).isEqualTo(now - 3);
        }
    }

    @Test
    void a_pool_that_is_jumped_to_comes_into_view_also_where_its_place_was_in_view_before() throws Exception {
        try (var appFixture = AppFixture.open(AppFixture.still(300)).untilRead()) {
            int place = 108;
            var pool = appFixture.shown().get(place);
            appFixture.type("not cluster_id:" + pool.key());
            appFixture.until("it is hidden", () -> appFixture.table().getItems().size() == 299);
            scrollToMiddle(appFixture);
            push(appFixture, KeyCode.SHORTCUT, KeyCode.K);
            appFixture.hands().write(pool.key());
            appFixture.until("it is found", () -> KeyboardTest.finds(appFixture).size() == 1);
            push(appFixture, KeyCode.ENTER);
            appFixture.until("it is selected",
                    () -> appFixture.table().getSelectionModel().getSelectedIndex() == place);
            assertThat(firstInView(appFixture)).isEqualTo(place - 3);
        }
    }

    private static void scrollToMiddle(AppFixture appFixture) {
        appFixture.untilRead();
        appFixture.settle();
        appFixture.fx(() -> {
            appFixture.table().scrollTo(100);
            return true;
        });
        appFixture.settle();
        assertThat(firstInView(appFixture)).isEqualTo(100);
    }

    private static int firstInView(AppFixture appFixture) {
        appFixture.settle();
        return appFixture.fx(() -> {
            appFixture.table().layout();
            return ((VirtualFlow<?>) appFixture.find(".table-view .virtual-flow")).getFirstVisibleCell().getIndex();
        });
    }

    @Test
    void the_foot_of_the_window_sums_what_is_chosen_in_the_column_of_the_cell() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            push(appFixture, KeyCode.F7);
            clickRow(appFixture, 0);
            push(appFixture, KeyCode.CONTROL, KeyCode.A);
            appFixture.fx(() -> {
                appFixture.appComposition.pools()
                        .currentColumnProperty()
                        .set(java.util.Optional.of(PoolField.ACCELERATORS));
                return true;
            });
            var known = appFixture.shown()
                    .stream()
                    .map(pool -> pool.allocatableResources().accelerators().asNumber())
                    .flatMap(java.util.Optional::stream)
                    .toList();
            // at this width the foot has no room for it, and its tooltip has the whole text
            appFixture.until("the sum is there", () -> LazyTooltip.getText(appFixture.find("#selected")).contains("Σ"));
            assertThat(appFixture.<String>fx(() -> LazyTooltip.getText(appFixture.find("#selected"))))
                    .startsWith("120 selected")
                    .contains(SummaryWindowTest.cardsByFamily(appFixture))
                    .endsWith((120 - known.size()) + "\u00a0unknown");
        }
    }

    @Test
    void groups_have_heads_with_subtotals_fold_and_stand_for_their_pools() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            push(appFixture, KeyCode.F7);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().groupBy(PoolGroupingCriterion.STATUS);
                return true;
            });
            appFixture.until("there are heads", () -> appFixture.table().getItems().getFirst() instanceof GroupRow);
            Map<String, List<Pool>> byStatus = appFixture.shown()
                    .stream()
                    .collect(Collectors.groupingBy(pool -> pool.status().word()));
            var heads = heads(appFixture);
            assertThat(heads).hasSize(byStatus.size());
            for (var head : heads)
                assertThat(head.now().rows().stream().map(row -> row.pool().key()).toList())
                        .containsExactlyInAnyOrderElementsOf(
                                keys(byStatus.get(head.now().rows().getFirst().pool().status().word())));
            int all = appFixture.fx(() -> appFixture.table().getItems().size());
            assertThat(all).isEqualTo(240 + heads.size());
            clickRow(appFixture, 0);
            assertThat(chosen(appFixture)).as("a head stands for its pools")
                    .containsExactlyInAnyOrderElementsOf(
                            keys(heads.getFirst().now().rows().stream().map(r -> r.pool()).toList()));
            appFixture.hands().push(KeyCode.LEFT);
            appFixture.until("it is folded",
                    () -> appFixture.table().getItems().size() == all - heads.getFirst().now().rows().size());
            assertThat(chosen(appFixture)).as("folded away, chosen still")
                    .hasSize(heads.getFirst().now().rows().size());
            appFixture.hands().push(KeyCode.RIGHT);
            appFixture.until("it is open", () -> appFixture.table().getItems().size() == all);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().foldAll(true);
                return true;
            });
            appFixture.until("heads alone", () -> appFixture.table().getItems().size() == heads.size());
            assertThat(appFixture.fx(() -> appFixture.appComposition.pools().arrangedPools().size())).isEqualTo(240);
        }
    }

    @Test
    void groupings_are_undone_and_done_again_among_the_filters_and_a_view_is_one_step() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pools = appFixture.appComposition.pools();
            push(appFixture, KeyCode.CONTROL, KeyCode.G);
            appFixture.click("#status-running");
            push(appFixture, KeyCode.CONTROL, KeyCode.G);
            assertThat(appFixture.fx(() -> pools.groups().poolGroupingCriterion()))
                    .isEqualTo(PoolGroupingCriterion.SPECIFICATION);
            appFixture.fx(() -> {
                appFixture.appComposition.views()
                        .apply(new SavedView("own", "own", SavedView.Scope.AS_TICKED, "gpu>=4",
                                new TableLayout(List.of(), List.of(), PoolGroupingCriterion.OWNER.id()), 0));
                return true;
            });
            assertThat(said(appFixture)).isEqualTo("gpu>=4 by OWNER");
            push(appFixture, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(appFixture)).isEqualTo("status:running by SPECIFICATION");
            push(appFixture, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(appFixture)).isEqualTo("status:running by STATUS");
            push(appFixture, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(appFixture)).isEqualTo(" by STATUS");
            push(appFixture, KeyCode.CONTROL, KeyCode.Z);
            assertThat(said(appFixture)).isEqualTo(" by NONE");
            assertThat(appFixture.fx(() -> pools.filter().undoableProperty().get())).isFalse();
            for (int i = 0; i < 4; i++)
                push(appFixture, KeyCode.CONTROL, KeyCode.Y);
            assertThat(said(appFixture)).isEqualTo("gpu>=4 by OWNER");
            assertThat(appFixture.fx(() -> pools.filter().redoableProperty().get())).isFalse();
            appFixture.until("the table follows",
                    () -> appFixture.table().getItems().getFirst() instanceof GroupRow && appFixture.shownNow()
                            .stream()
                            .map(TableWindowTest::json)
                            .allMatch(one -> one.path("allocatable_gpus").asDouble() >= 4));
        }
    }

    private static String said(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.pools().filter().text() + " by "
                + appFixture.appComposition.pools().groups().poolGroupingCriterion());
    }

    @Test
    void groups_are_ordered_by_their_subtotals() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.appComposition.pools().groups().groupBy(PoolGroupingCriterion.OWNER);
                appFixture.appComposition.pools().sort(SortOrder.by(PoolField.CPU_CORES, true));
                return true;
            });
            appFixture.until("sorted groups", () -> appFixture.table().getItems().getFirst() instanceof GroupRow
                    && !appFixture.appComposition.pools().arrangedPools().tableQuery().sortOrder().keys().isEmpty());
            var sums = heads(appFixture).stream()
                    .map(head -> head.now()
                            .rows()
                            .stream()
                            .flatMap(row -> row.pool().allocatableResources().cpuCores().asNumber().stream())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .toList();
            assertThat(sums).hasSizeGreaterThan(3).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void several_sort_keys_are_numbered() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            push(appFixture, KeyCode.F7);
            appFixture.click("#status");
            appFixture.hands().press(KeyCode.SHIFT);
            appFixture.click("#allocatable_cpu_cores");
            appFixture.hands().release(KeyCode.SHIFT);
            appFixture.until("two keys",
                    () -> appFixture.appComposition.pools().sortOrderProperty().get().keys().size() == 2);
            assertThat(appFixture.labels()).contains("¹", "²");
            var order = Comparator.comparing(Pool::status, PoolStatus.WORST_LAST)
                    .thenComparing(pool -> PoolField.CPU_CORES.of(pool),
                            Comparator.comparing((FieldValue fieldValue) -> !fieldValue.isKnown())
                                    .thenComparing(Comparator.naturalOrder()));
            appFixture.until("sorted", () -> {
                var shown = appFixture.shownNow();
                return shown.equals(shown.stream().sorted(order).toList());
            });
        }
    }

    @Test
    void a_column_fits_its_longest_text_and_a_pinned_one_stays_in_sight() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            push(appFixture, KeyCode.F7);
            var spec = column(appFixture, PoolField.SPECIFICATION);
            appFixture.fx(() -> {
                spec.setPrefWidth(60);
                return true;
            });
            headerItem(appFixture, PoolField.SPECIFICATION, "Size column to fit");
            double fitted = appFixture.fx(spec::getWidth);
            assertThat(fitted).isGreaterThan(150);
            var cut = appFixture.fx(() -> appFixture.table()
                    .lookupAll(".value-cell")
                    .stream()
                    .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell
                            && cell.getTableColumn() == spec)
                    .flatMap(node -> node.lookupAll(".text").stream())
                    .filter(text -> ((javafx.scene.text.Text) text).getText().endsWith("...")
                            || ((javafx.scene.text.Text) text).getText().endsWith("…"))
                    .toList());
            assertThat(cut).isEmpty();
            appFixture.fx(() -> {
                var layout = appFixture.appComposition.pools().layoutProperty();
                appFixture.table().getColumns().forEach(c -> c.setVisible(true));
                return layout.get();
            });
            var pin = item(appFixture, PoolField.OWNER, "Freeze column");
            appFixture.fx(() -> {
                ((javafx.scene.control.CheckMenuItem) pin).setSelected(true);
                pin.fire();
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.fx(() -> appFixture.table().getVisibleLeafColumn(1).getId())).isEqualTo("owner");
            appFixture.fx(() -> {
                appFixture.table().scrollToColumn(column(appFixture, PoolField.BATCH_SERVICES));
                return true;
            });
            appFixture.until("scrolled",
                    () -> seenAt(appFixture, PoolField.BATCH_SERVICES).getMinX() < appFixture.table().getWidth());
            assertThat(appFixture.fx(() -> seenAt(appFixture, PoolField.NAME).getMinX())).isBetween(-1.0, 2.0);
            assertThat(appFixture.fx(
                    () -> seenAt(appFixture, PoolField.OWNER).getMinX() - seenAt(appFixture, PoolField.NAME).getMaxX()))
                    .isBetween(-2.0, 2.0);
        }
    }

    @Test
    void the_menu_of_a_cell_filters_by_it_and_opens_at_the_row_for_a_key() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            var pool = appFixture.shown().get(3);
            clickRow(appFixture, 3);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.OWNER));
                return true;
            });
            push(appFixture, KeyCode.CONTROL, KeyCode.L);
            appFixture.until("only this owner", () -> appFixture.shownNow().size() < 120);
            assertThat(appFixture.shown()).isNotEmpty()
                    .allMatch(p -> p.poolNamesAndOwner().owner().equals(pool.poolNamesAndOwner().owner()));
            push(appFixture, KeyCode.CONTROL, KeyCode.Z);
            appFixture.until("all again", () -> appFixture.shownNow().size() == 120);
            push(appFixture, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            appFixture.until("not this owner", () -> appFixture.shownNow().size() < 120);
            assertThat(appFixture.shown()).isNotEmpty()
                    .noneMatch(p -> p.poolNamesAndOwner().owner().equals(pool.poolNamesAndOwner().owner()));
        }
    }

    @Test
    void a_right_click_on_a_row_opens_a_menu_whose_items_work() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pool = appFixture.shown().get(4);
            appFixture.fx(() -> {
                appFixture.appComposition.pools().currentColumnProperty().set(java.util.Optional.of(PoolField.STATUS));
                return true;
            });
            appFixture.hands().clickOn(rowNode(appFixture, 4), MouseButton.SECONDARY);
            appFixture.settle();
            assertThat(chosen(appFixture)).containsExactly(pool.key());
            appFixture.click("#row-details");
            appFixture.until("the details show the pool",
                    () -> appFixture.find("#detail-cluster_id") instanceof Label id && id.getText().equals(pool.key()));

            appFixture.hands().clickOn(rowNode(appFixture, 4), MouseButton.SECONDARY);
            assertThat(appFixture.menuTexts("#row-copy")).contains("Copy rows", "Copy as")
                    .noneMatch(text -> text.contains("_"));
            appFixture.click("#row-copy");
            appFixture.until("the row is on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().count() == 1
                        && copied.startsWith(pool.poolNamesAndOwner().name().asText("") + "\t");
            });

            var all = appFixture.cloudPools();
            var alike = all.stream().filter(one -> one.status() == pool.status()).map(Pool::key).toList();
            var others = all.stream().filter(one -> one.status() != pool.status()).map(Pool::key).toList();
            appFixture.hands().clickOn(rowNode(appFixture, 4), MouseButton.SECONDARY);
            appFixture.click("#row-only");
            appFixture.until("only pools of this status are shown", () -> isShown(appFixture, alike));
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Z);
            appFixture.until("all pools are shown again", () -> appFixture.shownNow().size() == all.size());

            clickRow(appFixture, 4);
            appFixture.hands().clickOn(rowNode(appFixture, 4), MouseButton.SECONDARY);
            appFixture.click("#row-leave-out");
            appFixture.until("pools of this status are hidden", () -> isShown(appFixture, others));
        }
    }

    /// Whether exactly these pools are shown, in any order; asked on the FX thread.
    private static boolean isShown(AppFixture appFixture, List<String> keys) {
        return keys(appFixture.shownNow()).size() == keys.size() && keys(appFixture.shownNow()).containsAll(keys);
    }

    @Test
    void a_column_is_copied_from_its_header() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            var menu = appFixture.headerMenu(PoolField.OWNER)
                    .stream()
                    .filter(item -> item instanceof javafx.scene.control.Menu)
                    .findFirst()
                    .orElseThrow();
            appFixture.fx(() -> {
                ((javafx.scene.control.Menu) menu).getItems().get(1).fire();
                return true;
            });
            var owners = appFixture.shown().stream().map(p -> p.poolNamesAndOwner().owner().asText("")).toList();
            appFixture.until("it is on the clipboard", () -> Clipboard.getSystemClipboard().getString() != null
                    && Clipboard.getSystemClipboard().getString().lines().count() >= 29);
            assertThat(appFixture.fx(() -> Clipboard.getSystemClipboard().getString().split("\r?\n", -1)))
                    .startsWith(owners.subList(0, 29).toArray(String[]::new));
        }
    }

    @Test
    void ctrl_insert_copies_as_ctrl_c_does() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            clickRow(appFixture, 2);
            push(appFixture, KeyCode.SHIFT, KeyCode.DOWN);
            var names = names(appFixture.shown().subList(2, 4));
            push(appFixture, KeyCode.CONTROL, KeyCode.INSERT);
            appFixture.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(names);
            });
        }
    }

    /// "Find the running pools with at least 4 free accelerators, newest first, send them to a colleague."
    @Test
    void a_colleague_gets_the_free_pools_newest_first_by_keyboard_alone() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            push(appFixture, KeyCode.CONTROL, KeyCode.F);
            appFixture.hands().write("status:running gpu>=4").push(KeyCode.ENTER);
            appFixture.untilFiltered();
            assertThat(appFixture.shown()).hasSizeBetween(1, 119);
            push(appFixture, KeyCode.F6);
            appFixture.hands().push(KeyCode.HOME).push(KeyCode.DOWN);
            for (int i = 0; i < 20 && !appFixture.appComposition.pools()
                    .currentColumnProperty()
                    .get()
                    .equals(java.util.Optional.of(PoolField.CREATED_AT)); i++)
                push(appFixture, KeyCode.RIGHT);
            push(appFixture, KeyCode.F3);
            push(appFixture, KeyCode.F3);
            var newest = Comparator.comparing((Pool pool) -> PoolField.CREATED_AT.of(pool).isKnown()
                    ? PoolField.CREATED_AT.of(pool)
                    : new FieldValue.Time(java.time.Instant.MIN)).reversed();
            appFixture.until("newest first", () -> appFixture.shownNow()
                    .equals(appFixture.shownNow().stream().sorted(newest).toList())
                    && !appFixture.appComposition.pools().arrangedPools().tableQuery().sortOrder().keys().isEmpty());
            push(appFixture, KeyCode.CONTROL, KeyCode.A);
            push(appFixture, KeyCode.CONTROL, KeyCode.C);
            var names = appFixture.shown().stream().map(pool -> pool.poolNamesAndOwner().name().asText("")).toList();
            appFixture.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(names);
            });
            assertThat(appFixture.shown()).isNotEmpty()
                    .allMatch(pool -> pool.status().word().equals("running")
                            && pool.allocatableResources().accelerators().asNumber().orElseThrow().intValue() >= 4);
        }
    }

    /// The same with nothing but a mouse: a status, the menu of a cell, headers, and the menu bar.
    @Test
    void a_colleague_gets_the_free_pools_newest_first_by_mouse_alone() throws Exception {
        try (var appFixture = AppFixture.open(120)) {
            appFixture.click("#status-running");
            choose(appFixture, "View", "#detailsItem");
            choose(appFixture, "View", "#sidebarItem");
            appFixture.click("#allocatable_gpus");
            appFixture.until("fewest first",
                    () -> !appFixture.appComposition.pools().arrangedPools().tableQuery().sortOrder().keys().isEmpty());
            var four = new BigDecimal(4);
            for (int i = 0; i < 60 && seen(appFixture, PoolField.ACCELERATORS, four) == null; i++) {
                appFixture.hands().moveTo("#table").scroll(1, VerticalDirection.DOWN);
                appFixture.settle();
            }
            appFixture.hands().clickOn(seen(appFixture, PoolField.ACCELERATORS, four), MouseButton.SECONDARY);
            appFixture.settle();
            appFixture.click("#row-at-least");
            appFixture.until("at least four",
                    () -> appFixture.appComposition.pools().filter().text().endsWith("gpu>=4"));
            appFixture.click("#created_at");
            appFixture.until("oldest first",
                    () -> appFixture.appComposition.pools()
                            .sortOrderProperty()
                            .get()
                            .equals(SortOrder.by(PoolField.CREATED_AT, false)));
            appFixture.click("#created_at");
            var expected = appFixture.cloudPools()
                    .stream()
                    .map(TableWindowTest::json)
                    .filter(one -> one.path("status").asText().equals("running")
                            && one.path("allocatable_gpus").asDouble() >= 4)
                    .sorted(Comparator.comparingLong((JsonNode one) -> one.path("created_at").asLong()).reversed())
                    .map(one -> one.path("cluster_name").asText())
                    .toList();
            appFixture.until("newest first", () -> names(appFixture.shownNow()).equals(expected));
            assertThat(expected).hasSizeBetween(5, 100);
            choose(appFixture, "Edit", "#selectAllItem");
            choose(appFixture, "Edit", "#copyItem");
            appFixture.until("they are on the clipboard", () -> {
                var copied = Clipboard.getSystemClipboard().getString();
                return copied != null && copied.lines().map(line -> line.split("\t", 2)[0]).toList().equals(expected);
            });
        }
    }

    /// A menu of the menu bar, then an item of it, with the mouse.
    private static void choose(AppFixture appFixture, String menu, String item) {
        appFixture.hands()
                .clickOn(appFixture.<Node>fx(() -> appFixture.find(".menu-bar")
                        .lookupAll(".menu-button")
                        .stream()
                        .filter(node -> ((MenuButton) node).getText().endsWith(menu.substring(1)))
                        .findFirst()
                        .orElseThrow()));
        appFixture.click(item);
    }

    /// A cell in sight that says that number, if there is one.
    private static Node seen(AppFixture appFixture, PoolField field, BigDecimal number) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell && !cell.isEmpty()
                        && cell.isVisible() && cell.getTableColumn().getId().equals(field.id())
                        && cell.getTableRow().getItem() instanceof PoolRow row
                        && field.of(row.pool()).asNumber().filter(value -> value.compareTo(number) == 0).isPresent()
                        && appFixture.table()
                                .localToScene(appFixture.table().getLayoutBounds())
                                .contains(node.localToScene(node.getLayoutBounds())))
                .findFirst()
                .orElse(null));
    }

    private static List<String> names(List<Pool> pools) {
        return pools.stream().map(pool -> pool.poolNamesAndOwner().name().asText("")).toList();
    }

    private static JsonNode json(Pool pool) {
        try {
            return JSON.readTree(pool.raw().text());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void push(AppFixture appFixture, KeyCode... keys) {
        appFixture.hands().push(keys);
        appFixture.settle();
    }

    private static void clickRow(AppFixture appFixture, int place) {
        appFixture.hands().clickOn(rowNode(appFixture, place));
        appFixture.settle();
    }

    /// The cell of the status, which is in sight in every window.
    private static Node rowNode(AppFixture appFixture, int place) {
        return appFixture.fx(() -> appFixture.table()
                .lookupAll(".table-row-cell")
                .stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == place)
                .flatMap(node -> node.lookupAll(".value-cell").stream())
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell
                        && cell.getTableColumn().getId().equals("status"))
                .findFirst()
                .orElseThrow());
    }

    private static List<Integer> picked(AppFixture appFixture) {
        return appFixture.table()
                .lookupAll(".table-row-cell")
                .stream()
                .filter(node -> node.getPseudoClassStates()
                        .stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("picked")))
                .map(node -> ((TableRow<?>) node).getIndex())
                .sorted()
                .toList();
    }

    private static List<String> chosen(AppFixture appFixture) {
        return appFixture.fx(() -> keys(appFixture.appComposition.pools().selectedPools()));
    }

    private static List<String> keys(List<Pool> pools) {
        return pools.stream().map(Pool::key).toList();
    }

    private static List<GroupRow> heads(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.table()
                .getItems()
                .stream()
                .flatMap(tableRowItem -> tableRowItem instanceof GroupRow head
                        ? java.util.stream.Stream.of(head)
                        : java.util.stream.Stream.empty())
                .toList());
    }

    private static TableColumn<TableRowItem, ?> column(AppFixture appFixture, PoolField field) {
        return appFixture.table()
                .getColumns()
                .stream()
                .filter(c -> field.id().equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(AppFixture appFixture, PoolField field, String text) {
        return appFixture.headerMenu(field)
                .stream()
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void headerItem(AppFixture appFixture, PoolField field, String text) {
        var item = item(appFixture, field, text);
        appFixture.fx(() -> {
            item.fire();
            return true;
        });
        appFixture.settle();
    }

    private static Bounds seenAt(AppFixture appFixture, PoolField field) {
        return appFixture.table()
                .lookupAll(".value-cell")
                .stream()
                .filter(node -> node instanceof javafx.scene.control.TableCell<?, ?> cell && !cell.isEmpty()
                        && cell.getTableColumn().getId().equals(field.id()) && cell.getParent() != null)
                .map(node -> appFixture.table().sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .findFirst()
                .orElse(new BoundingBox(Double.MAX_VALUE, 0, 0, 0));
    }
}
