package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.PoolChange;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.JobDemand;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class ChangedPoolsModelTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);
    private static final SentPool CHARLIE = SentPool.of("charlie", 24);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("one", ALFA, BRAVO, CHARLIE);
        fixture.read();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void what_a_first_reading_finds_is_not_new() {
        assertThat(marks()).isEmpty();
        assertThat(fixture.changes.changes().base().actual()).contains(fixture.clock.instant());
    }

    @Test
    void a_refresh_marks_what_is_new_different_or_gone_and_nothing_else() {
        then(ALFA, BRAVO.withStatus("abnormal"), SentPool.of("delta", 1));
        assertThat(marks()).containsExactlyInAnyOrder("~bravo STATUS", "-charlie", "+delta");
        assertThat(fixture.changes.changes().worse()).isEqualTo(2);
    }

    @Test
    void new_values_their_marks_and_lines_of_pools_that_are_gone_come_in_one_step() {
        service.has(ALFA, BRAVO.withStatus("abnormal"));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.observableTickedConnectionPools.refresh();
        List<String> shown = new ArrayList<>(List.of(shown()));
        while (fixture.executor.waiting() > 0) {
            fixture.executor.step();
            if (!shown().equals(shown.getLast())) shown.add(shown());
        }
        assertThat(shown).containsExactly("alfa RUNNING, bravo RUNNING, charlie RUNNING",
                "alfa RUNNING, bravo ABNORMAL marked, -charlie marked");
    }

    private String shown() {
        return fixture.pools.rows()
                .stream()
                .map(line -> text(line) + (line instanceof PoolRow row ? " " + row.pool().status().kind() : "")
                        + (fixture.changes.markOf(line).isPresent() ? " marked" : ""))
                .collect(Collectors.joining(", "));
    }

    @Test
    void what_changed_back_is_no_change() {
        then(ALFA.withStatus("abnormal"), BRAVO);
        then(ALFA, BRAVO, CHARLIE);
        assertThat(marks()).isEmpty();
    }

    @Test
    void a_pool_that_is_gone_keeps_its_line_and_is_no_part_of_anything_else() {
        then(ALFA, CHARLIE);
        assertThat(lines()).containsExactly("alfa", "-bravo", "charlie");
        assertThat(fixture.shown()).containsExactly("alfa", "charlie");
        assertThat(fixture.pools.arrangedPools().poolTotals().of(PoolField.ACCELERATORS).total())
                .isEqualTo(poolscope.pool.FieldValue.Number.of(32));
        fixture.pools.selectAll();
        assertThat(ModelFixture.names(fixture.pools.selectedPools())).containsExactly("alfa", "charlie");
        assertThat(fixture.pools.selection().count()).isEqualTo(2);
    }

    @Test
    void it_is_filtered_sorted_and_grouped_like_the_others_and_nothing_fits_into_it() {
        then(ALFA, CHARLIE);
        fixture.pools.sort(poolscope.pool.table.SortOrder.by(PoolField.NAME, true));
        fixture.run();
        assertThat(lines()).containsExactly("charlie", "-bravo", "alfa");
        fixture.filter("bravo");
        assertThat(lines()).containsExactly("-bravo");
        assertThat(fixture.pools.emptyTableStateProperty().get()).isEqualTo(new EmptyTableState.Rows());
        fixture.filter("alfa");
        assertThat(lines()).containsExactly("alfa");
        fixture.filter("");
        fixture.pools.groups().groupBy(PoolGroupingCriterion.STATUS);
        fixture.run();
        assertThat(lines()).containsExactly("(2)", "charlie", "-bravo", "alfa");
        fixture.pools.groups().groupBy(PoolGroupingCriterion.NONE);
        fixture.pools.jobDemandProperty()
                .set(Optional.of(new JobDemand(1, JobDemand.Amounts.NONE, TextMatcher.of(""), false)));
        fixture.run();
        assertThat(lines()).doesNotContain("-bravo");
    }

    @Test
    void a_pool_that_comes_back_is_a_row_again() {
        then(ALFA, CHARLIE);
        then(ALFA, BRAVO, CHARLIE);
        assertThat(lines()).containsExactly("alfa", "bravo", "charlie");
    }

    @Test
    void an_acknowledged_change_has_no_mark_until_the_pool_changes_again() {
        then(ALFA, BRAVO.withStatus("abnormal"));
        select("bravo");
        fixture.changes.acknowledgeSelected();
        fixture.run();
        assertThat(marks()).containsExactly("-charlie");
        assertThat(fixture.changes.changes().acknowledged()).isEqualTo(1);
        then(ALFA, BRAVO.withStatus("concerning"));
        assertThat(marks()).containsExactlyInAnyOrder("-charlie", "~bravo STATUS");
    }

    @Test
    void a_gone_pool_leaves_the_table_when_it_is_acknowledged() {
        then(ALFA, CHARLIE);
        fixture.pools.setCurrent(Optional.of(fixture.pools.rows().get(1)));
        fixture.changes.acknowledgeSelected();
        fixture.run();
        assertThat(lines()).containsExactly("alfa", "charlie");
        assertThat(marks()).isEmpty();
    }

    @Test
    void acknowledging_all_is_a_look_from_which_changes_are_counted() {
        then(ALFA, BRAVO.withStatus("abnormal"));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.changes.acknowledgeAll();
        fixture.run();
        assertThat(marks()).isEmpty();
        assertThat(fixture.changes.changes().net()).isEmpty();
        then(ALFA.withStatus("abnormal"), BRAVO.withStatus("abnormal"));
        assertThat(marks()).containsExactly("~alfa STATUS");
        assertThat(fixture.changes.changes().base().shown())
                .contains(fixture.settings.settings().changes().lastLook().orElseThrow());
    }

    @Test
    void the_previous_refresh_is_the_one_before_the_last() {
        fixture.changes.compareWith(ChangeComparisonBase.PREVIOUS_REFRESH);
        then(ALFA.withStatus("abnormal"), BRAVO, CHARLIE);
        assertThat(marks()).containsExactly("~alfa STATUS");
        then(ALFA.withStatus("abnormal"), BRAVO.withStatus("abnormal"), CHARLIE);
        assertThat(marks()).containsExactly("~bravo STATUS");
    }

    @Test
    void of_a_moment_before_the_first_reading_it_is_said_that_nothing_is_kept() {
        var first = fixture.clock.instant();
        fixture.changes.compareWith(ChangeComparisonBase.DAY_AGO);
        then(ALFA, BRAVO.withStatus("abnormal"), CHARLIE);
        assertThat(fixture.changes.changes().base().isEarliest()).isTrue();
        assertThat(fixture.changes.changes().base().shown()).contains(first);
        assertThat(marks()).containsExactly("~bravo STATUS");
    }

    @Test
    void a_refused_refresh_makes_no_pool_gone() {
        service.refuse(403);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.read();
        assertThat(marks()).isEmpty();
        assertThat(lines()).containsExactly("alfa", "bravo", "charlie");
    }

    @Test
    void all_pools_of_a_connection_gone_or_new_are_one_change() {
        then();
        assertThat(marks()).isEmpty();
        assertThat(lines()).isEmpty();
        assertThat(fixture.changes.changes().count()).isEqualTo(1);
        assertThat(fixture.changes.changes().worse()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.changes.acknowledgeAll();
        fixture.run();
        assertThat(fixture.changes.changes().count()).isZero();
        then(ALFA, BRAVO);
        assertThat(marks()).isEmpty();
        assertThat(fixture.changes.changes().count()).isEqualTo(1);
    }

    @Test
    void connections_are_compared_each_for_itself_and_only_while_they_are_ticked() throws Exception {
        fixture.connect("two", SentPool.of("zulu", 1));
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.read();
        assertThat(marks()).isEmpty();
        then(ALFA.withStatus("abnormal"), BRAVO, CHARLIE);
        assertThat(marks()).containsExactly("~alfa STATUS");
        fixture.observableTickedConnectionPools.sources().removeFirst();
        fixture.run();
        assertThat(marks()).isEmpty();
    }

    private void then(SentPool... pools) {
        service.has(pools);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.read();
    }

    private void select(String name) {
        for (int place = 0; place < fixture.pools.rows().size(); place++)
            if (text(fixture.pools.rows().get(place)).equals(name))
                fixture.pools.selection().select(SelectedRowIndexes.only(place));
    }

    private List<String> lines() {
        return fixture.pools.rows().stream().map(ChangedPoolsModelTest::text).toList();
    }

    private static String text(TableRowItem line) {
        return switch (line) {
            case PoolRow row -> name(row.pool());
            case GonePoolRow(var pool) -> "-" + name(pool);
            case poolscope.live.table.GroupRow head -> "(" + head.now().rows().size() + ")";
        };
    }

    private static String name(Pool pool) {
        return pool.poolNamesAndOwner().name().asText("");
    }

    private List<String> marks() {
        return fixture.changes.changes().marks().values().stream().map(entry -> switch (entry.change()) {
            case PoolChange.Appeared(var pool) -> "+" + name(pool);
            case PoolChange.Gone(var pool) -> "-" + name(pool);
            case PoolChange.Changed(_, var pool, var fields) -> "~" + name(pool) + " "
                    + fields.stream().map(FieldChange::field).map(Enum::name).collect(Collectors.joining(","));
        }).toList();
    }
}
