package poolscope.live.watch;

import java.util.List;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRuleMatchChange;

/// What one desktop notification is about: hits of all rules together, and connections that can't be watched.
public record WatchNotification(List<WatchRuleMatchChange> hits, List<WatchLogEntry.Interrupted> interrupted) {
    public WatchNotification {
        hits = List.copyOf(hits);
        interrupted = List.copyOf(interrupted);
    }

    boolean isEmpty() {
        return hits.isEmpty() && interrupted.isEmpty();
    }
}
