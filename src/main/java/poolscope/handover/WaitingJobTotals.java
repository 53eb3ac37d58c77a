package poolscope.handover;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.node.PoolJob;

/// The jobs that wait in the pools whose jobs were read. Only pools of v2 list theirs.
///
/// @param cards
///            what the waiting jobs ask for together
/// @param longest
///            the longest wait; empty when none waits or no wait is known
/// @param overFourHours
///            jobs that wait longer than four hours
/// @param poolsRead
///            pools whose jobs were read
/// @param pools
///            pools that list jobs
public record WaitingJobTotals(int waiting, BigDecimal cards, Optional<Duration> longest, int overFourHours,
        int poolsRead, int pools) {
    private static final Duration LONG = Duration.ofHours(4);

    static WaitingJobTotals of(List<Pool> pools, Map<PoolKey, List<PoolJob>> jobs) {
        var listing = pools.stream().filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2).toList();
        var read = listing.stream().flatMap(pool -> Stream.ofNullable(jobs.get(PoolKey.of(pool)))).toList();
        var waiting = read.stream().flatMap(List::stream).filter(PoolJob::isWaiting).toList();
        var waits = waiting.stream()
                .flatMap(job -> job.timing().waitedSeconds().asNumber().stream())
                .map(seconds -> Duration.ofSeconds(seconds.longValue()))
                .toList();
        var cards = waiting.stream()
                .flatMap(job -> job.needs().cardCount().asNumber().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new WaitingJobTotals(waiting.size(), cards, waits.stream().max(Duration::compareTo),
                (int) waits.stream().filter(wait -> wait.compareTo(LONG) > 0).count(), read.size(), listing.size());
    }
}
