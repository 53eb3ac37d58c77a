package poolscope.pool.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.watch.WatchRuleMatchChange.Kind;

class WatchEvaluatorTest {
    private static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
    private static final ConnectionPoolsAfterRefresh.Source PROD = new ConnectionPoolsAfterRefresh.Source("c", "prod",
            "https://a p");
    private static final WatchRule ABNORMAL = rule("status:abnormal", WatchRule.Trigger.BOTH);

    /// A session of the program: what was known of the pools is forgotten at its end, what matched is not.
    private static final class Session {
        private final WatchRule rule;
        private MatchedPoolsOfRule matches;
        private Optional<ConnectionPoolsAfterRefresh> reading = Optional.empty();
        private Instant at;

        Session(WatchRule rule, MatchedPoolsOfRule matches, Instant at) {
            this.rule = rule;
            this.matches = matches;
            this.at = at;
        }

        static Session first(WatchRule rule) {
            return new Session(rule, MatchedPoolsOfRule.none(rule.filter()), EIGHT);
        }

        Session closedAndOpenedAgain(Duration later) {
            return new Session(rule, matches, at.plus(later));
        }

        List<WatchRuleMatchChange> read(Inventory inventory) {
            return read(PROD, inventory);
        }

        List<WatchRuleMatchChange> read(ConnectionPoolsAfterRefresh.Source source, Inventory inventory) {
            at = at.plusSeconds(60);
            var dated = new Inventory(inventory.pools(), at, inventory.coverage(), inventory.reading(),
                    inventory.narrowing(), inventory.parts());
            var now = ConnectionPoolsAfterRefresh.after(reading, source, dated);
            reading = Optional.of(now);
            var result = WatchEvaluator.evaluate(rule, filter(rule), matches, now);
            matches = result.matches();
            return result.hits();
        }
    }

    @Test
    void the_first_evaluation_reports_nothing() {
        assertThat(Session.first(ABNORMAL).read(whole(pool("a", "abnormal"), pool("b", "running")))).isEmpty();
    }

    @Test
    void what_begins_to_match_and_what_no_longer_does_is_reported_once() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "abnormal"), pool("b", "running"), pool("c", "running")));
        var hits = session.read(whole(pool("a", "running"), pool("b", "abnormal"), pool("c", "running")));
        assertThat(hits).extracting(WatchRuleMatchChange::kind).containsExactly(Kind.STARTED, Kind.STOPPED);
        assertThat(keys(hits, Kind.STARTED)).containsExactly("b");
        assertThat(keys(hits, Kind.STOPPED)).containsExactly("a");
        assertThat(session.read(whole(pool("a", "running"), pool("b", "abnormal"), pool("c", "running")))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(WatchRule.Trigger.class)
    void a_rule_reports_only_the_change_that_it_is_about(WatchRule.Trigger trigger) {
        var session = Session.first(rule("status:abnormal", trigger));
        session.read(whole(pool("a", "abnormal"), pool("b", "running")));
        var hits = session.read(whole(pool("a", "running"), pool("b", "abnormal")));
        assertThat(hits).extracting(WatchRuleMatchChange::kind).isEqualTo(switch (trigger) {
            case STARTS -> List.of(Kind.STARTED);
            case STOPS -> List.of(Kind.STOPPED);
            case BOTH -> List.of(Kind.STARTED, Kind.STOPPED);
        });
    }

    @Test
    void a_pool_that_is_gone_no_longer_matches_and_is_called_gone() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "abnormal"), pool("b", "abnormal")));
        assertThat(session.read(whole(pool("b", "running")))).singleElement()
                .extracting(WatchRuleMatchChange::pools)
                .isEqualTo(List.of(new WatchRuleMatchChange.WatchedPool("a", "name a", true),
                        new WatchRuleMatchChange.WatchedPool("b", "name b", false)));
    }

    @Test
    void an_incomplete_list_makes_no_pool_stop() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "abnormal"), pool("b", "running")));
        assertThat(session.read(part(pool("b", "running")))).isEmpty();
        assertThat(session.read(whole(pool("a", "abnormal"), pool("b", "running")))).isEmpty();
    }

    @Test
    void an_incomplete_list_first_after_a_restart_makes_no_pool_stop() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "abnormal"), pool("b", "running")));
        var again = session.closedAndOpenedAgain(Duration.ofHours(1));
        assertThat(again.read(part(pool("b", "running")))).isEmpty();
        assertThat(again.read(whole(pool("a", "abnormal"), pool("b", "running")))).isEmpty();
        assertThat(keys(again.read(whole(pool("b", "running"))), Kind.STOPPED)).containsExactly("a");
    }

    @Test
    void a_rule_does_not_begin_with_an_incomplete_list_whose_other_pools_would_seem_new() {
        var session = Session.first(ABNORMAL);
        assertThat(session.read(part(pool("b", "running")))).isEmpty();
        assertThat(session.read(whole(pool("a", "abnormal"), pool("b", "running")))).isEmpty();
        assertThat(keys(session.read(whole(pool("a", "abnormal"), pool("b", "abnormal"))), Kind.STARTED))
                .containsExactly("b");
    }

    @Test
    void facts_that_could_not_be_read_make_no_pool_stop_also_first_after_a_restart() {
        var session = Session.first(rule("gpu>=8", WatchRule.Trigger.BOTH));
        session.read(whole(pool("a", "running", 8), pool("b", "running", 4)));
        var unread = new Pool[]{withoutNumbers(pool("a", "running", 8)), withoutNumbers(pool("b", "running", 4))};
        assertThat(session.read(withoutMetrics(unread))).isEmpty();
        var again = session.closedAndOpenedAgain(Duration.ofHours(1));
        assertThat(again.read(withoutMetrics(unread))).isEmpty();
        assertThat(keys(again.read(whole(pool("a", "running", 4), pool("b", "running", 8))), Kind.STARTED))
                .containsExactly("b");
    }

    @Test
    void what_happened_while_the_program_was_closed_is_reported_with_the_time_since_when() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "running")));
        var again = session.closedAndOpenedAgain(Duration.ofHours(5));
        assertThat(again.read(whole(pool("a", "abnormal")))).singleElement().satisfies(hit -> {
            assertThat(hit.since()).isEqualTo(EIGHT.plusSeconds(60));
            assertThat(hit.isAfterGap()).isTrue();
        });
        assertThat(again.read(whole(pool("a", "running")))).singleElement()
                .extracting(WatchRuleMatchChange::isAfterGap)
                .isEqualTo(false);
    }

    @Test
    void a_reading_that_is_not_newer_is_not_evaluated() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "running")));
        session.at = EIGHT.minusSeconds(3600);
        assertThat(session.read(whole(pool("a", "abnormal")))).isEmpty();
        assertThat(session.matches.byConnection().get("c").readAt()).isEqualTo(EIGHT.plusSeconds(60));
    }

    @Test
    void another_filter_another_project_or_another_query_begins_anew() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "running"), pool("b", "running")));
        assertThat(session.read(new ConnectionPoolsAfterRefresh.Source("c", "prod", "https://a p2"),
                whole(pool("z", "abnormal")))).isEmpty();
        var other = new Session(rule("status:running", WatchRule.Trigger.BOTH), session.matches, session.at);
        assertThat(other.read(whole(pool("a", "running")))).isEmpty();
    }

    @Test
    void pools_without_an_id_are_not_watched() {
        var session = Session.first(ABNORMAL);
        session.read(whole(pool("a", "running")));
        assertThat(session.read(whole(pool("a", "running"), anonymous("abnormal")))).isEmpty();
    }

    @Test
    void many_pools_are_counted_and_the_first_are_named() {
        var session = Session.first(ABNORMAL);
        session.read(whole());
        var many = IntStream.range(0, 500).mapToObj(i -> pool("p" + i, "abnormal")).toArray(Pool[]::new);
        assertThat(session.read(whole(many))).singleElement().satisfies(hit -> {
            assertThat(hit.count()).isEqualTo(500);
            assertThat(hit.pools()).hasSize(WatchRuleMatchChange.MOST_POOLS);
        });
    }

    private static ConnectionPoolsAfterRefresh reading(String id, String scope, int minute, Pool... pools) {
        var read = whole(pools);
        return ConnectionPoolsAfterRefresh.after(Optional.empty(),
                new ConnectionPoolsAfterRefresh.Source(id, "name of " + id, scope), new Inventory(read.pools(),
                        EIGHT.plusSeconds(60L * minute), read.coverage(), read.reading(), "", List.of()));
    }

    private static WatchRule named(String id, String filter, List<String> connections) {
        return new WatchRule(id, "Rule " + id, filter, WatchRule.Trigger.BOTH, connections, false, Optional.empty());
    }

    @Test
    void rules_that_are_paused_or_whose_filter_is_not_valid_are_passed_over() {
        var rules = List.of(named("paused", "status:abnormal", List.of()).withPaused(true),
                named("odd", "gpu>=", List.of()), named("good", "status:abnormal", List.of()));
        var result = WatchEvaluationResult.evaluate(rules, WatchState.EMPTY,
                List.of(reading("c", "s", 0, pool("a", "abnormal"))), ZoneOffset.UTC);
        assertThat(result.matches()).containsOnlyKeys("good");
        assertThat(result.matches().get("good").count()).isEqualTo(1);
    }

    @Test
    void a_rule_is_about_its_own_connections_and_pools_that_two_connections_list_count_once() {
        var readings = List.of(reading("c", "s", 0, pool("a", "abnormal")),
                reading("d", "other", 0, pool("b", "abnormal"), pool("e", "abnormal")),
                reading("f", "s", 0, pool("a", "abnormal")));
        var result = WatchEvaluationResult
                .evaluate(
                        List.of(named("all", "status:abnormal", List.of()), named("d", "status:abnormal", List.of("d")),
                                named("f", "status:abnormal", List.of("f"))),
                        WatchState.EMPTY, readings, ZoneOffset.UTC);
        assertThat(result.matches().get("all").byConnection()).containsOnlyKeys("c", "d");
        assertThat(result.matches().get("all").count()).isEqualTo(3);
        assertThat(result.matches().get("d").byConnection()).containsOnlyKeys("d");
        assertThat(result.matches().get("f").byConnection()).containsOnlyKeys("f");
    }

    @Test
    void an_evaluation_says_whether_other_pools_match_than_before() {
        var rules = List.of(named("r", "status:abnormal", List.of()));
        var first = WatchEvaluationResult.evaluate(rules, WatchState.EMPTY,
                List.of(reading("c", "s", 0, pool("a", "abnormal"), pool("b", "running"))), ZoneOffset.UTC);
        assertThat(first.hasChanged()).isTrue();
        assertThat(first.hits()).isEmpty();
        var state = WatchState.EMPTY.withMatches("r", first.matches().get("r"));
        var same = WatchEvaluationResult.evaluate(rules, state,
                List.of(reading("c", "s", 1, pool("a", "abnormal"), pool("b", "running"))), ZoneOffset.UTC);
        assertThat(same.hasChanged()).isFalse();
        assertThat(same.hits()).isEmpty();
        var other = WatchEvaluationResult.evaluate(rules, state,
                List.of(reading("c", "s", 1, pool("a", "running"), pool("b", "abnormal"))), ZoneOffset.UTC);
        assertThat(other.hasChanged()).as("as many pools, but others").isTrue();
        assertThat(keys(other.hits(), Kind.STARTED)).containsExactly("b");
        assertThat(keys(other.hits(), Kind.STOPPED)).containsExactly("a");
        var otherFilter = List.of(named("r", "status:running", List.of()));
        assertThat(WatchEvaluationResult
                .evaluate(otherFilter, state, List.of(reading("c", "s", 1, pool("a", "running"))), ZoneOffset.UTC)
                .hits()).isEmpty();
    }

    @Test
    void what_is_kept_of_rules_that_were_deleted_is_forgotten_and_the_rest_stays() {
        var known = MatchedPoolsOfRule.none("status:abnormal");
        var state = WatchState.EMPTY.withMatches("stays", known)
                .withMatches("goes", known)
                .withNotified(Map.of("stays", EIGHT, "goes", EIGHT))
                .only(List.of(named("stays", "status:abnormal", List.of())));
        assertThat(state.matches()).containsOnlyKeys("stays");
        assertThat(state.lastNotified()).isEqualTo(Map.of("stays", EIGHT));
    }

    @Test
    void an_incomplete_list_is_filled_up_from_the_one_before_of_the_same_query_alone() {
        var before = ConnectionPoolsAfterRefresh.after(Optional.empty(), PROD,
                whole(pool("a", "abnormal"), pool("b", "running")));
        var after = ConnectionPoolsAfterRefresh.after(Optional.of(before), PROD, part(pool("b", "abnormal")));
        assertThat(after.pools()).extracting(Pool::key).containsExactlyInAnyOrder("a", "b");
        assertThat(after.isWhole()).isTrue();
        var elsewhere = new ConnectionPoolsAfterRefresh.Source("c", "prod", "https://a p2");
        var other = ConnectionPoolsAfterRefresh.after(Optional.of(before), elsewhere, part(pool("b", "abnormal")));
        assertThat(other.pools()).extracting(Pool::key).containsExactly("b");
        assertThat(other.isWhole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PT1M, false", "PT5M, false", "PT5M1S, true", "PT10H, true"})
    void a_change_is_dated_well_when_readings_are_at_most_five_minutes_apart(Duration apart, boolean isAfterGap) {
        assertThat(new WatchRuleMatchChange("r", "Rule", "prod", Kind.STARTED, List.of(), 0, EIGHT.plus(apart), EIGHT)
                .isAfterGap()).isEqualTo(isAfterGap);
    }

    @Test
    void a_rule_has_an_id_of_plain_letters_and_a_name_and_a_filter_of_limited_length() {
        assertThat(WatchRule.isId("a_B-9")).isTrue();
        for (var id : List.of("", "a b", "../a", "a".repeat(65)))
            assertThat(WatchRule.isId(id)).as(id).isFalse();
        assertThat(WatchRule.isName("x".repeat(WatchRule.LONGEST_NAME))).isTrue();
        for (var name : List.of("", " a", "a\nb", "x".repeat(WatchRule.LONGEST_NAME + 1)))
            assertThat(WatchRule.isName(name)).as(name).isFalse();
        var longest = "x".repeat(WatchRule.LONGEST_FILTER);
        assertThat(named("r", longest, List.of()).filter()).isEqualTo(longest);
        assertThatThrownBy(() -> named("r", longest + "x", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> named("a b", "", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /// Readings by chance, some incomplete, some restarts. Compared with the sets of abnormal pools of the service.
    @Test
    void over_many_readings_the_hits_add_up_to_what_the_service_had() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var session = Session.first(ABNORMAL);
            Set<String> reported = new HashSet<>();
            boolean begun = false;
            for (int step = 0; step < 30; step++) {
                if (random.nextInt(6) == 0) session = session.closedAndOpenedAgain(Duration.ofMinutes(5));
                var truth = IntStream.range(0, 8)
                        .filter(_ -> random.nextInt(5) > 0)
                        .mapToObj(i -> pool("p" + i, random.nextBoolean() ? "abnormal" : "running"))
                        .toList();
                boolean isWhole = random.nextInt(3) > 0;
                var read = truth.stream().filter(_ -> isWhole || random.nextBoolean()).toArray(Pool[]::new);
                var hits = session.read(isWhole ? whole(read) : part(read));
                reported.addAll(keys(hits, Kind.STARTED));
                assertThat(reported).containsAll(keys(hits, Kind.STOPPED));
                reported.removeAll(keys(hits, Kind.STOPPED));
                if (!isWhole) continue;
                var abnormal = truth.stream()
                        .filter(pool -> pool.status().word().equals("abnormal"))
                        .map(Pool::key)
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!begun) reported.addAll(abnormal);
                begun = true;
                assertThat(new TreeSet<>(reported)).as("round %d, step %d", round, step).isEqualTo(abnormal);
            }
        }
    }

    static WatchRule rule(String filter, WatchRule.Trigger trigger) {
        return new WatchRule("r", "My rule", filter, trigger, List.of(), false, Optional.empty());
    }

    private static poolscope.pool.filter.PoolFilter filter(WatchRule rule) {
        return ParsedWatchFilter.of(rule.filter(), ZoneOffset.UTC).filterIfValid().orElseThrow();
    }

    private static Set<String> keys(List<WatchRuleMatchChange> hits, Kind kind) {
        return hits.stream()
                .filter(hit -> hit.kind() == kind)
                .flatMap(hit -> hit.pools().stream())
                .map(WatchRuleMatchChange.WatchedPool::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Pool pool(String id, String status) {
        return pool(id, status, 1);
    }

    private static Pool pool(String id, String status, int cards) {
        return pool(FieldValue.text(id), "name " + id, status, FieldValue.Number.of(cards));
    }

    private static Pool anonymous(String status) {
        return pool(FieldValue.ABSENT, "nobody", status, FieldValue.Number.of(1));
    }

    private static Pool withoutNumbers(Pool pool) {
        return pool.with(new AllocatableResources(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT), pool.v2());
    }

    private static Pool pool(FieldValue id, String name, String status, FieldValue cards) {
        var blank = Pool.withNothingBut(PoolStatus.of(status));
        return new Pool(
                new PoolNamesAndOwner(id, FieldValue.text(name), FieldValue.ABSENT, FieldValue.ABSENT,
                        FieldValue.ABSENT, FieldValue.ABSENT),
                FieldValue.ABSENT, blank.status(), blank.poolNodeGroups(),
                new AllocatableResources(FieldValue.ABSENT, FieldValue.ABSENT, cards), blank.billing(),
                blank.knownUndocumentedFields(), blank.v2(),
                new PoolOrigin("c", "prod", "", ApiGeneration.V2, 1, EIGHT, ""), blank.raw());
    }

    private static Inventory whole(Pool... pools) {
        return inventory(new Inventory.Coverage.Complete(), List.of(), pools);
    }

    private static Inventory part(Pool... pools) {
        return inventory(new Inventory.Coverage.Incomplete(Inventory.Reason.FAILED), List.of(), pools);
    }

    private static Inventory withoutMetrics(Pool... pools) {
        return inventory(new Inventory.Coverage.Complete(),
                List.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS,
                        new InventoryPartReadOutcome.State.Failed(new InventoryPartReadOutcome.Cause() {
                        }))),
                pools);
    }

    private static Inventory inventory(Inventory.Coverage coverage, List<InventoryPartReadOutcome> parts,
            Pool... pools) {
        return new Inventory(Arrays.asList(pools), EIGHT, coverage,
                new Inventory.Reading(1, pools.length, Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "",
                parts);
    }
}
