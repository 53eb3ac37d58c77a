package poolscope.demo;

import java.util.ArrayList;
import java.util.List;

/// Computes the nodes of a pool at a tick.
///
/// A node lives for 64 periods of some epochs each: it is being created in the first and deleted in the last. Then
/// another one takes its place.
record V2NodeGenerator(V2Pool pool, DemoPoolEpochs epochs, long tick) {
    private static final int PERIODS = 64;
    private static final int NODES_FOR_A_SPARE = 6;
    private static final int KEYS_OF_A_GROUP = 100_000;
    /// Five letters or digits.
    private static final long NAME_ENDINGS = 36 * 36 * 36 * 36 * 36;

    List<V2Node> nodes() {
        var nodes = new ArrayList<V2Node>();
        if (pool.hasNoNodes()) return nodes;
        for (var at = 0; at < pool.groups().size(); at++)
            nodes.addAll(nodes(at));
        return nodes;
    }

    private List<V2Node> nodes(int groupNumber) {
        var group = pool.groups().get(groupNumber);
        var nodes = new ArrayList<V2Node>(group.count());
        var before = pool.groups().subList(0, groupNumber).stream().mapToInt(V2NodeGroup::count).sum();
        var prefix = namePrefix();
        for (var i = 0; i < group.count(); i++)
            nodes.add(node(group, prefix, pool.random().of((groupNumber + 1) * KEYS_OF_A_GROUP + i), before + i));
        if (group.flavor().cards().count() == 8 && group.count() >= NODES_FOR_A_SPARE) addSpare(nodes);
        return nodes;
    }

    /// The last node is a spare, until it takes the place of a broken one: then the broken one is labelled as spare.
    private static void addSpare(List<V2Node> nodes) {
        var at = nodes.size() - 1;
        for (var i = nodes.size() - 2; i >= 0; i--)
            if (nodes.get(i).phase() == V2Node.Phase.ABNORMAL) at = i;
        nodes.set(at, nodes.get(at).asSpare());
    }

    private V2Node node(V2NodeGroup group, String prefix, DeterministicHashRandom place, int number) {
        var period = 4 + place.below(HashRandomSalt.NODE_PERIOD, 12);
        var offset = place.below(HashRandomSalt.NODE_OFFSET, PERIODS * period);
        var nodeEpoch = Math.floorDiv(epochs.epoch(tick) + offset, (long) period);
        var life = Math.floorDiv(nodeEpoch, (long) PERIODS);
        var key = place.of(~life);
        var created = epochs.firstTick(life * PERIODS * period - offset);
        var since = epochs.firstTick(nodeEpoch * period - offset);
        var phase = phase(place.of(nodeEpoch), Math.floorMod(nodeEpoch, PERIODS));
        var all = group.flavor().cards().count();
        return new V2Node(key, group, name(prefix, key), "192.168." + number / 250 + "." + (4 + number % 250),
                Math.max(pool.createdTick(), created), Math.max(pool.runningTick(), since), phase,
                all == 8 && key.chance(HashRandomSalt.LOST_CARD, 0.02) ? all - 1 : all, false);
    }

    private V2Node.Phase phase(DeterministicHashRandom now, int position) {
        if (pool.isCreating(tick)) return V2Node.Phase.CREATING;
        if (pool.isDeleting(tick)) return V2Node.Phase.DELETING;
        if (position == 0) return V2Node.Phase.CREATING;
        if (position == PERIODS - 1) return V2Node.Phase.DELETING;
        var roll = now.below(HashRandomSalt.NODE_PHASE, 100);
        var broken = switch (pool.special()) {
            case TRAINING -> 20;
            case LITE -> 80;
            case ERROR -> 100;
            default -> 4;
        };
        if (roll < broken) return V2Node.Phase.ABNORMAL;
        return roll == 99 ? V2Node.Phase.CHECKING : V2Node.Phase.AVAILABLE;
    }

    private static String name(String prefix, DeterministicHashRandom key) {
        var random = Long.remainderUnsigned(key.bits(HashRandomSalt.ID), NAME_ENDINGS);
        return prefix + "-" + Long.toString(NAME_ENDINGS + random, Character.MAX_RADIX).substring(1);
    }

    private String namePrefix() {
        return pool.is(V2Pool.Special.NONE) ? "os-node-created" : pool.name().replaceAll("[^a-z]", "").substring(0, 3);
    }
}
