package poolscope.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.background.LatestTask;
import poolscope.pool.CommonFieldValue;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.pools.SelectedRowIndexes;

class DetailsModelTest {
    private static final SentPool A = SentPool.of("a", 8);
    private static final SentPool B = SentPool.of("b", 16);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private DetailsModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", A, B, SentPool.of("c", 32).withStatus("abnormal"));
        model = new DetailsModel(fixture.pools, fixture.observableTickedConnectionPools,
                new LatestTask(fixture.executors));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private DetailsContent content() {
        return model.detailsContentProperty().get();
    }

    private void select(SelectedRowIndexes rows) {
        fixture.pools.selection().select(rows);
        fixture.run();
    }

    @Test
    void a_service_that_gives_nothing_is_not_awaited_any_more() {
        service.refuse(403);
        fixture.read();
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.AllShown.class,
                all -> assertThat(all.count()).isEqualTo(DetailsContent.Count.UNKNOWN));
    }

    @Test
    void what_the_pools_selected_before_had_in_common_is_never_beside_the_totals_of_others() {
        fixture.read();
        var seen = new ArrayList<DetailsContent>();
        model.detailsContentProperty().subscribe((_, now) -> seen.add(now));
        select(SelectedRowIndexes.only(0).toggled(1));
        assertThat(seen).as("both run").anyMatch(content -> isOf(content, 24) && hasStatusInCommon(content));
        select(SelectedRowIndexes.only(1).toggled(2));
        assertThat(seen).as("the other pair").anyMatch(content -> isOf(content, 48));
        assertThat(seen).as("one runs, one does not")
                .noneMatch(content -> isOf(content, 48) && hasStatusInCommon(content));
    }

    private static boolean isOf(DetailsContent content, int cards) {
        return content instanceof DetailsContent.SeveralPools(var totals, var _, var _)
                && totals.of(PoolField.ACCELERATORS).total().equals(FieldValue.Number.of(cards));
    }

    private static boolean hasStatusInCommon(DetailsContent content) {
        return content instanceof DetailsContent.SeveralPools(var _, var common, var _)
                && common.stream().anyMatch(one -> one.field() == PoolField.STATUS);
    }

    @Test
    void without_a_selection_it_is_all_pools_shown_and_before_the_first_reading_their_number_is_not_known() {
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.AllShown.class,
                all -> assertThat(all.count()).isEqualTo(DetailsContent.Count.AWAITED));
        fixture.read();
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.AllShown.class, all -> {
            assertThat(all.count()).isEqualTo(DetailsContent.Count.KNOWN);
            assertThat(all.poolTotals().pools()).isEqualTo(3);
        });
        fixture.filter("status:abnormal");
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.AllShown.class,
                all -> assertThat(all.poolTotals().of(PoolField.ACCELERATORS).total())
                        .isEqualTo(FieldValue.Number.of(32)));
    }

    @Test
    void the_current_pool_is_shown_until_it_is_gone() {
        fixture.read();
        fixture.pools.setCurrent(Optional.of(fixture.row(0)));
        assertThat(content()).isEqualTo(new DetailsContent.OnePool(fixture.row(0)));
        service.has(B);
        fixture.read();
        assertThat(content()).isInstanceOf(DetailsContent.AllShown.class);
    }

    @Test
    void several_selected_pools_are_summed_and_what_they_have_in_common_is_found_in_the_background() {
        fixture.read();
        fixture.pools.setCurrent(Optional.of(fixture.row(0)));
        select(SelectedRowIndexes.only(0).toggled(1));
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.SeveralPools.class, several -> {
            assertThat(several.poolTotals().of(PoolField.ACCELERATORS).total()).isEqualTo(FieldValue.Number.of(24));
            assertThat(several.common())
                    .contains(new CommonFieldValue(PoolField.STATUS, new FieldValue.State(PoolStatus.of("running"))))
                    .noneMatch(shared -> shared.field() == PoolField.NAME || shared.field() == PoolField.ACCELERATORS);
        });
        select(SelectedRowIndexes.only(0));
        assertThat(content()).isEqualTo(new DetailsContent.OnePool(fixture.row(0)));
    }

    @Test
    void values_in_common_are_those_of_the_selection_of_now() {
        fixture.read();
        select(SelectedRowIndexes.only(0).toggled(1));
        select(SelectedRowIndexes.only(0).toggled(2));
        assertThat(content()).isInstanceOfSatisfying(DetailsContent.SeveralPools.class,
                several -> assertThat(several.common()).noneMatch(shared -> shared.field() == PoolField.STATUS)
                        .anyMatch(shared -> shared.field() == PoolField.SPECIFICATION));
    }

    @Test
    void the_header_of_a_group_alone_stands_for_its_pools_also_for_one() {
        fixture.read();
        fixture.pools.groups().groupBy(PoolGroupingCriterion.STATUS);
        fixture.run();
        for (int row : List.of(0, 3)) {
            fixture.pools.selection().select(SelectedRowIndexes.only(row));
            assertThat(content()).as("at once").isInstanceOfSatisfying(DetailsContent.SeveralPools.class, several -> {
                assertThat(several.poolTotals().pools()).isEqualTo(row == 0 ? 2 : 1);
                assertThat(several.group()).isPresent();
            });
            fixture.run();
        }
    }
}
