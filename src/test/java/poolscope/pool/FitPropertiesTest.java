package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What must hold of any pool and any demand.
class FitPropertiesTest {
    private static final int ROUNDS = 20_000;
    private static final MathContext UP = new MathContext(30, RoundingMode.UP);
    private static final MathContext DOWN = new MathContext(30, RoundingMode.DOWN);
    private static final List<PoolField> AMOUNTS = List.of(PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS);

    private static void forAny(BiConsumer<Pool, Random> property) {
        for (long seed = 0; seed < ROUNDS; seed++)
            try {
                property.accept(new Pools(seed).one("id"), new Random(~seed));
            } catch (Throwable problem) {
                throw new AssertionError("seed " + seed, problem);
            }
    }

    /// From what is sure to be good to what is sure to be bad.
    private static int badness(Fit fit) {
        return switch (fit) {
            case Fit.Fits _ -> 0;
            case Fit.InSum _ -> 1;
            case Fit.Unknown _ -> 2;
            case Fit.Short _ -> 3;
        };
    }

    private static Demand demand(Random chance) {
        return new Demand(chance.nextInt(6),
                new Demand.Amounts(amount(chance, 50), amount(chance, 9_000), amount(chance, 3)),
                Phrase.of(chance.nextInt(3) == 0 ? "spec" + chance.nextInt(4) : ""), chance.nextInt(3) == 0);
    }

    private static BigDecimal amount(Random chance, int bound) {
        return chance.nextInt(3) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(chance.nextInt(bound * 100), 2);
    }

    private static BigDecimal asked(Demand demand, PoolField field) {
        return switch (field) {
            case CPU_CORES -> demand.amounts().cpuCores();
            case MEMORY -> demand.amounts().memoryMiB();
            default -> demand.amounts().accelerators();
        };
    }

    @Test
    void never_says_that_it_fits_when_a_sum_is_short_or_not_known() {
        forAny((pool, chance) -> {
            var demand = demand(chance);
            var fit = Fit.of(pool, demand);
            if (!(fit instanceof Fit.Fits || fit instanceof Fit.InSum)) return;
            for (var field : AMOUNTS)
                if (asked(demand, field).signum() > 0)
                    assertThat(field.of(pool).asNumber().orElseThrow()).isGreaterThanOrEqualTo(asked(demand, field));
            if (demand.nodes() > 0)
                assertThat(pool.nodes().available().asNumber().orElseThrow())
                        .isGreaterThanOrEqualTo(BigDecimal.valueOf(demand.nodes()));
            if (demand.onlyRunning()) assertThat(pool.status().word()).isEqualTo("running");
            assertThat(pool.nodes().specification().asText("")).contains(demand.specification().text());
        });
    }

    @Test
    void never_says_that_it_is_short_of_what_is_not_known() {
        forAny((pool, chance) -> {
            if (Fit.of(pool, demand(chance)) instanceof Fit.Short(var lacks, var differs)) {
                for (var lack : lacks) {
                    var there = lack.field().of(pool).asNumber().orElseThrow();
                    assertThat(lack.by().number()).isPositive().isEqualByComparingTo(lack.asked().number().subtract(there));
                }
                assertThat(differs).allMatch(field -> field.of(pool).isSaid());
                assertThat(lacks.size() + differs.size()).isPositive();
            }
        });
    }

    @Test
    void a_smaller_demand_never_fits_worse() {
        forAny((pool, chance) -> {
            var demand = demand(chance);
            var smaller = smaller(demand, chance);
            assertThat(badness(Fit.of(pool, smaller))).as("%s, then %s", demand, smaller)
                    .isLessThanOrEqualTo(badness(Fit.of(pool, demand)));
        });
    }

    /// No more in all, and no more of one node.
    private static Demand smaller(Demand demand, Random chance) {
        int nodes = demand.nodes() == 0 || chance.nextInt(4) == 0 ? 0 : 1 + chance.nextInt(demand.nodes());
        var part = nodes == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(nodes).divide(BigDecimal.valueOf(demand.nodes()), DOWN);
        return new Demand(nodes,
                new Demand.Amounts(part(asked(demand, PoolField.CPU_CORES), part, chance),
                        part(asked(demand, PoolField.MEMORY), part, chance),
                        part(asked(demand, PoolField.ACCELERATORS), part, chance)),
                chance.nextBoolean() ? demand.specification() : Phrase.of(""), demand.onlyRunning() && chance.nextBoolean());
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal most, Random chance) {
        return amount.multiply(most).multiply(chance.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(chance.nextDouble()));
    }

    @Test
    void more_capacity_never_fits_worse() {
        forAny((pool, chance) -> {
            var demand = demand(chance);
            assertThat(badness(Fit.of(larger(pool, chance), demand))).isLessThanOrEqualTo(badness(Fit.of(pool, demand)));
        });
    }

    /// Not fewer nodes, and of each amount not less in all and not less a node.
    private static Pool larger(Pool pool, Random chance) {
        if (!(pool.nodes().available() instanceof Value.Number(var available)) || available.signum() == 0) return pool;
        var more = available.add(BigDecimal.valueOf(chance.nextInt(3)));
        var times = more.divide(available, UP).add(BigDecimal.valueOf(chance.nextInt(3)));
        var nodes = new Nodes(List.of(new Nodes.Group(pool.nodes().specification(), pool.nodes().count(),
                new Value.Number(more))));
        var sums = new Allocatable(times(pool.allocatable().cpuCores(), times), times(pool.allocatable().memoryMiB(), times),
                times(pool.allocatable().accelerators(), times));
        return new Pool(pool.identity(), pool.createdAt(), pool.status(), nodes, sums, pool.billing(), pool.undocumented(),
                pool.origin(), pool.raw());
    }

    private static Value times(Value value, BigDecimal times) {
        return value instanceof Value.Number(var number) ? new Value.Number(number.multiply(times)) : value;
    }

    @Test
    void a_value_that_is_not_known_is_never_taken_for_nothing() {
        forAny((pool, chance) -> {
            var demand = demand(chance);
            var silent = new Pool(pool.identity(), pool.createdAt(), pool.status(), pool.nodes(),
                    new Allocatable(Value.ABSENT, new Value.Unreadable("?"), Value.ABSENT), pool.billing(), pool.undocumented(),
                    pool.origin(), pool.raw());
            switch (Fit.of(silent, demand)) {
                case Fit.Fits _,Fit.InSum _ ->
                    assertThat(AMOUNTS).allMatch(field -> asked(demand, field).signum() == 0);
                case Fit.Short(var lacks, var _) -> assertThat(lacks).noneMatch(lack -> AMOUNTS.contains(lack.field()));
                case Fit.Unknown(var fields) -> assertThat(fields).isNotEmpty();
            }
        });
    }

    @Test
    void the_order_goes_from_good_to_bad_and_loses_no_pool() {
        for (long seed = 0; seed < 50; seed++) {
            var pools = new Pools(seed).some(300);
            var demand = demand(new Random(seed));
            var made = Arrangement.of(PoolSet.holding(pools),
                    new Wish(PoolFilter.ALL, Sort.AS_SENT).withDemand(Optional.of(demand)), java.time.Instant.EPOCH);
            assertThat(made.pools()).containsExactlyInAnyOrderElementsOf(pools);
            var ranks = made.pools().stream().map(pool -> switch (Fit.of(pool, demand)) {
                case Fit.Fits _ -> 0;
                case Fit.InSum _ -> 1;
                case Fit.Short _ -> 2;
                case Fit.Unknown _ -> 3;
            }).toList();
            assertThat(ranks).isSorted();
            assertThat(made.fits()).isEqualTo(new FitCounts(count(ranks, 0), count(ranks, 1), count(ranks, 2), count(ranks, 3)));
        }
    }

    private static int count(List<Integer> ranks, int rank) {
        return (int) ranks.stream().filter(one -> one == rank).count();
    }
}
