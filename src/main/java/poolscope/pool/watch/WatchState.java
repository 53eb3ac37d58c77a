package poolscope.pool.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the watch rules have found so far; kept when the program ends.
///
/// @param matches
///            the pools that match each rule, by the rule's id
/// @param lastNotified
///            when a notification last named each rule, by the rule's id
/// @param log
///            oldest first, at most [#LONGEST_LOG]
/// @param unseenHits
///            how many of the newest hits the operator has not seen
public record WatchState(Map<String, MatchedPoolsOfRule> matches, Map<String, Instant> lastNotified,
        List<WatchLogEntry> log, int unseenHits) {

    /// Entries of the log.
    public static final int LONGEST_LOG = 200;

    /// Before the first rule.
    public static final WatchState EMPTY = new WatchState(Map.of(), Map.of(), List.of(), 0);

    public WatchState {
        matches = Map.copyOf(matches);
        lastNotified = Map.copyOf(lastNotified);
        log = List.copyOf(log.subList(Math.max(0, log.size() - LONGEST_LOG), log.size()));
    }

    /// The hits that the operator has not seen yet and that are still in the log, oldest first.
    public List<WatchRuleMatchChange> unseen() {
        var hits = hits(log).toList();
        return hits.subList(Math.max(0, hits.size() - unseenHits), hits.size());
    }

    private static Stream<WatchRuleMatchChange> hits(Collection<? extends WatchLogEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry instanceof WatchLogEntry.Hit(var hit) ? Stream.of(hit) : Stream.empty());
    }

    /// The pools that matched that rule; none before it was first evaluated with this filter.
    public MatchedPoolsOfRule matchesOf(WatchRule rule) {
        var known = matches.get(rule.id());
        return known != null && known.filter().equals(rule.filter()) ? known : MatchedPoolsOfRule.none(rule.filter());
    }

    public WatchState withMatches(String ruleId, MatchedPoolsOfRule now) {
        var all = new HashMap<>(matches);
        all.put(ruleId, now);
        return new WatchState(all, lastNotified, log, unseenHits);
    }

    /// With these entries at the end of the log, not seen yet.
    public WatchState logging(Collection<? extends WatchLogEntry> entries) {
        return new WatchState(matches, lastNotified, Stream.concat(log.stream(), entries.stream()).toList(),
                unseenHits + (int) hits(entries).count());
    }

    public WatchState withNotified(Map<String, Instant> notified) {
        return new WatchState(matches, notified, log, unseenHits);
    }

    /// With all hits seen.
    public WatchState withAllSeen() {
        return new WatchState(matches, lastNotified, log, 0);
    }

    /// Without what is kept for rules that are not among these. The log stays.
    public WatchState only(Collection<WatchRule> rules) {
        Set<String> ids = rules.stream().map(WatchRule::id).collect(Collectors.toSet());
        return new WatchState(kept(matches, ids), kept(lastNotified, ids), log, unseenHits);
    }

    private static <V> Map<String, V> kept(Map<String, V> all, Set<String> ids) {
        return all.entrySet()
                .stream()
                .filter(entry -> ids.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
