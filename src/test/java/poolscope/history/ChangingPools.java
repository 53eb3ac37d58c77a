package poolscope.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;

/// Pools of one connection of which one of a hundred changes each minute, and what each of them was at each minute, in
/// a few bits: as many minutes as a month has fit into memory.
///
/// A pool that changes has other nodes available, and with them other cores, memory and cards; a few have
/// another status.
final class ChangingPools {
    private static final int MOST_NODES = 31;
    private static final int CARDS = 8;
    private static final int STATE_BITS = 6;
    private static final PoolOrigin ORIGIN = new PoolOrigin("c", "Connection", "", 1, Instant.EPOCH, "");

    private final Random random;
    private final List<Pool> pools = new ArrayList<>();
    private final List<PoolNamesAndOwner> names = new ArrayList<>();
    private final int[] nodes;
    private final Map<String, Integer> numbers = new HashMap<>();
    /// By pool: nodes available, times 2, and 1 more if it is abnormal.
    private final byte[] first;
    private final byte[] latest;
    /// By minute: numbers of pools that changed, with their states after it.
    private final List<int[]> changes = new ArrayList<>();

    ChangingPools(int count, long seed) {
        random = new Random(seed);
        nodes = new int[count];
        first = new byte[count];
        for (int i = 0; i < count; i++) {
            nodes[i] = 2 + random.nextInt(MOST_NODES - 1);
            first[i] = (byte) (nodes[i] * 2);
            names.add(new PoolNamesAndOwner(FieldValue.text(new UUID(random.nextLong(), random.nextLong()).toString()),
                    FieldValue.text("pool-" + i), FieldValue.text("training of group " + i % 90), FieldValue.ABSENT,
                    FieldValue.text("project"), FieldValue.text("owner-" + i % 50)));
            pools.add(pool(i, first[i]));
            numbers.put(pools.getLast().key(), i);
        }
        latest = first.clone();
    }

    private Pool pool(int number, int state) {
        int available = state / 2;
        return new Pool(names.get(number), new FieldValue.Time(Instant.ofEpochSecond(1_700_000_000L + number % 1000)),
                PoolStatus.of(state % 2 == 1 ? "abnormal" : "running"),
                new PoolNodeGroups(List.of(new PoolNodeGroups.Group(FieldValue.text("modelarts.vm.npu.8u"),
                        FieldValue.Number.of(nodes[number]), FieldValue.Number.of(available)))),
                new AllocatableResources(new FieldValue.Number(BigDecimal.valueOf(available * 23.25)),
                        FieldValue.Number.of(available * 93_000L), FieldValue.Number.of((long) available * CARDS)),
                Billing.ON_DEMAND, KnownUndocumentedFields.NONE, ORIGIN, RawJson.NONE);
    }

    /// As they are now.
    List<Pool> pools() {
        return pools;
    }

    /// A minute later.
    void change() {
        Map<Integer, Integer> drawn = new TreeMap<>();
        for (int i = pools.size() / 100; i > 0; i--) {
            int number = random.nextInt(pools.size());
            drawn.put(number, random.nextInt(nodes[number] + 1) * 2 + (random.nextInt(20) == 0 ? 1 : 0));
        }
        drawn.entrySet().removeIf(one -> latest[one.getKey()] == one.getValue());
        drawn.forEach((number, state) -> {
            latest[number] = state.byteValue();
            pools.set(number, pool(number, state));
        });
        changes.add(drawn.entrySet().stream().mapToInt(one -> one.getKey() << STATE_BITS | one.getValue()).toArray());
    }

    /// How often they changed.
    int minutes() {
        return changes.size();
    }

    /// What they were, from the beginning on.
    Replay replay() {
        return new Replay();
    }

    /// Goes through the minutes again.
    final class Replay {
        private final byte[] states = first.clone();
        private int minute;

        /// Goes on to a minute.
        ///
        /// @return the number of pools that differ from the minute before, if that is the next one; otherwise of those
        ///         that changed in any of the minutes between, each time it did
        int goTo(int next) {
            int changed = 0;
            for (; minute < next; minute++) {
                for (int change : changes.get(minute))
                    states[change >> STATE_BITS] = (byte) (change & (1 << STATE_BITS) - 1);
                changed += changes.get(minute).length;
            }
            return changed;
        }

        /// Whether that pool was so at this minute.
        boolean has(Pool found) {
            var number = numbers.get(found.key());
            return number != null && pool(number, states[number]).with(found.poolOrigin()).equals(found);
        }
    }
}
