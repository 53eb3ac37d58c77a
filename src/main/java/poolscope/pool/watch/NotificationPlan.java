package poolscope.pool.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which hits a notification names now, and which wait for a later one: a rule is named at most once in ten minutes,
/// and not while it is snoozed.
///
/// @param now
///            in the order in which they happened
/// @param later
///            the other ones
/// @param lastNotified
///            when each rule was last named, by its id
public record NotificationPlan(List<WatchRuleMatchChange> now, List<WatchRuleMatchChange> later,
        Map<String, Instant> lastNotified) {

    /// The shortest time between two notifications that name the same rule.
    public static final Duration PAUSE = Duration.ofMinutes(10);

    public NotificationPlan {
        now = List.copyOf(now);
        later = List.copyOf(later);
        lastNotified = Map.copyOf(lastNotified);
    }

    /// Hits of rules that are not there any more are dropped.
    ///
    /// @param pending
    ///            the hits that no notification has named yet
    /// @param notified
    ///            when each rule was last named, by its id
    public static NotificationPlan of(List<WatchRuleMatchChange> pending, List<WatchRule> rules,
            Map<String, Instant> notified, Instant time) {
        var byId = rules.stream().collect(Collectors.toMap(WatchRule::id, Function.identity()));
        List<WatchRuleMatchChange> now = new ArrayList<>();
        List<WatchRuleMatchChange> later = new ArrayList<>();
        var lastNotified = new HashMap<>(notified);
        for (var hit : pending) {
            var rule = byId.get(hit.ruleId());
            if (rule == null) continue;
            boolean waits = rule.isSnoozed(time) || isRecent(notified.get(rule.id()), time);
            (waits ? later : now).add(hit);
            if (!waits) lastNotified.put(rule.id(), time);
        }
        return new NotificationPlan(now, later, lastNotified);
    }

    /// A time in the future, which a corrected clock leaves behind, counts as none.
    private static boolean isRecent(@Nullable Instant last, Instant time) {
        return last != null && !last.isAfter(time) && last.plus(PAUSE).isAfter(time);
    }
}
