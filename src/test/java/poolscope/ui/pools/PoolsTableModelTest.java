package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.RefreshState;
import poolscope.live.table.GroupRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolTotals;
import poolscope.pool.table.SortOrder;
import poolscope.settings.Settings;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

/// Rows, order, selection and totals, over a real connection and without a window.
class PoolsTableModelTest {
    private static final SentPool B = SentPool.of("b", 8).withStatus("abnormal");
    private static final SentPool A = SentPool.of("a", 16);
    private static final SentPool C = SentPool.of("c", 32);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private PoolsTableModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", B, A, C);
        model = fixture.pools;
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private List<String> selected() {
        return ModelFixture.names(model.selectedPools());
    }

    private void select(SelectedRowIndexes rows) {
        model.selection().select(rows);
        fixture.run();
    }

    private void sortByName(boolean descending) {
        model.sort(SortOrder.by(PoolField.NAME, descending));
        fixture.run();
    }

    @Test
    void pools_are_shown_in_the_order_of_the_service_once_they_are_read() {
        assertThat(model.emptyTableStateProperty().get()).isEqualTo(EmptyTableState.Waiting.FOR_NOTHING);
        fixture.read();
        assertThat(fixture.shown()).containsExactly("b", "a", "c");
        assertThat(model.emptyTableStateProperty().get()).isEqualTo(new EmptyTableState.Rows());
    }

    @Test
    void the_current_column_sorts_ascending_then_descending_then_as_the_service_sent_them() {
        fixture.read();
        model.sortByCurrentColumn();
        fixture.run();
        assertThat(fixture.shown()).as("no column is current").containsExactly("b", "a", "c");
        model.currentColumnProperty().set(Optional.of(PoolField.NAME));
        model.sortByCurrentColumn();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a", "b", "c");
        model.sortByCurrentColumn();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("c", "b", "a");
        assertThat(fixture.settings.settings().table().sort()).as("is remembered").hasSize(1);
        model.sortByCurrentColumn();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("b", "a", "c");
        assertThat(fixture.settings.settings().table().sort()).isEmpty();
    }

    @Test
    void without_rows_it_is_known_why() throws Exception {
        fixture.read();
        fixture.filter("no-such-pool");
        assertThat(model.emptyTableStateProperty().get()).isEqualTo(new EmptyTableState.Hidden(3));
        fixture.filter("");
        service.has();
        fixture.read();
        assertThat(model.emptyTableStateProperty().get()).isInstanceOfSatisfying(EmptyTableState.Empty.class,
                empty -> assertThat(empty.onlyAsked()).as("this connection asks for no other list")
                        .contains(ApiGeneration.V1));
        fixture.observableTickedConnectionPools.sources().clear();
        fixture.run();
        assertThat(model.emptyTableStateProperty().get()).isEqualTo(new EmptyTableState.Unticked());
    }

    @Test
    void a_connection_that_was_never_read_is_a_failure_and_not_an_empty_list() {
        service.refuse(403);
        fixture.read();
        assertThat(model.emptyTableStateProperty().get()).isInstanceOfSatisfying(EmptyTableState.Failed.class,
                failed -> {
                    assertThat(failed.serviceAndProject().name()).isEqualTo("prod");
                    assertThat(failed.asksForSignIn()).isFalse();
                });
        service.refuse(401);
        fixture.read();
        assertThat(model.emptyTableStateProperty().get()).isInstanceOfSatisfying(EmptyTableState.Failed.class,
                failed -> assertThat(failed.asksForSignIn()).isTrue());
        assertThat(model.emptyTableStateProperty().get().isCounted()).isFalse();
    }

    @Test
    void of_several_connections_that_failed_the_last_one_that_began_to_is_explained() {
        var lines = Stream.of("2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z", "2026-03-01T08:30:00Z")
                .map(Instant::parse)
                .map(since -> new AllConnectionsStatus.SourceStatus(
                        new ServiceAndProject("id", since.toString(), Optional.empty(), service.endpoint(), "p"),
                        RefreshState.IDLE, new RefreshState.Broken(since, since, 1), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty()))
                .toList();
        assertThat(EmptyTableState.of(new AllConnectionsStatus(lines), ArrangedPools.EMPTY, ArrangedPools.EMPTY.set()))
                .isInstanceOfSatisfying(EmptyTableState.Broken.class,
                        broken -> assertThat(broken.serviceAndProject().name()).isEqualTo("2026-03-01T09:00:00Z"));
    }

    @Test
    void the_column_of_the_connection_is_shown_while_there_are_several_unless_the_operator_hid_it() throws Exception {
        fixture.read();
        assertThat(model.shownFields()).doesNotContain(PoolField.CONNECTION);
        fixture.connect("lab", SentPool.of("d", 1));
        fixture.read();
        assertThat(fixture.shown()).containsExactly("b", "a", "c", "d");
        assertThat(model.shownFields()).contains(PoolField.CONNECTION);
        model.layoutProperty()
                .set(TableLayoutColumns.withShown(model.layoutProperty().get(), PoolField.CONNECTION, false));
        fixture.connect("third");
        fixture.read();
        assertThat(model.shownFields()).doesNotContain(PoolField.CONNECTION);
    }

    private void showEstimates(boolean shown) {
        fixture.settings.part(Settings::windowAppearance, Settings::withWindowAppearance)
                .set(fixture.settings.settings().windowAppearance().withEstimatedEnds(shown));
    }

    @Test
    void the_estimated_end_is_a_column_only_while_estimates_are_asked_for() {
        fixture.read();
        assertThat(model.shownFields()).doesNotContain(PoolField.ESTIMATED_END);
        assertThat(model.fields()).doesNotContain(PoolField.ESTIMATED_END);

        showEstimates(true);
        assertThat(model.shownFields()).contains(PoolField.ESTIMATED_END);
        assertThat(model.fields()).containsExactly(PoolField.values());

        // also when a view or an older choice has the column
        model.layoutProperty()
                .set(TableLayoutColumns.withShown(model.layoutProperty().get(), PoolField.ESTIMATED_END, false));
        model.layoutProperty()
                .set(TableLayoutColumns.withShown(model.layoutProperty().get(), PoolField.ESTIMATED_END, true));
        showEstimates(false);
        assertThat(model.shownFields()).doesNotContain(PoolField.ESTIMATED_END);
        showEstimates(true);
        assertThat(model.shownFields()).contains(PoolField.ESTIMATED_END);
    }

    @Test
    void what_is_selected_is_summed_in_the_background() {
        fixture.read();
        model.selection().select(SelectedRowIndexes.only(0).toggled(2));
        assertThat(model.selectedTotalsProperty().get()).as("not on the thread that selects")
                .isEqualTo(PoolTotals.NONE);
        fixture.run();
        assertThat(selected()).containsExactly("b", "c");
        assertThat(model.selectedTotalsProperty().get().pools()).isEqualTo(2);
        assertThat(model.selectedTotalsProperty().get().of(PoolField.ACCELERATORS).total())
                .isEqualTo(FieldValue.Number.of(8 + 32));
        select(SelectedRowIndexes.NONE);
        assertThat(model.selectedTotalsProperty().get()).isEqualTo(PoolTotals.NONE);
    }

    @Test
    void all_pools_have_the_totals_of_the_table_at_once_even_if_a_sum_is_under_way() {
        fixture.read();
        model.selection().select(SelectedRowIndexes.only(0));
        model.selectAll();
        assertThat(model.selectedTotalsProperty().get().of(PoolField.ACCELERATORS).total())
                .isEqualTo(FieldValue.Number.of(8 + 16 + 32));
        fixture.run();
        assertThat(model.selectedTotalsProperty().get().pools()).isEqualTo(3);
    }

    @Test
    void the_selection_follows_its_pools_into_a_new_order() {
        fixture.read();
        select(SelectedRowIndexes.only(0));
        sortByName(true);
        assertThat(fixture.shown()).containsExactly("c", "b", "a");
        assertThat(selected()).containsExactly("b");
        assertThat(model.selection().selectedRowIndexes().contains(1)).isTrue();
    }

    @Test
    void a_selected_pool_that_a_filter_hides_is_not_acted_on_and_selected_again_when_it_is_shown() {
        fixture.read();
        select(SelectedRowIndexes.only(0).toggled(1));
        fixture.filter("status:running");
        assertThat(fixture.shown()).containsExactly("a", "c");
        assertThat(selected()).containsExactly("a");
        assertThat(model.selection().hiddenProperty().get()).isOne();
        assertThat(model.selectedTotalsProperty().get().pools()).isOne();
        fixture.filter("");
        assertThat(selected()).containsExactly("b", "a");
        assertThat(model.selection().hiddenProperty().get()).isZero();
    }

    @Test
    void selecting_anew_forgets_hidden_pools_and_changing_the_selection_keeps_them() {
        fixture.read();
        select(SelectedRowIndexes.only(0));
        fixture.filter("status:running");
        model.selection().change(SelectedRowIndexes.only(1));
        fixture.filter("");
        assertThat(selected()).containsExactly("b", "c");
        fixture.filter("status:running");
        select(SelectedRowIndexes.only(0));
        fixture.filter("");
        assertThat(selected()).containsExactly("a");
    }

    @Test
    void P06_a_pool_that_is_gone_is_neither_selected_nor_current_any_more() {
        fixture.read();
        select(SelectedRowIndexes.only(0).toggled(1));
        model.setCurrent(Optional.of(fixture.row(0)));
        service.has(A, C);
        fixture.read();
        assertThat(selected()).containsExactly("a");
        assertThat(model.selection().hiddenProperty().get()).isZero();
        assertThat(model.currentProperty().get()).isEmpty();
    }

    @Test
    void a_pool_that_is_read_again_stays_current_with_its_new_values() {
        fixture.read();
        model.setCurrent(Optional.of(fixture.row(1)));
        service.has(B, A.withStatus("concerning"), C);
        fixture.read();
        assertThat(model.currentProperty().get().orElseThrow().pool().status().word()).isEqualTo("concerning");
    }

    @Test
    void revealing_a_pool_clears_the_filter_only_if_that_hides_it() {
        fixture.read();
        var pool = fixture.row(1).pool();
        fixture.filter("status:running");
        model.reveal(pool);
        assertThat(fixture.filter.text()).isEqualTo("status:running");
        fixture.filter("status:abnormal");
        model.reveal(pool);
        fixture.run();
        assertThat(fixture.filter.text()).isEmpty();
        assertThat(model.isShown(pool)).isTrue();
    }

    @Test
    void revealing_a_pool_opens_its_folded_group_and_no_other() {
        fixture.read();
        model.groups().groupBy(PoolGroupingCriterion.STATUS);
        model.groups().foldAll(true);
        fixture.run();
        assertThat(model.rows()).hasSize(2).allMatch(GroupRow.class::isInstance);
        model.reveal(model.allPools().get(1));
        fixture.run();
        assertThat(model.rows()).hasSize(4);
        assertThat(fixture.shown()).contains("a", "c");
    }

    @Test
    void the_header_of_a_group_stands_for_its_pools_once_each() {
        fixture.read();
        model.groups().groupBy(PoolGroupingCriterion.STATUS);
        fixture.run();
        int header = model.rows()
                .indexOf(model.rows()
                        .stream()
                        .filter(line -> line instanceof GroupRow head && head.now().rows().size() == 2)
                        .findFirst()
                        .orElseThrow());
        select(SelectedRowIndexes.only(header).toggled(header + 1));
        assertThat(selected()).containsExactly("a", "c");
        assertThat(model.selectedTotalsProperty().get().pools()).isEqualTo(2);
    }

    @Test
    void folding_a_group_keeps_its_pools_selected_if_all_are_and_hides_them_from_the_selection_otherwise() {
        fixture.read();
        model.groups().groupBy(PoolGroupingCriterion.STATUS);
        fixture.run();
        model.selectAll();
        model.groups().foldAll(true);
        fixture.run();
        assertThat(selected()).containsExactlyInAnyOrder("a", "b", "c");
        model.groups().foldAll(false);
        fixture.run();
        select(SelectedRowIndexes.only(model.rows().indexOf(rowOf("a"))));
        model.groups().foldAll(true);
        fixture.run();
        assertThat(selected()).isEmpty();
        assertThat(model.selection().hiddenProperty().get()).isOne();
    }

    private TableRowItem rowOf(String name) {
        return model.rows()
                .stream()
                .filter(line -> line instanceof PoolRow row
                        && row.pool().poolNamesAndOwner().name().asText("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void grouping_is_remembered_and_equal_pools_begin_folded() {
        fixture.read();
        model.groups().groupBy(PoolGroupingCriterion.SPECIFICATION_AND_STATUS);
        fixture.run();
        assertThat(fixture.settings.settings().table().grouping()).isEqualTo("specification_and_status");
        assertThat(model.rows()).hasSize(2).allMatch(GroupRow.class::isInstance);
        model.groups().groupBy(PoolGroupingCriterion.NONE);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("b", "a", "c");
        assertThat(fixture.settings.settings().table().grouping()).isEmpty();
    }
}
