package poolscope.pool;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// Holds one pool against one demand, by the rule that [Fit] tells.
final class FitCheck {
    private final Pool pool;
    private final Demand demand;
    private final List<Fit.Lack> lacks = new ArrayList<>();
    private final List<PoolField> differs = new ArrayList<>();
    private final List<PoolField> unknown = new ArrayList<>();

    FitCheck(Pool pool, Demand demand) {
        this.pool = pool;
        this.demand = demand;
    }

    Fit result() {
        askStatus();
        askSpecification();
        for (var field : Fit.MEASURES)
            askAmount(field);
        if (!lacks.isEmpty() || !differs.isEmpty()) return new Fit.Short(List.copyOf(lacks), List.copyOf(differs));
        if (!unknown.isEmpty()) return new Fit.Unknown(List.copyOf(unknown));
        var thin = thin();
        return thin.isEmpty() ? new Fit.Fits(left()) : new Fit.InSum(thin);
    }

    private void askStatus() {
        if (!demand.onlyRunning() || pool.status().kind() == PoolStatus.Kind.RUNNING) return;
        (pool.status().word().isEmpty() ? unknown : differs).add(PoolField.STATUS);
    }

    private void askSpecification() {
        if (demand.specification().text().isEmpty()) return;
        if (!(pool.nodes().specification() instanceof Value.Text(String text))) unknown.add(PoolField.SPECIFICATION);
        else if (!demand.specification().isIn(text)) differs.add(PoolField.SPECIFICATION);
    }

    /// Of nodes at least one is needed, but a pool that does not say how many it has is not asked when that does not matter.
    private void askAmount(PoolField field) {
        var asked = demand.of(field);
        var needed = field == PoolField.AVAILABLE_NODES ? demand.nodesNeeded() : asked;
        if (needed.signum() == 0) return;
        if (field.of(pool) instanceof Value.Number(BigDecimal there)) {
            if (there.compareTo(needed) < 0) lacks.add(new Fit.Lack(field, number(needed.subtract(there)), number(needed)));
        } else if (asked.signum() > 0) unknown.add(field);
    }

    /// Where sum ÷ available < asked ÷ nodes, multiplied out so that nothing is rounded.
    private List<Fit.Thin> thin() {
        if (demand.nodes() == 0 || !(pool.nodes().available() instanceof Value.Number(BigDecimal available))) return List.of();
        var nodes = BigDecimal.valueOf(demand.nodes());
        var thin = new ArrayList<Fit.Thin>();
        for (var field : Fit.MEASURES) {
            var asked = demand.of(field);
            if (field == PoolField.AVAILABLE_NODES || asked.signum() == 0
                    || !(field.of(pool) instanceof Value.Number(BigDecimal sum))
                    || sum.multiply(nodes).compareTo(asked.multiply(available)) >= 0)
                continue;
            thin.add(new Fit.Thin(field, number(sum.divide(available, MathContext.DECIMAL64)),
                    number(asked.divide(nodes, MathContext.DECIMAL64))));
        }
        return List.copyOf(thin);
    }

    private List<Fit.Amount> left() {
        return Fit.MEASURES.stream().map(field -> new Fit.Amount(field, left(field))).toList();
    }

    private Value left(PoolField field) {
        return field.of(pool) instanceof Value.Number(BigDecimal there)
                ? number(there.subtract(demand.of(field)))
                : Value.ABSENT;
    }

    private static Value.Number number(BigDecimal number) {
        return new Value.Number(number);
    }
}
