package poolscope.pool.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterProblem;

class NotificationPlanTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final WatchRule A = rule("a");
    private static final WatchRule B = rule("b");

    @Test
    void one_notification_names_the_hits_of_all_rules() {
        var plan = NotificationPlan.of(List.of(hit("a", 0), hit("b", 0)), List.of(A, B), Map.of(), NOON);
        assertThat(plan.now()).extracting(WatchRuleMatchChange::ruleId).containsExactly("a", "b");
        assertThat(plan.later()).isEmpty();
        assertThat(plan.lastNotified()).isEqualTo(Map.of("a", NOON, "b", NOON));
    }

    @Test
    void hits_within_ten_minutes_are_summed_up_in_the_next_notification() {
        Map<String, Instant> notified = Map.of();
        List<WatchRuleMatchChange> pending = List.of();
        List<Integer> sizes = new ArrayList<>();
        for (int minute = 0; minute <= 20; minute++) {
            pending = new ArrayList<>(pending);
            pending.add(hit("a", minute));
            var plan = NotificationPlan.of(pending, List.of(A), notified, NOON.plus(Duration.ofMinutes(minute)));
            sizes.add(plan.now().size());
            pending = plan.later();
            notified = plan.lastNotified();
        }
        var expected = new ArrayList<>(IntStream.range(0, 21).map(_ -> 0).boxed().toList());
        expected.set(0, 1);
        expected.set(10, 10);
        expected.set(20, 10);
        assertThat(sizes).isEqualTo(expected);
    }

    @Test
    void a_rule_that_was_just_named_does_not_hold_up_another() {
        var plan = NotificationPlan.of(List.of(hit("a", 0), hit("b", 0)), List.of(A, B),
                Map.of("a", NOON.minusSeconds(1)), NOON);
        assertThat(plan.now()).extracting(WatchRuleMatchChange::ruleId).containsExactly("b");
        assertThat(plan.later()).extracting(WatchRuleMatchChange::ruleId).containsExactly("a");
    }

    @Test
    void the_hits_of_a_snoozed_rule_wait_until_the_end_of_that_time() {
        var snoozed = A.withSnoozedUntil(Optional.of(NOON.plus(Duration.ofHours(1))));
        var plan = NotificationPlan.of(List.of(hit("a", 0)), List.of(snoozed), Map.of(), NOON);
        assertThat(plan.now()).isEmpty();
        assertThat(plan.lastNotified()).isEmpty();
        assertThat(NotificationPlan.of(plan.later(), List.of(snoozed), Map.of(), NOON.plus(Duration.ofHours(1))).now())
                .hasSize(1);
    }

    @Test
    void hits_of_a_deleted_rule_are_dropped() {
        var plan = NotificationPlan.of(List.of(hit("a", 0)), List.of(B), Map.of(), NOON);
        assertThat(plan.now()).isEmpty();
        assertThat(plan.later()).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_does_not_silence_a_rule() {
        assertThat(NotificationPlan
                .of(List.of(hit("a", 0)), List.of(A), Map.of("a", NOON.plus(Duration.ofDays(400))), NOON)
                .now()).hasSize(1);
    }

    @Test
    void the_log_keeps_the_newest_200_entries_and_the_number_of_unseen_hits() {
        var state = WatchState.EMPTY;
        for (int i = 0; i < 250; i++)
            state = state.logging(List.of(new WatchLogEntry.Hit(hit("a", i)),
                    new WatchLogEntry.Resumed(NOON.plusSeconds(i), "prod")));
        assertThat(state.log()).hasSize(200);
        assertThat(state.unseenHits()).isEqualTo(250);
        assertThat(state.unseen()).hasSize(100);
        assertThat(state.withAllSeen().unseen()).isEmpty();
        assertThat(state.withAllSeen().logging(List.of(new WatchLogEntry.Hit(hit("b", 1)))).unseen())
                .extracting(WatchRuleMatchChange::ruleId)
                .containsExactly("b");
    }

    @Test
    void a_filter_that_is_invalid_or_about_nodes_is_not_watched() {
        assertThat(ParsedWatchFilter.of("status:abnormal gpu>=8", ZoneOffset.UTC))
                .isInstanceOf(ParsedWatchFilter.Valid.class);
        assertThat(ParsedWatchFilter.of("", ZoneOffset.UTC)).isInstanceOf(ParsedWatchFilter.Valid.class);
        assertThat(ParsedWatchFilter.of("gpus:8", ZoneOffset.UTC)).isInstanceOfSatisfying(
                ParsedWatchFilter.Invalid.class,
                invalid -> assertThat(invalid.problem().kind()).isEqualTo(FilterProblem.Kind.UNKNOWN_FIELD));
        assertThat(ParsedWatchFilter.of("gpu>", ZoneOffset.UTC)).isInstanceOf(ParsedWatchFilter.Invalid.class);
        for (var text : List.of("block>=4", "not (a or block>=4)", "gpu>block"))
            assertThat(ParsedWatchFilter.of(text, ZoneOffset.UTC)).as(text)
                    .isEqualTo(new ParsedWatchFilter.NeedsNodes(PoolField.LARGEST_FREE_BLOCK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a\nb", "a\u202Eb",
            "0123456789012345678901234567890123456789012345678901234567890"})
    void a_rule_has_a_visible_name(String name) {
        assertThat(WatchRule.isName(name)).isFalse();
        assertThatThrownBy(
                () -> new WatchRule("r", name, "", WatchRule.Trigger.BOTH, List.of(), false, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static WatchRule rule(String id) {
        return new WatchRule(id, "Rule " + id, "", WatchRule.Trigger.BOTH, List.of(), false, Optional.empty());
    }

    private static WatchRuleMatchChange hit(String rule, int minute) {
        var at = NOON.plus(Duration.ofMinutes(minute));
        return new WatchRuleMatchChange(rule, "Rule " + rule, "prod", WatchRuleMatchChange.Kind.STARTED,
                List.of(new WatchRuleMatchChange.WatchedPool("p" + minute, "p" + minute, false)), 1, at,
                at.minusSeconds(60));
    }
}
