package poolscope.pool.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Checks whether one pool fits one demand, by the rule of [FitResult].
final class FitChecker {
    private final Pool pool;
    private final JobDemand jobDemand;
    private final List<FitResult.Shortfall> shortfalls = new ArrayList<>();
    private final List<PoolField> differs = new ArrayList<>();
    private final List<PoolField> unknown = new ArrayList<>();

    FitChecker(Pool pool, JobDemand jobDemand) {
        this.pool = pool;
        this.jobDemand = jobDemand;
    }

    FitResult result() {
        askStatus();
        askSpecification();
        for (var field : FitResult.MEASURES)
            askAmount(field);
        if (!shortfalls.isEmpty() || !differs.isEmpty())
            return new FitResult.Lacking(List.copyOf(shortfalls), List.copyOf(differs));
        if (!unknown.isEmpty()) return new FitResult.Unknown(List.copyOf(unknown));
        var unevenShares = unevenShares();
        return unevenShares.isEmpty()
                ? new FitResult.Fits(left(), isByCapacity())
                : new FitResult.FitsInTotalOnly(unevenShares);
    }

    /// A pool that is being deleted has no room, whatever it still reports as free.
    private void askStatus() {
        if (pool.status().isDeleting()) {
            differs.add(PoolField.STATUS);
            return;
        }
        if (!jobDemand.onlyRunning() || pool.status().kind() == PoolStatus.Kind.RUNNING) return;
        (pool.status().word().isEmpty() ? unknown : differs).add(PoolField.STATUS);
    }

    private void askSpecification() {
        if (jobDemand.specification().text().isEmpty()) return;
        if (!(pool.poolNodeGroups().specification() instanceof FieldValue.Text(String text)))
            unknown.add(PoolField.SPECIFICATION);
        else if (!jobDemand.specification().isIn(text)) differs.add(PoolField.SPECIFICATION);
    }

    /// Of nodes at least one is needed, but a pool that does not say how many it has is not asked when that does
    /// not matter.
    private void askAmount(PoolField field) {
        var asked = jobDemand.of(field);
        var needed = field == PoolField.AVAILABLE_NODES ? jobDemand.nodesNeeded() : asked;
        if (needed.signum() == 0) return;
        var known = known(field);
        if (known.of(pool) instanceof FieldValue.Number(BigDecimal there)) {
            if (there.compareTo(needed) < 0)
                shortfalls.add(new FitResult.Shortfall(known, number(needed.subtract(there)), number(needed)));
        } else if (asked.signum() > 0) unknown.add(field);
    }

    /// What is asked about a measure: what is free now where the service says it, else what can be allocated.
    private PoolField known(PoolField measure) {
        var free = switch (measure) {
            case ACCELERATORS -> PoolField.FREE_ACCELERATORS;
            case CPU_CORES -> PoolField.FREE_CPU_CORES;
            case MEMORY -> PoolField.FREE_MEMORY;
            default -> measure;
        };
        return free.of(pool) instanceof FieldValue.Number ? free : measure;
    }

    /// Where sum ÷ available < asked ÷ nodes, multiplied out so that nothing is rounded.
    private List<FitResult.UnevenShare> unevenShares() {
        if (jobDemand.nodes() == 0
                || !(pool.poolNodeGroups().available() instanceof FieldValue.Number(BigDecimal available)))
            return List.of();
        var nodes = BigDecimal.valueOf(jobDemand.nodes());
        var unevenShares = new ArrayList<FitResult.UnevenShare>();
        for (var field : FitResult.MEASURES) {
            var asked = jobDemand.of(field);
            if (field == PoolField.AVAILABLE_NODES || asked.signum() == 0) continue;
            var known = known(field);
            if (!(known.of(pool) instanceof FieldValue.Number(BigDecimal sum))
                    || sum.multiply(nodes).compareTo(asked.multiply(available)) >= 0)
                continue;
            unevenShares.add(new FitResult.UnevenShare(known, number(sum.divide(available, MathContext.DECIMAL64)),
                    number(asked.divide(nodes, MathContext.DECIMAL64))));
        }
        if (PoolField.LARGEST_FREE_BLOCK.of(pool) instanceof FieldValue.Number(BigDecimal largest)
                && largest.multiply(nodes).compareTo(jobDemand.of(PoolField.ACCELERATORS)) < 0)
            unevenShares.add(new FitResult.UnevenShare(PoolField.LARGEST_FREE_BLOCK, number(largest),
                    number(jobDemand.of(PoolField.ACCELERATORS).divide(nodes, MathContext.DECIMAL64))));
        return List.copyOf(unevenShares);
    }

    /// How many nodes are free is in no list: nodes alone fit by capacity.
    private boolean isByCapacity() {
        var amounts = FitResult.MEASURES.stream()
                .filter(field -> field != PoolField.AVAILABLE_NODES && jobDemand.asksFor(field))
                .toList();
        return amounts.isEmpty() || amounts.stream().anyMatch(field -> known(field) == field);
    }

    private List<FitResult.Amount> left() {
        return FitResult.MEASURES.stream().map(field -> new FitResult.Amount(known(field), left(field))).toList();
    }

    private FieldValue left(PoolField field) {
        return known(field).of(pool) instanceof FieldValue.Number(BigDecimal there)
                ? number(there.subtract(jobDemand.of(field)))
                : FieldValue.ABSENT;
    }

    private static FieldValue.Number number(BigDecimal number) {
        return new FieldValue.Number(number);
    }
}
