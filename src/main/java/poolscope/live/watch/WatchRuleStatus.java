package poolscope.live.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.watch.ParsedWatchFilter;
import poolscope.pool.watch.WatchRule;

/// Whether a rule watches now.
public sealed interface WatchRuleStatus {

    /// The rule watches.
    record Watching() implements WatchRuleStatus {}

    /// The rule watches, without notifications until then.
    record Snoozed(Instant until) implements WatchRuleStatus {}

    /// It waits for the end of the first refresh.
    record Waiting() implements WatchRuleStatus {}

    /// The operator has paused it.
    record Paused() implements WatchRuleStatus {}

    /// Its filter can't be watched.
    ///
    /// @param filter
    ///            why
    record Faulty(ParsedWatchFilter filter) implements WatchRuleStatus {}

    /// These connections, at least one, can't be watched now; the others are watched.
    record Interrupted(List<ConnectionWatchInterruption> connections) implements WatchRuleStatus {
        public Interrupted {
            connections = List.copyOf(connections);
        }
    }

    /// None of its connections is ticked.
    record NotTicked() implements WatchRuleStatus {}

    /// @param ticked
    ///            the connections that are ticked
    /// @param interruptions
    ///            of the ticked connections, by their ids
    /// @param isEvaluated
    ///            whether its pools are known
    static WatchRuleStatus of(WatchRule rule, List<ServiceAndProject> ticked,
            Map<String, ConnectionWatchInterruption> interruptions, boolean isEvaluated, Instant now, ZoneId zone) {
        if (ParsedWatchFilter.of(rule.filter(), zone) instanceof ParsedWatchFilter wrong
                && wrong.filterIfValid().isEmpty())
            return new Faulty(wrong);
        if (rule.isPaused()) return new Paused();
        var watched = ticked.stream().map(ServiceAndProject::id).filter(rule::watches).toList();
        if (watched.isEmpty()) return new NotTicked();
        var interrupted = watched.stream().filter(interruptions::containsKey).map(interruptions::get).toList();
        if (!interrupted.isEmpty()) return new Interrupted(interrupted);
        if (!isEvaluated) return new Waiting();
        return rule.isSnoozed(now) ? new Snoozed(rule.snoozedUntil().orElseThrow()) : new Watching();
    }
}
