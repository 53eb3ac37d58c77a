package poolscope.pool.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import poolscope.PropertyCases;
import poolscope.pool.AllocatableResources;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.Pools;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.FitResultCounts;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;

/// What must hold of any pool and any demand.
@Execution(ExecutionMode.CONCURRENT)
class FitPropertiesTest {
    private static final int ROUNDS = PropertyCases.times(20_000);
    private static final MathContext UP = new MathContext(30, RoundingMode.UP);
    private static final MathContext DOWN = new MathContext(30, RoundingMode.DOWN);
    private static final List<PoolField> AMOUNTS = List.of(PoolField.CPU_CORES, PoolField.MEMORY,
            PoolField.ACCELERATORS);

    private static void forAny(BiConsumer<Pool, Random> property) {
        for (long seed = PropertyCases.first(); seed < PropertyCases.first() + ROUNDS; seed++)
            try {
                property.accept(new Pools(seed).one("id"), new Random(~seed));
            } catch (Throwable problem) {
                throw new AssertionError("seed " + seed, problem);
            }
    }

    /// From what is sure to be good to what is sure to be bad.
    private static int badness(FitResult fitResult) {
        return switch (fitResult) {
            case FitResult.Fits _ -> 0;
            case FitResult.FitsInTotalOnly _ -> 1;
            case FitResult.Unknown _ -> 2;
            case FitResult.Lacking _ -> 3;
            case FitResult.OnNodes _ -> throw new AssertionError("no node was checked");
        };
    }

    private static JobDemand demand(Random chance) {
        return new JobDemand(chance.nextInt(6),
                new JobDemand.Amounts(amount(chance, 50), amount(chance, 9_000), amount(chance, 3)),
                TextMatcher.of(chance.nextInt(3) == 0 ? "spec" + chance.nextInt(4) : ""), chance.nextInt(3) == 0);
    }

    private static BigDecimal amount(Random chance, int bound) {
        return chance.nextInt(3) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(chance.nextInt(bound * 100), 2);
    }

    private static BigDecimal asked(JobDemand jobDemand, PoolField field) {
        return switch (field) {
            case CPU_CORES -> jobDemand.amounts().cpuCores();
            case MEMORY -> jobDemand.amounts().memoryMiB();
            default -> jobDemand.amounts().accelerators();
        };
    }

    @Test
    void never_says_that_it_fits_when_a_sum_is_short_or_not_known() {
        forAny((pool, chance) -> {
            var jobDemand = demand(chance);
            var fitResult = FitResult.of(pool, jobDemand);
            if (!(fitResult instanceof FitResult.Fits || fitResult instanceof FitResult.FitsInTotalOnly)) return;
            for (var field : AMOUNTS)
                if (asked(jobDemand, field).signum() > 0)
                    assertThat(field.of(pool).asNumber().orElseThrow()).isGreaterThanOrEqualTo(asked(jobDemand, field));
            if (jobDemand.nodes() > 0)
                assertThat(pool.poolNodeGroups().available().asNumber().orElseThrow())
                        .isGreaterThanOrEqualTo(BigDecimal.valueOf(jobDemand.nodes()));
            if (jobDemand.onlyRunning()) assertThat(pool.status().word()).isEqualTo("running");
            assertThat(pool.poolNodeGroups().specification().asText("")).contains(jobDemand.specification().text());
        });
    }

    @Test
    void never_says_that_it_is_short_of_what_is_not_known() {
        forAny((pool, chance) -> {
            if (FitResult.of(pool, demand(chance)) instanceof FitResult.Lacking(var lacks, var differs)) {
                for (var lack : lacks) {
                    var there = lack.field().of(pool).asNumber().orElseThrow();
                    assertThat(lack.by().number()).isPositive()
                            .isEqualByComparingTo(lack.asked().number().subtract(there));
                }
                assertThat(differs).allMatch(field -> field.of(pool).isSaid());
                assertThat(lacks.size() + differs.size()).isPositive();
            }
        });
    }

    @Test
    void a_smaller_demand_never_fits_worse() {
        forAny((pool, chance) -> {
            var jobDemand = demand(chance);
            var smaller = smaller(jobDemand, chance);
            assertThat(badness(FitResult.of(pool, smaller))).as("%s, then %s", jobDemand, smaller)
                    .isLessThanOrEqualTo(badness(FitResult.of(pool, jobDemand)));
        });
    }

    /// No more in all, and no more of one node.
    private static JobDemand smaller(JobDemand jobDemand, Random chance) {
        int nodes = jobDemand.nodes() == 0 || chance.nextInt(4) == 0 ? 0 : 1 + chance.nextInt(jobDemand.nodes());
        var part = nodes == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(nodes).divide(BigDecimal.valueOf(jobDemand.nodes()), DOWN);
        return new JobDemand(nodes,
                new JobDemand.Amounts(part(asked(jobDemand, PoolField.CPU_CORES), part, chance),
                        part(asked(jobDemand, PoolField.MEMORY), part, chance),
                        part(asked(jobDemand, PoolField.ACCELERATORS), part, chance)),
                chance.nextBoolean() ? jobDemand.specification() : TextMatcher.of(""),
                jobDemand.onlyRunning() && chance.nextBoolean());
    }

    private static BigDecimal part(BigDecimal amount, BigDecimal most, Random chance) {
        return amount.multiply(most)
                .multiply(chance.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(chance.nextDouble()));
    }

    @Test
    void more_capacity_never_fits_worse() {
        forAny((pool, chance) -> {
            var jobDemand = demand(chance);
            assertThat(badness(FitResult.of(larger(pool, chance), jobDemand)))
                    .isLessThanOrEqualTo(badness(FitResult.of(pool, jobDemand)));
        });
    }

    /// Not fewer nodes, and of each amount not less in all and not less a node.
    private static Pool larger(Pool pool, Random chance) {
        if (!(pool.poolNodeGroups().available() instanceof FieldValue.Number(var available)) || available.signum() == 0)
            return pool;
        var more = available.add(BigDecimal.valueOf(chance.nextInt(3)));
        var times = more.divide(available, UP).add(BigDecimal.valueOf(chance.nextInt(3)));
        var poolNodeGroups = new PoolNodeGroups(List.of(new PoolNodeGroups.Group(pool.poolNodeGroups().specification(),
                pool.poolNodeGroups().count(), new FieldValue.Number(more))));
        var sums = new AllocatableResources(times(pool.allocatableResources().cpuCores(), times),
                times(pool.allocatableResources().memoryMiB(), times),
                times(pool.allocatableResources().accelerators(), times));
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), poolNodeGroups, sums, pool.billing(),
                pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
    }

    private static FieldValue times(FieldValue fieldValue, BigDecimal times) {
        return fieldValue instanceof FieldValue.Number(var number)
                ? new FieldValue.Number(number.multiply(times))
                : fieldValue;
    }

    @Test
    void a_value_that_is_not_known_is_never_taken_for_nothing() {
        forAny((pool, chance) -> {
            var jobDemand = demand(chance);
            var silent = new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), pool.poolNodeGroups(),
                    new AllocatableResources(FieldValue.ABSENT, new FieldValue.Unreadable("?"), FieldValue.ABSENT),
                    pool.billing(), pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
            switch (FitResult.of(silent, jobDemand)) {
                case FitResult.Fits _, FitResult.FitsInTotalOnly _ ->
                    assertThat(AMOUNTS).allMatch(field -> asked(jobDemand, field).signum() == 0);
                case FitResult.Lacking(var lacks, var _) ->
                    assertThat(lacks).noneMatch(lack -> AMOUNTS.contains(lack.field()));
                case FitResult.Unknown(var fields) -> assertThat(fields).isNotEmpty();
                case FitResult.OnNodes _ -> throw new AssertionError("no node was checked");
            }
        });
    }

    @Test
    void the_order_goes_from_good_to_bad_and_loses_no_pool() {
        for (long seed = 0; seed < 50; seed++) {
            var pools = new Pools(seed).some(300);
            var jobDemand = demand(new Random(seed));
            var made = ArrangedPools.of(PoolSet.holding(pools), new TableQuery(PoolFilter.ALL, SortOrder.AS_SENT,
                    PoolGroupingCriterion.NONE, Optional.of(jobDemand)), java.time.Instant.EPOCH);
            assertThat(made.pools()).containsExactlyInAnyOrderElementsOf(pools);
            var ranks = made.pools().stream().map(pool -> switch (FitResult.of(pool, jobDemand)) {
                case FitResult.Fits(var _, var isByCapacity) -> isByCapacity ? 1 : 0;
                case FitResult.FitsInTotalOnly _ -> 2;
                case FitResult.Lacking _ -> 3;
                case FitResult.Unknown _ -> 4;
                case FitResult.OnNodes _ -> throw new AssertionError("no node was checked");
            }).toList();
            assertThat(ranks).isSorted();
            assertThat(made.fits()).isEqualTo(new FitResultCounts(count(ranks, 0), count(ranks, 1), count(ranks, 2),
                    count(ranks, 3), count(ranks, 4)));
        }
    }

    private static int count(List<Integer> ranks, int rank) {
        return (int) ranks.stream().filter(one -> one == rank).count();
    }
}
