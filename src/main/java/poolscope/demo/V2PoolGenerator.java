package poolscope.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import poolscope.demo.V2Pool.Special;

/// Computes the pool in a slot of a fleet at a tick. Most pools stay; of the others each lives for a day or two, and is
/// followed by another one in its slot.
record V2PoolGenerator(DeterministicHashRandom fleet, long tick) {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long TICKS_TO_CREATE = 30;
    private static final long TICKS_TO_DELETE = 15;
    /// For how long a slot is empty.
    private static final long TICKS_GONE = 30;
    private static final int TICKS_OF_TWO_YEARS = (int) (Duration.ofDays(730).toMillis() / DemoFleetPlan.TICK_MILLIS);
    private static final int TICKS_OF_A_DAY = (int) (Duration.ofDays(1).toMillis() / DemoFleetPlan.TICK_MILLIS);
    private static final List<String> STEMS = List.of("vision", "speech", "推荐训练", "llm", "forecast", "大模型", "recsys",
            "robotics", "语音识别", "genomics");

    /// Empty while a slot is without a pool.
    Optional<V2Pool> pool(int slot, Special special, String workspace, Optional<V2Pool> parent) {
        var random = fleet.of(slot);
        if (special != Special.NONE || random.chance(HashRandomSalt.LIFE, 0.85))
            return Optional.of(lasting(random, special, workspace, parent));
        var life = 5 * TICKS_OF_A_DAY / 4 + random.below(HashRandomSalt.AGE, TICKS_OF_A_DAY);
        var offset = TICKS_OF_A_DAY / 8 + random.below(HashRandomSalt.EPOCH_OFFSET, TICKS_OF_A_DAY);
        var number = Math.floorDiv(tick + offset, (long) life);
        var created = number * life - offset;
        var gone = created + life - TICKS_GONE;
        if (tick >= gone) return Optional.empty();
        return Optional.of(pool(random.of(number), special, workspace, parent,
                new Times(created, created + TICKS_TO_CREATE, gone - TICKS_TO_DELETE)));
    }

    private record Times(long createdTick, long runningTick, long deletingTick) {}

    private V2Pool lasting(DeterministicHashRandom random, Special special, String workspace, Optional<V2Pool> parent) {
        var created = -TICKS_OF_A_DAY - random.below(HashRandomSalt.AGE, TICKS_OF_TWO_YEARS);
        var times = switch (special) {
            case CREATING -> new Times(-10, 80, NEVER);
            case DELETING -> new Times(created, created + TICKS_TO_CREATE, -20);
            case CREATION_FAILED -> new Times(-4000, NEVER, NEVER);
            default -> new Times(created, created + TICKS_TO_CREATE, NEVER);
        };
        return pool(random, special, workspace, parent, times);
    }

    private V2Pool pool(DeterministicHashRandom random, Special special, String workspace, Optional<V2Pool> parent,
            Times times) {
        var name = special == Special.NONE
                ? random.pick(HashRandomSalt.STEM, STEMS) + "-" + (1 + random.below(HashRandomSalt.NUMBER, 9999))
                : special.poolName();
        var word = name.matches("[a-z0-9-]+") ? name + "-" : "";
        return new V2Pool(random, special, times.createdTick(), times.runningTick(), times.deletingTick(),
                "pool-" + word + random.hex(HashRandomSalt.ID), name, workspace, groups(random, special), parent);
    }

    private static List<V2NodeGroup> groups(DeterministicHashRandom random, Special special) {
        return switch (special) {
            case TRAINING -> List.of(new V2NodeGroup(V2Flavor.SNT9_8, "big", 12, "cn-north-4a"),
                    new V2NodeGroup(V2Flavor.CPU_8, "helpers", 2, "cn-north-4b"));
            case LOGICAL -> List.of(new V2NodeGroup(V2Flavor.SNT9_8, "big", V2Fleet.LOGICAL_NODES, "cn-north-4a"));
            case MIXED -> List.of(new V2NodeGroup(V2Flavor.A100_8, "a100", 6, "cn-north-4a"),
                    new V2NodeGroup(V2Flavor.V100_8, "v100-a", 2, "cn-north-4a"),
                    new V2NodeGroup(V2Flavor.V100_8, "v100-b", 3, "cn-north-4b"),
                    new V2NodeGroup(V2Flavor.CPU_48, "cpu", 4, "cn-north-4c"));
            case LARGE -> List.of(new V2NodeGroup(V2Flavor.CPU_16, "cpu", 620, "cn-north-4a"));
            case INFERENCE -> List.of(new V2NodeGroup(V2Flavor.T4_1, "t4", 16, "cn-north-4b"));
            case DRIVER_UPGRADE -> List.of(new V2NodeGroup(V2Flavor.V100_8, "v100", 4, "cn-north-4a"));
            case LITE, FROZEN, ERROR, WAITING, CREATING, DELETING, CREATION_FAILED ->
                List.of(new V2NodeGroup(V2Flavor.SNT9_8, "np-1", 3, "cn-north-4a"));
            case NONE -> {
                var flavor = random.pick(HashRandomSalt.FLAVOR, List.of(V2Flavor.values()));
                var zone = "cn-north-4" + (char) ('a' + random.below(HashRandomSalt.ZONE, 3));
                var first = new V2NodeGroup(flavor, flavor.specification() + "-default",
                        1 + random.below(HashRandomSalt.COUNT, 12), zone);
                var helpers = new V2NodeGroup(V2Flavor.CPU_8, "helpers", 2, zone);
                yield random.chance(HashRandomSalt.BIG, 0.2) && flavor != V2Flavor.CPU_8
                        ? List.of(first, helpers)
                        : List.of(first);
            }
        };
    }
}
