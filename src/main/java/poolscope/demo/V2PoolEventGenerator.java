package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What changed in a pool, computed from its states before and after each change.
record V2PoolEventGenerator(V2Fleet fleet, V2Pool pool) {
    /// A service keeps events for a while only.
    private static final int EPOCHS = 60;

    /// A change at a tick.
    record Event(long tick, boolean warning, String reason, String message) {
        void write(V2Fleet fleet, JsonGenerator json) throws IOException {
            var time = Instant.ofEpochMilli(fleet.millis(tick)).truncatedTo(ChronoUnit.SECONDS).toString();
            json.writeStartObject();
            json.writeStringField("kind", "Event");
            json.writeStringField("apiVersion", "v1");
            json.writeStringField("type", warning ? "Warning" : "Normal");
            json.writeStringField("firstTimestamp", time);
            json.writeStringField("lastTimestamp", time);
            json.writeNumberField("count", 1);
            json.writeStringField("reason", reason);
            json.writeStringField("message", message);
            json.writeEndObject();
        }
    }

    /// The newest first.
    List<Event> until(long now) {
        var events = new ArrayList<Event>();
        for (var tick : changes(now).descendingSet())
            if (tick > pool.createdTick()) at(tick, events);
        return events;
    }

    /// Ticks at which the pool may have changed.
    private TreeSet<Long> changes(long now) {
        var epochs = fleet.epochs(pool);
        var ticks = new TreeSet<Long>();
        for (var epoch = epochs.epoch(now); epoch > epochs.epoch(now) - EPOCHS; epoch--)
            ticks.add(epochs.firstTick(epoch));
        ticks.add(pool.runningTick());
        ticks.add(pool.deletingTick());
        ticks.removeIf(tick -> tick > now);
        return ticks;
    }

    private void at(long tick, List<Event> events) {
        var before = fleet.state(pool, tick - 1);
        var after = fleet.state(pool, tick);
        if (!before.phase().equals(after.phase()))
            events.add(new Event(tick, after.phase().equals("Abnormal"), "PoolStatusChange",
                    "Pool status changed, from " + before.phase() + " to " + after.phase() + "."));
        if (!counts(before).equals(counts(after)))
            events.add(new Event(tick, after.count(V2Node.Phase.ABNORMAL) > before.count(V2Node.Phase.ABNORMAL),
                    "PoolResourcesStatusChange",
                    "Pool resources status changed, available/abnormal/creating/deleting count from " + counts(before)
                            + " to " + counts(after) + ", timestamp: " + fleet.millis(tick) / 1000 + "."));
    }

    private static String counts(V2PoolSnapshot state) {
        return state.count(V2Node.Phase.AVAILABLE) + "/" + state.count(V2Node.Phase.ABNORMAL) + "/"
                + state.count(V2Node.Phase.CREATING) + "/" + state.count(V2Node.Phase.DELETING);
    }
}
