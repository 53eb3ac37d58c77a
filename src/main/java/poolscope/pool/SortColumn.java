package poolscope.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The sort keys of one field for all pools of a [PoolSet]: compared by index, without looking at the pools again.
sealed interface SortColumn {

    /// Whether the service said something for this pool. What it did not say stands last in both directions.
    boolean isKnown(int pool);

    /// Compares the keys of two pools, both known.
    int compare(int a, int b);

    static SortColumn of(List<Pool> pools, PoolField field) {
        return switch (field.unit()) {
            case COUNT, CORES, MEBIBYTES, CARDS -> numbers(pools, field);
            case TIME -> times(pools, field);
            case TEXT, ID -> texts(pools, field);
            case PORTION, STATUS -> new Values(pools.stream().map(field::of).toArray(Value[]::new));
        };
    }

    /// Numbers that a `double` holds exactly, which is nearly always.
    record Doubles(double[] keys) implements SortColumn {
        @Override
        public boolean isKnown(int pool) {
            return !Double.isNaN(keys[pool]);
        }

        @Override
        public int compare(int a, int b) {
            return Double.compare(keys[a], keys[b]);
        }
    }

    /// Milliseconds since 1970 UTC; `Long.MIN_VALUE` where unknown.
    record Times(long[] keys) implements SortColumn {
        @Override
        public boolean isKnown(int pool) {
            return keys[pool] != Long.MIN_VALUE;
        }

        @Override
        public int compare(int a, int b) {
            return Long.compare(keys[a], keys[b]);
        }
    }

    /// Keys of [NaturalOrder]; empty where unknown.
    record Texts(byte[][] keys, boolean[] known) implements SortColumn {
        @Override
        public boolean isKnown(int pool) {
            return known[pool];
        }

        @Override
        public int compare(int a, int b) {
            return keys[a] == keys[b] ? 0 : Arrays.compareUnsigned(keys[a], keys[b]);
        }
    }

    /// Values that are compared as they are.
    record Values(Value[] keys) implements SortColumn {
        @Override
        public boolean isKnown(int pool) {
            return keys[pool].isKnown();
        }

        @Override
        public int compare(int a, int b) {
            return keys[a].compareTo(keys[b]);
        }
    }

    private static SortColumn numbers(List<Pool> pools, PoolField field) {
        var keys = new double[pools.size()];
        for (int i = 0; i < keys.length; i++) {
            var number = field.of(pools.get(i)).asNumber();
            keys[i] = number.map(BigDecimal::doubleValue).orElse(Double.NaN);
            if (number.isPresent() && new BigDecimal(keys[i]).compareTo(number.get()) != 0 && number.get().precision() > 15)
                return new Values(pools.stream().map(field::of).toArray(Value[]::new));
        }
        return new Doubles(keys);
    }

    private static SortColumn times(List<Pool> pools, PoolField field) {
        var keys = new long[pools.size()];
        for (int i = 0; i < keys.length; i++)
            keys[i] = field.of(pools.get(i)) instanceof Value.Time(Instant instant) ? instant.toEpochMilli() : Long.MIN_VALUE;
        return new Times(keys);
    }

    private static SortColumn texts(List<Pool> pools, PoolField field) {
        var order = new NaturalOrder();
        Map<String, byte[]> seen = new HashMap<>();
        var keys = new byte[pools.size()][];
        var known = new boolean[pools.size()];
        for (int i = 0; i < keys.length; i++) {
            var value = field.of(pools.get(i));
            known[i] = value.isKnown();
            keys[i] = seen.computeIfAbsent(value.asText(""), order::key);
        }
        return new Texts(keys, known);
    }
}
