package poolscope.live.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import poolscope.pool.watch.NotificationPlan;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;

/// Collects what the watch rules find until all connections are read, so that one refresh of many connections makes
/// one notification.
final class WatchNotificationCollector {
    /// Longer than a refresh may take: with many connections some are always being read.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private List<WatchRuleMatchChange> hits = List.of();
    private List<WatchLogEntry.Interrupted> interrupted = List.of();
    private Instant since = Instant.EPOCH;

    /// A notification that is to be shown now.
    ///
    /// @param lastNotified
    ///            when each rule was last named, by its id
    record Due(WatchNotification notification, Map<String, Instant> lastNotified) {}

    void add(List<WatchRuleMatchChange> more, Instant now) {
        if (isEmpty()) since = now;
        hits = new ArrayList<>(hits);
        hits.addAll(more);
    }

    void addInterruptions(Collection<WatchLogEntry> entries, Instant now) {
        if (isEmpty()) since = now;
        interrupted = new ArrayList<>(interrupted);
        entries.forEach(entry -> {
            if (entry instanceof WatchLogEntry.Interrupted one) interrupted.add(one);
        });
    }

    /// @param isReading
    ///            whether a connection is being read, so that more may come
    /// @param notified
    ///            when each rule was last named, by its id
    Optional<Due> due(boolean isReading, List<WatchRule> rules, Map<String, Instant> notified, Instant now) {
        if (isEmpty() || isReading && since.plus(LONGEST_WAIT).isAfter(now)) return Optional.empty();
        var plan = NotificationPlan.of(hits, rules, notified, now);
        var notification = new WatchNotification(plan.now(), interrupted);
        hits = plan.later();
        interrupted = List.of();
        since = now;
        return notification.isEmpty() ? Optional.empty() : Optional.of(new Due(notification, plan.lastNotified()));
    }

    private boolean isEmpty() {
        return hits.isEmpty() && interrupted.isEmpty();
    }
}
