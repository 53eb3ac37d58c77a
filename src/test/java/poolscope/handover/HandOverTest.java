package poolscope.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.export.MarkdownReportFormatter;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.ResourceAmounts;
import poolscope.pool.node.ScheduledEvent;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.HandOverText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// A shift from 08:00 to 14:00 UTC.
class HandOverTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T14:00:00Z");
    private static final FieldValue ABSENT = FieldValue.ABSENT;

    private static Pool pool(String id, String status, int available, int nodes, int free) {
        return pool(id, status, available, nodes, free, PoolFreeCardFields.NOT_READ);
    }

    private static Pool pool(String id, String status, int available, int nodes, int free, PoolFreeCardFields onNodes) {
        return new Pool(
                new PoolNamesAndOwner(
                        FieldValue.text(id), FieldValue.text("name-" + id), ABSENT, ABSENT, ABSENT, ABSENT),
                ABSENT, PoolStatus.of(status),
                new PoolNodeGroups(List.of(new PoolNodeGroups.Group(FieldValue.text("s"), FieldValue.Number.of(nodes),
                        FieldValue.Number.of(available)))),
                new AllocatableResources(ABSENT, ABSENT, FieldValue.Number.of(8L * nodes)), Billing.ON_DEMAND,
                KnownUndocumentedFields.NONE,
                new V2OnlyPoolFields(ABSENT, ABSENT, ABSENT, FieldValue.text("ascend-1980"), ABSENT,
                        V2PoolConfiguration.NOT_REPORTED,
                        new FreeResources(ABSENT, ABSENT, FieldValue.Number.of(free), onNodes,
                                FreeResources.Source.METRICS)),
                new PoolOrigin("c", "prod", "", ApiGeneration.V2, 1, NOW, ""), RawJson.NONE);
    }

    private static HandOverReportInput facts(List<Pool> before, List<Pool> now, List<ChangeLogEntry> log,
            List<ScheduledEvent> maintenance, Map<PoolKey, List<PoolJob>> jobs) {
        var inventory = Pools.inventory(now);
        var source = new HandOverReportInput.Source("c", "prod", Optional.of(inventory), Optional.empty(),
                Optional.of(new HandOverReportInput.Earlier(SINCE, true, before)),
                RegularlyRefreshedPeriods.of(List.of(SINCE, NOW), Duration.ofHours(6)), Optional.of(maintenance));
        return new HandOverReportInput(SINCE, NOW, List.of(source), "", "", _ -> true, log, jobs, List.of());
    }

    private static ChangeLogEntry step(String time, Pool before, Pool after) {
        return new ChangeLogEntry(Instant.parse("2026-03-01T" + time + ":00Z"), "c", "prod",
                PoolListDiff.between(List.of(before), List.of(after)).getFirst());
    }

    @Test
    void a_problem_is_as_old_as_its_first_degree() {
        var well = pool("a", "running", 4, 4, 0);
        var oneDown = pool("a", "running", 3, 4, 0);
        var abnormal = pool("a", "abnormal", 3, 4, 0);
        var log = List.of(step("08:30", oneDown, well), step("09:10", well, oneDown), step("11:00", oneDown, abnormal));

        var open = HandOver.of(facts(List.of(well), List.of(abnormal), log, List.of(), Map.of())).open();

        assertThat(open).singleElement()
                .extracting(PoolWithOpenProblem::since)
                .isEqualTo(new PoolWithOpenProblem.Since.SeenAt(Instant.parse("2026-03-01T09:10:00Z")));
    }

    @Test
    void a_problem_that_was_never_seen_to_begin_is_older_than_the_first_reading() {
        var down = pool("a", "concerning", 4, 4, 0);

        assertThat(HandOver.of(facts(List.of(down), List.of(down), List.of(), List.of(), Map.of())).open())
                .singleElement()
                .extracting(PoolWithOpenProblem::since)
                .isEqualTo(new PoolWithOpenProblem.Since.Before(SINCE));
    }

    @Test
    void fewer_free_cards_are_a_change_but_none_for_the_worse() {
        var handOver = HandOver.of(facts(List.of(pool("a", "running", 4, 4, 8)), List.of(pool("a", "running", 4, 4, 2)),
                List.of(), List.of(), Map.of()));

        assertThat(handOver.worse()).isEmpty();
        assertThat(handOver.otherChanges()).extracting(change -> change.pool().key()).containsExactly("a");
    }

    @Test
    void what_was_different_in_between_and_is_not_any_more_is_no_change() {
        var before = List.of(pool("a", "running", 4, 4, 8), pool("b", "running", 4, 4, 8),
                pool("d", "running", 1, 1, 0));
        var now = List.of(pool("a", "running", 4, 4, 8), pool("b", "running", 4, 3, 8), pool("c", "running", 1, 1, 0));

        var handOver = HandOver.of(facts(before, now, List.of(), List.of(), Map.of()));

        assertThat(handOver.worse()).extracting(change -> change.pool().key()).containsExactly("b", "d");
        assertThat(handOver.better()).extracting(change -> change.pool().key()).containsExactly("c");
        assertThat(handOver.worse().getLast()).isInstanceOf(PoolChange.Gone.class);
        assertThat(handOver.otherChanges()).isEmpty();
    }

    @Test
    void maintenance_is_in_the_order_of_time_and_what_is_over_or_far_is_left_out() {
        var pool = pool("a", "running", 4, 4, 0);
        var coming = HandOver.of(facts(List.of(pool), List.of(pool), List.of(),
                List.of(event("n2", "inquiring", "2026-03-05T00:00:00Z"),
                        event("n1", "scheduled", "2026-03-02T00:00:00Z"),
                        event("n3", "completed", "2026-03-01T00:00:00Z"),
                        event("n4", "scheduled", "2026-03-08T14:00:01Z")),
                Map.of())).coming();

        assertThat(coming).extracting(one -> one.event().orElseThrow().node().asText("")).containsExactly("n1", "n2");
    }

    @Test
    void the_chinese_report_says_the_kind_of_maintenance_in_chinese() {
        var pools = List.of(pool("a", "running", 4, 4, 0));
        var handOver = HandOver.of(
                facts(pools, pools, List.of(), List.of(event("n1", "inquiring", "2026-03-03T00:00:00Z")), Map.of()));

        assertThat(markdown(handOver, Locale.SIMPLIFIED_CHINESE)).contains("系统维护").doesNotContain("system-maintenance");
        assertThat(markdown(handOver, Locale.ENGLISH)).contains("system-maintenance");
    }

    private static ScheduledEvent event(String node, String state, String notBefore) {
        return new ScheduledEvent(FieldValue.text("e-" + node), FieldValue.text("system-maintenance"),
                FieldValue.text(state), FieldValue.text(node), FieldValue.text("a"),
                new FieldValue.Time(Instant.parse(notBefore)), ABSENT);
    }

    @Test
    void free_cards_are_added_up_and_the_largest_block_is_of_one_pool() {
        var onNodes = new PoolFreeCardFields(FieldValue.Number.of(5),
                new TreeMap<>(Map.of(PoolFreeCardFields.Obstacle.SPARE, BigDecimal.valueOf(8))),
                FieldValue.Number.of(3), FieldValue.Number.of(1), 8, new FieldValue.Time(NOW));
        var pools = List.of(pool("a", "running", 4, 4, 10), pool("b", "running", 2, 2, 5, onNodes));

        var capacity = HandOver.of(facts(pools, pools, List.of(), List.of(), Map.of())).capacity().getFirst();

        assertThat(capacity.family()).isEqualTo(AcceleratorFamily.ASCEND_910);
        assertThat(capacity.allocatable()).isEqualByComparingTo("48");
        assertThat(capacity.free()).hasValueSatisfying(free -> assertThat(free).isEqualByComparingTo("15"));
        assertThat(capacity.largestBlock()).hasValueSatisfying(block -> {
            assertThat(block.cards()).isEqualByComparingTo("3");
            assertThat(block.pool().key()).isEqualTo("b");
        });
        assertThat(capacity.spareCards()).isEqualByComparingTo("8");
        assertThat(List.of(capacity.pools(), capacity.nodesRead())).containsExactly(2, 1);
    }

    @Test
    void waiting_jobs_are_counted_in_the_pools_whose_jobs_were_read() {
        var pools = List.of(pool("a", "running", 4, 4, 0), pool("b", "running", 4, 4, 0));
        var jobs = List.of(job("Queue", 16, 5 * 3600), job("Pending", 1, 60), job("Running", 8, 0));

        var queue = HandOver.of(facts(pools, pools, List.of(), List.of(), Map.of(new PoolKey("c", "a"), jobs))).queue();

        assertThat(queue)
                .isEqualTo(new WaitingJobTotals(2, BigDecimal.valueOf(17), Optional.of(Duration.ofHours(5)), 1, 1, 2));
    }

    private static PoolJob job(String status, int cards, int waited) {
        return new PoolJob(FieldValue.text("j"), ABSENT, FieldValue.text("train"), FieldValue.text(status), ABSENT,
                new ResourceAmounts(ABSENT, ABSENT, Map.of("npu", FieldValue.Number.of(cards))), ABSENT,
                new PoolJob.Timing(ABSENT, FieldValue.Number.of(waited), ABSENT), ABSENT, List.of(), List.of());
    }

    @Test
    void time_that_nobody_watched_and_a_missing_beginning_are_said() {
        var source = new HandOverReportInput.Source("c", "prod", Optional.empty(), Optional.empty(), Optional.empty(),
                RegularlyRefreshedPeriods.of(List.of(SINCE, SINCE.plusSeconds(60)), Duration.ofMinutes(5)),
                Optional.empty());

        assertThat(HandOverCoverageGap.of(new HandOverReportInput(SINCE, NOW, List.of(source), "", "", _ -> true,
                List.of(), Map.of(), List.of())))
                .containsExactly(new HandOverCoverageGap.NoBase("prod"), new HandOverCoverageGap.Unwatched("prod",
                        new RegularlyRefreshedPeriods.Period(SINCE.plusSeconds(60), NOW)));
    }

    @Test
    void time_without_a_watch_that_is_shorter_than_a_minute_is_not_worth_a_line() {
        var pause = Duration.ofSeconds(10);
        var watched = RegularlyRefreshedPeriods
                .of(List.of(SINCE.plusSeconds(30), SINCE.plusSeconds(80), SINCE.plusSeconds(140)), pause);
        var source = new HandOverReportInput.Source("c", "prod", Optional.empty(), Optional.empty(),
                Optional.of(new HandOverReportInput.Earlier(SINCE, true, List.of())), watched, Optional.empty());

        assertThat(HandOverCoverageGap.of(new HandOverReportInput(SINCE, SINCE.plusSeconds(140), List.of(source), "",
                "", _ -> true, List.of(), Map.of(), List.of())))
                .containsExactly(new HandOverCoverageGap.Unwatched("prod",
                        new RegularlyRefreshedPeriods.Period(SINCE.plusSeconds(80), SINCE.plusSeconds(140))));
    }

    @Test
    void an_open_problem_names_the_pool_s_owner_where_it_is_known_and_leaves_room_for_who_takes_it_over() {
        var down = pool("a", "concerning", 4, 4, 0);
        var owned = new Pool(
                new PoolNamesAndOwner(FieldValue.text("b"), FieldValue.text("name-b"), ABSENT, ABSENT, ABSENT,
                        FieldValue.text("Li Wei")),
                down.createdAt(), down.status(), down.poolNodeGroups(), down.allocatableResources(), down.billing(),
                down.knownUndocumentedFields(), down.v2(), down.poolOrigin(), down.raw());
        var handOver = HandOver.of(facts(List.of(down, owned), List.of(down, owned), List.of(), List.of(), Map.of()));

        assertThat(markdown(handOver, Locale.ENGLISH)).contains("""
                - name-a (prod): concerning; since before 2026-03-01 08:00; taken by: ……… next: ………
                - name-b (prod): concerning; since before 2026-03-01 08:00; owner Li Wei; taken by: ……… next: ………
                """);
        assertThat(markdown(handOver, Locale.SIMPLIFIED_CHINESE)).contains("；归属用户 Li Wei；接手人：………");
    }

    @Test
    void numbers_are_written_as_in_the_window() {
        var pools = List.of(pool("a", "running", 391, 391, 3133));

        assertThat(markdown(HandOver.of(facts(pools, pools, List.of(), List.of(), Map.of())), Locale.ENGLISH))
                .contains("Ascend 910: 3,128 cards, 3,133 free; nodes of 0 of 1 pool were read");
    }

    private static String markdown(HandOver handOver, Locale language) {
        return markdown(handOver, language, false);
    }

    private static String markdown(HandOver handOver, Locale language, boolean withEstimates) {
        var texts = Texts.of(language);
        return MarkdownReportFormatter.of(new HandOverText(texts, new PoolFieldText(texts, ZoneOffset.UTC),
                new TimeText(texts, ZoneOffset.UTC), new FailureText(texts)).page(handOver, withEstimates));
    }

    private static Pool prepaid(String id, String created, int months) {
        var pool = pool(id, "running", 4, 4, 0);
        return new Pool(pool.poolNamesAndOwner(), new FieldValue.Time(Instant.parse(created)), pool.status(),
                pool.poolNodeGroups(), pool.allocatableResources(),
                new Billing.Prepaid(ABSENT, ABSENT, FieldValue.text("month"), FieldValue.Number.of(months)),
                pool.knownUndocumentedFields(), pool.v2(), pool.poolOrigin(), pool.raw());
    }

    /// The shift ends on 1 March: the coming seven days are those up to 8 March.
    @Test
    void periods_that_end_within_seven_days_are_named_as_estimates_and_only_when_asked_for() {
        var pools = List.of(prepaid("eighth", "2026-01-08T00:00:00Z", 2), prepaid("ninth", "2026-01-09T00:00:00Z", 2),
                prepaid("today", "2026-02-01T00:00:00Z", 1), prepaid("yesterday", "2026-01-28T00:00:00Z", 1));
        var handOver = HandOver.of(facts(pools, pools, List.of(), List.of(), Map.of()));

        assertThat(markdown(handOver, Locale.ENGLISH, true)).contains("""
                ## Coming seven days
                - \\[2026-03-01\\] name-today (prod): prepaid period ends, by estimate; renewals are not known
                - \\[2026-03-08\\] name-eighth (prod): prepaid period ends, by estimate; renewals are not known

                """);
        assertThat(markdown(handOver, Locale.ENGLISH, false)).contains("""
                ## Coming seven days
                - none
                """);
    }

    @Test
    void maintenance_and_periods_that_end_are_in_one_order_of_time() {
        var pools = List.of(pool("a", "running", 4, 4, 0), prepaid("third", "2026-01-03T00:00:00Z", 2));
        var handOver = HandOver
                .of(facts(pools, pools, List.of(), List.of(event("late", "inquiring", "2026-03-04T10:00:00Z"),
                        event("early", "scheduled", "2026-03-02T10:00:00Z")), Map.of()));

        assertThat(markdown(handOver, Locale.ENGLISH, true)).containsSubsequence("## Coming seven days",
                "2026-03-02 10:00", "2026-03-03", "2026-03-04 10:00", "## Changed");
    }

    @Test
    void when_no_connection_could_be_read_what_is_so_now_is_not_known() {
        var source = new HandOverReportInput.Source("c", "prod", Optional.empty(), Optional.empty(), Optional.empty(),
                RegularlyRefreshedPeriods.of(List.of(SINCE, NOW), Duration.ofHours(6)), Optional.empty());
        var report = markdown(HandOver.of(new HandOverReportInput(SINCE, NOW, List.of(source), "", "", _ -> true,
                List.of(), Map.of(), List.of())), Locale.ENGLISH);

        assertThat(report).contains("Nothing is known of now: no connection could be read.").doesNotContain("0 open");
        for (var section : List.of("Open", "Coming seven days", "Capacity", "Queue"))
            assertThat(report).contains("## " + section + "\n- not known: no connection could be read\n");
    }

    @Test
    void a_pool_that_is_gone_stands_before_what_became_worse_otherwise() {
        var before = List.of(pool("b", "running", 4, 4, 8), pool("d", "running", 1, 1, 0));
        var now = List.of(pool("b", "abnormal", 4, 4, 8));

        assertThat(markdown(HandOver.of(facts(before, now, List.of(), List.of(), Map.of())), Locale.ENGLISH))
                .containsSubsequence("## Changed", "name-d (prod): gone", "name-b (prod): Status");
    }

    @Test
    void a_quiet_shift_says_none_in_each_section() {
        var pools = List.of(pool("a", "running", 4, 4, 8));
        assertThat(markdown(HandOver.of(facts(pools, pools, List.of(), List.of(), Map.of())), Locale.ENGLISH))
                .isEqualTo("""
                        # Hand-over 2026-03-01 08:00 to 2026-03-01 14:00

                        Sources: prod, 1 pool of 1970-01-01 00:00.\s\s
                        Compared with the pools of 2026-03-01 08:00.\s\s
                        1 pool: 0 open, 0 coming, 0 worse, 0 better.\s\s

                        ## Open
                        - none

                        ## Coming seven days
                        - none

                        ## Changed
                        - none

                        ## Capacity
                        - Ascend 910: 32 cards, 8 free; nodes of 0 of 1 pool were read

                        ## Queue
                        - jobs were not read (1 pool lists them)

                        ## Not seen
                        - none

                        ## Notes
                        - none

                        ## Signed off
                        - Handed over: ……… Taken over: ………
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void the_worst_shift_has_sixty_lines_and_says_how_much_is_left_out(String language) {
        List<Pool> before = new ArrayList<>();
        List<Pool> now = new ArrayList<>();
        List<ScheduledEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            before.add(pool("a" + i, "running", 4, 4, 8));
            now.add(pool("a" + i, "abnormal", 1, 4, 0));
            events.add(event("n" + i, "inquiring", "2026-03-05T00:00:00Z"));
        }
        now.add(pool("a", "running", 4, 4, 0));
        var page = markdown(HandOver.of(facts(before, now, List.of(), events, Map.of())), Locale.of(language));

        assertThat(page.lines().count()).isLessThanOrEqualTo(HandOverText.MOST_LINES);
        assertThat(page).contains(language.equals("en") ? "… and 292 more" : "……另有 292 项");
    }
}
