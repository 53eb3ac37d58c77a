package poolscope.pool.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import poolscope.pool.ExternalTextCleaner;

/// A filter that is watched: the operator is notified when pools begin to match it, or no longer match it.
///
/// @param id
///            identifies it, 1 to 64 letters, digits, `-` and `_`
/// @param name
///            given by the operator ([#isName])
/// @param filter
///            as typed. It may be invalid, because another version of the program wrote it: the rule is kept
/// @param connections
///            ids of the connections whose pools are watched; empty for all that are ticked
/// @param isPaused
///            whether the operator has stopped it for now
/// @param snoozedUntil
///            until then it is evaluated without notifications
public record WatchRule(String id, String name, String filter, Trigger trigger, List<String> connections,
        boolean isPaused, Optional<Instant> snoozedUntil) {

    /// Characters of a name.
    public static final int LONGEST_NAME = 60;
    /// Characters of a filter.
    public static final int LONGEST_FILTER = 4_000;

    /// Which change of a pool is reported.
    public enum Trigger {
        /// It begins to match.
        STARTS,
        /// It no longer matches, or is gone.
        STOPS,
        BOTH;

        boolean includes(WatchRuleMatchChange.Kind kind) {
            return this == BOTH || (this == STARTS) == (kind == WatchRuleMatchChange.Kind.STARTED);
        }
    }

    /// @throws IllegalArgumentException
    ///             if id, name or filter are invalid
    public WatchRule {
        if (!isId(id) || !isName(name) || filter.length() > LONGEST_FILTER)
            throw new IllegalArgumentException("No watch rule: " + ExternalTextCleaner.of(name));
        connections = connections.stream().distinct().toList();
    }

    /// Whether a rule can have that name: one visible line, not too long.
    public static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(ExternalTextCleaner::isHidden);
    }

    /// Whether a rule can have that id.
    public static boolean isId(String id) {
        return id.matches("[A-Za-z0-9_-]{1,64}");
    }

    /// Whether it watches that connection while it is ticked.
    public boolean watches(String connectionId) {
        return connections.isEmpty() || connections.contains(connectionId);
    }

    public boolean isSnoozed(Instant now) {
        return snoozedUntil.filter(now::isBefore).isPresent();
    }

    public WatchRule withPaused(boolean paused) {
        return new WatchRule(id, name, filter, trigger, connections, paused, snoozedUntil);
    }

    public WatchRule withSnoozedUntil(Optional<Instant> until) {
        return new WatchRule(id, name, filter, trigger, connections, isPaused, until);
    }
}
