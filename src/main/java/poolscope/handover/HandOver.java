package poolscope.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import poolscope.pool.Pool;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.change.LastKnownPoolsMerger;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.change.RegularlyRefreshedPeriods;
import poolscope.pool.node.PoolJob;

/// What one shift hands over to the next, section by section. An empty list means that there is none.
///
/// @param open
///            pools that need attention, the worst first
/// @param coming
///            maintenance of the coming seven days, nearest first
/// @param periodEnds
///            prepaid periods that end within these seven days, by estimate
/// @param worse
///            what became worse since the beginning of the shift: the net difference
/// @param better
///            what became better or appeared
/// @param otherChanges
///            what changed otherwise
/// @param capacity
///            for each family of accelerators that there is
public record HandOver(HandOverReportInput facts, List<PoolWithOpenProblem> open, List<ComingMaintenance> coming,
        List<PrepaidPeriodEndingSoon> periodEnds, List<PoolChange> worse, List<PoolChange> better,
        List<PoolChange> otherChanges, List<AcceleratorFamilyCapacity> capacity, WaitingJobTotals queue,
        List<HandOverCoverageGap> notSeen) {

    public static HandOver of(HandOverReportInput facts) {
        var pools = facts.pools();
        var changes = changes(facts);
        return new HandOver(facts, open(facts, pools), ComingMaintenance.of(facts, pools),
                PrepaidPeriodEndingSoon.of(pools, facts.now()), of(changes, ChangeBetterOrWorse.WORSE),
                of(changes, ChangeBetterOrWorse.BETTER), of(changes, ChangeBetterOrWorse.NEUTRAL),
                AcceleratorFamilyCapacity.of(pools), WaitingJobTotals.of(pools, facts.jobs()),
                HandOverCoverageGap.of(facts));
    }

    private static List<PoolWithOpenProblem> open(HandOverReportInput facts, List<Pool> pools) {
        Map<String, PoolWithOpenProblem.Since> firstRead = new HashMap<>();
        facts.sources().forEach(source -> firstRead.put(source.connectionId(), firstRead(source, facts.now())));
        var log = facts.log().stream().collect(Collectors.groupingBy(entry -> entry.change().key()));
        return pools.stream()
                .filter(PoolWithOpenProblem::is)
                .map(pool -> new PoolWithOpenProblem(pool,
                        PoolWithOpenProblem.since(log.getOrDefault(PoolKey.of(pool), List.of()),
                                firstRead.getOrDefault(pool.poolOrigin().connectionId(),
                                        new PoolWithOpenProblem.Since.Unknown())),
                        runningJobs(facts, pool)))
                .sorted(PoolWithOpenProblem.WORST_FIRST)
                .toList();
    }

    private static PoolWithOpenProblem.Since firstRead(HandOverReportInput.Source source, Instant now) {
        return source.regularlyRefreshedPeriods()
                .periods()
                .stream()
                .map(RegularlyRefreshedPeriods.Period::start)
                .findFirst()
                .filter(first -> first.isBefore(now)).<PoolWithOpenProblem
                        .Since>map(PoolWithOpenProblem.Since.Before::new)
                .orElse(new PoolWithOpenProblem.Since.Unknown());
    }

    private static OptionalLong runningJobs(HandOverReportInput facts, Pool pool) {
        var jobs = facts.jobs().get(PoolKey.of(pool));
        return jobs == null ? OptionalLong.empty() : OptionalLong.of(jobs.stream().filter(PoolJob::isRunning).count());
    }

    private static List<PoolChange> changes(HandOverReportInput facts) {
        List<PoolChange> all = new ArrayList<>();
        for (var source : facts.sources())
            if (source.now().isPresent() && source.earlier().isPresent()) {
                var before = source.earlier().get();
                PoolListDiff.between(before.pools(), LastKnownPoolsMerger.after(before.pools(), source.now().get()))
                        .stream()
                        .filter(change -> before.isWhole() || !(change instanceof PoolChange.Appeared))
                        .forEach(all::add);
            }
        return all.stream().filter(change -> facts.filter().test(change.pool())).toList();
    }

    private static List<PoolChange> of(List<PoolChange> changes, ChangeBetterOrWorse meaning) {
        return changes.stream().filter(change -> change.meaning() == meaning).toList();
    }

    /// Pools now that are handed over.
    public int pools() {
        return facts.pools().size();
    }

    /// The moment that the pools are compared with, of several connections the earliest; empty when nothing is known of
    /// the beginning of the shift.
    public Optional<Instant> base() {
        return facts.sources()
                .stream()
                .flatMap(source -> source.earlier().stream())
                .map(HandOverReportInput.Earlier::at)
                .min(Instant::compareTo);
    }
}
