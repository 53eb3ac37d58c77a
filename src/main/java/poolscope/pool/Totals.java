package poolscope.pool;

import java.util.Arrays;
import java.util.List;

/// What several pools add up to, one [Sum] a field that can be summed ([PoolField#isSummed]): of all that is shown, of a group,
/// of a selection. Immutable; the totals of parts add up to those of the whole.
public final class Totals {
    private static final List<PoolField> FIELDS = Arrays.stream(PoolField.values()).filter(PoolField::isSummed).toList();
    private static final int[] PLACES = Arrays.stream(PoolField.values()).mapToInt(FIELDS::indexOf).toArray();

    /// Of no pool.
    public static final Totals NONE = of(List.of());

    private final int pools;
    private final Sum[] sums;

    private Totals(int pools, Sum[] sums) {
        this.pools = pools;
        this.sums = sums;
    }

    /// Of these pools.
    public static Totals of(Iterable<Pool> pools) {
        var tally = new Tally();
        pools.forEach(tally::add);
        return tally.totals();
    }

    /// Of the pools that have these indexes.
    static Totals of(List<Pool> pools, int[] indexes) {
        var tally = new Tally();
        for (int index : indexes)
            tally.add(pools.get(index));
        return tally.totals();
    }

    /// The fields that are summed, in the order of the catalogue.
    public static List<PoolField> fields() {
        return FIELDS;
    }

    /// How many pools these are the totals of.
    public int pools() {
        return pools;
    }

    /// The sum of one field; of a field that is never summed, nothing is known of any pool.
    public Sum of(PoolField field) {
        int place = PLACES[field.ordinal()];
        return place < 0 ? Sum.of(pools) : sums[place];
    }

    /// The totals of both, which have no pool in common.
    public Totals plus(Totals other) {
        if (pools == 0) return other;
        var both = new Sum[sums.length];
        Arrays.setAll(both, i -> sums[i].plus(other.sums[i]));
        return new Totals(pools + other.pools, both);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totals totals && pools == totals.pools && Arrays.equals(sums, totals.sums);
    }

    @Override
    public int hashCode() {
        return 31 * pools + Arrays.hashCode(sums);
    }

    @Override
    public String toString() {
        return pools + " pools " + Arrays.toString(sums);
    }

    /// Totals in the making.
    private static final class Tally {
        private final FieldTally[] tallies = FIELDS.stream().map(FieldTally::new).toArray(FieldTally[]::new);
        private int pools;

        void add(Pool pool) {
            pools++;
            for (var tally : tallies)
                tally.add(pool);
        }

        Totals totals() {
            return new Totals(pools, Arrays.stream(tallies).map(FieldTally::sum).toArray(Sum[]::new));
        }
    }

    /// A [Sum] in the making.
    private static final class FieldTally {
        private final PoolField field;
        private final ExactSum parts = new ExactSum();
        private final ExactSum wholes = new ExactSum();
        private int known;
        private int unknown;
        private Value smallest = Value.ABSENT;
        private Value largest = Value.ABSENT;

        FieldTally(PoolField field) {
            this.field = field;
        }

        void add(Pool pool) {
            var value = field.of(pool);
            switch (value) {
                case Value.Number(var number) -> parts.add(number);
                case Value.Portion(var part, var whole) -> {
                    parts.add(part);
                    wholes.add(whole);
                }
                case Value.Absent _,Value.Unreadable _,Value.Time _,Value.State _,Value.Text _ -> {
                    unknown++;
                    return;
                }
            }
            if (known == 0 || value.compareTo(smallest) < 0) smallest = value;
            if (known++ == 0 || value.compareTo(largest) > 0) largest = value;
        }

        Sum sum() {
            if (known == 0) return Sum.of(unknown);
            Value total = field.unit() == PoolField.Unit.PORTION
                    ? new Value.Portion(parts.total(), wholes.total())
                    : new Value.Number(parts.total());
            return new Sum(total, known, unknown, smallest, largest);
        }
    }
}
