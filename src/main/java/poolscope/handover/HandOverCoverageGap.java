package poolscope.handover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.change.RegularlyRefreshedPeriods;

/// What the hand-over does not cover, and why.
public sealed interface HandOverCoverageGap {
    /// Times are written to the minute: a shorter gap would begin and end at the same time.
    Duration SHORTEST_UNWATCHED = Duration.ofMinutes(1);

    /// The connection's name.
    String connection();

    /// The last reading failed.
    record Refused(String connection, InventoryPartReadOutcome.Cause cause) implements HandOverCoverageGap {}

    /// The list may lack pools.
    record Incomplete(String connection) implements HandOverCoverageGap {}

    /// A part of the list could not be read, so some facts are missing.
    record PartFailed(String connection,
            InventoryPartReadOutcome inventoryPartReadOutcome) implements HandOverCoverageGap {}

    /// Nothing is known of the beginning of the shift, so there is nothing to compare with.
    record NoBase(String connection) implements HandOverCoverageGap {}

    /// Nobody watched for a minute or longer.
    record Unwatched(String connection, RegularlyRefreshedPeriods.Period period) implements HandOverCoverageGap {}

    static List<HandOverCoverageGap> of(HandOverReportInput facts) {
        List<HandOverCoverageGap> all = new ArrayList<>();
        for (var source : facts.sources()) {
            String name = source.connection();
            source.cause().ifPresent(cause -> all.add(new Refused(name, cause)));
            source.now().ifPresent(inventory -> {
                if (!inventory.isComplete()) all.add(new Incomplete(name));
                inventory.failedParts().forEach(part -> all.add(new PartFailed(name, part)));
            });
            if (source.earlier().isEmpty()) all.add(new NoBase(name));
            source.regularlyRefreshedPeriods()
                    .unwatched(facts.since(), facts.now())
                    .stream()
                    .filter(period -> Duration.between(period.start(), period.end()).compareTo(SHORTEST_UNWATCHED) >= 0)
                    .forEach(period -> all.add(new Unwatched(name, period)));
        }
        return List.copyOf(all);
    }
}
