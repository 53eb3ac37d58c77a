package poolscope.pool.watch;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One evaluation of all rules.
///
/// @param matches
///            what matches the rules that were evaluated, by the rule's id
/// @param hits
///            in the order of the rules
/// @param hasChanged
///            whether other pools match than before; comparing 100,000 pools is not for the FX thread
public record WatchEvaluationResult(Map<String, MatchedPoolsOfRule> matches, List<WatchRuleMatchChange> hits,
        boolean hasChanged) {

    /// Nothing was evaluated.
    public static final WatchEvaluationResult NONE = new WatchEvaluationResult(Map.of(), List.of(), false);

    public WatchEvaluationResult {
        matches = Map.copyOf(matches);
        hits = List.copyOf(hits);
    }

    /// Rules that are paused or whose filter can't be watched are passed over. When a rule watches two connections that
    /// list the same pools, the first one counts.
    ///
    /// @param readings
    ///            the newest of each ticked connection, in the order of the connections; those that were evaluated
    ///            before bring nothing
    /// @param zone
    ///            of dates in the filters
    public static WatchEvaluationResult evaluate(List<WatchRule> rules, WatchState before,
            Collection<ConnectionPoolsAfterRefresh> readings, ZoneId zone) {
        Map<String, MatchedPoolsOfRule> matches = new HashMap<>();
        List<WatchRuleMatchChange> hits = new ArrayList<>();
        boolean hasChanged = false;
        for (var rule : rules) {
            var filter = ParsedWatchFilter.of(rule.filter(), zone).filterIfValid();
            if (rule.isPaused() || filter.isEmpty()) continue;
            var now = before.matchesOf(rule);
            Set<String> scopes = new HashSet<>();
            for (var reading : readings) {
                if (!rule.watches(reading.connectionId()) || !scopes.add(reading.scope())) continue;
                var result = WatchEvaluator.evaluate(rule, filter.get(), now, reading);
                now = result.matches();
                hits.addAll(result.hits());
            }
            hasChanged |= !now.hasSamePoolsAs(before.matchesOf(rule));
            matches.put(rule.id(), now);
        }
        return new WatchEvaluationResult(matches, hits, hasChanged);
    }
}
