package poolscope.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Computes the jobs of a pool at a tick from its nodes, so that none has more than its nodes have.
///
/// Jobs take one, two or four cards within a ring of four, all cards of a node, or all of two neighbouring nodes.
record V2JobGenerator(V2Pool pool, DemoPoolEpochs epochs, long tick) {
    private static final int RING = 4;
    private static final int KEY_OF_PAIR = -1;
    private static final int KEY_OF_NODE = -2;

    List<V2Job> jobs(List<V2Node> nodes) {
        var jobs = new ArrayList<V2Job>();
        var groups = new HashMap<V2NodeGroup, List<V2Node>>();
        for (var node : nodes)
            groups.computeIfAbsent(node.group(), _ -> new ArrayList<>()).add(node);
        for (var node : nodes)
            if (groups.containsKey(node.group())) running(groups.remove(node.group()), jobs);
        queued(nodes, jobs);
        return jobs;
    }

    private void running(List<V2Node> nodes, List<V2Job> jobs) {
        for (var i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var next = i + 1 < nodes.size() ? nodes.get(i + 1) : node;
            if (i % 2 == 0 && takesWholeNode(node) && next != node && takesWholeNode(next)
                    && period(node, KEY_OF_PAIR).key().chance(HashRandomSalt.JOB_SIZE, 0.2)) {
                jobs.add(wholeNodes(period(node, KEY_OF_PAIR), List.of(node, next)));
                i++;
            } else if (node.runsJobs()) running(node, jobs);
        }
    }

    private static boolean takesWholeNode(V2Node node) {
        return node.runsJobs() && node.isWhole() && node.group().flavor().cards().count() == 8;
    }

    private void running(V2Node node, List<V2Job> jobs) {
        var whole = period(node, KEY_OF_NODE);
        if (takesWholeNode(node) && whole.key().chance(HashRandomSalt.JOB_SIZE, 0.25)) {
            jobs.add(wholeNodes(whole, List.of(node)));
            return;
        }
        var cards = node.group().flavor().cards().count();
        if (cards == 0) quarters(node, jobs);
        else
            for (var first = 0; first < cards; first += RING)
                inRing(node, first, jobs);
    }

    private void quarters(V2Node node, List<V2Job> jobs) {
        for (var part = 0; part < node.group().flavor().parts(); part++) {
            var period = period(node, part);
            if (period.key().chance(HashRandomSalt.JOB_SIZE, 0.5)) jobs.add(job(period, node, 1, 0));
        }
    }

    private void inRing(V2Node node, int first, List<V2Job> jobs) {
        var cards = Math.min(RING, node.cards() - first);
        var period = period(node, first);
        var roll = period.key().below(HashRandomSalt.JOB_SIZE, 10);
        if (roll < 3) return;
        if (roll < 6 && cards >= RING) jobs.add(job(period, node, RING, 0b1111 << first));
        else if (roll < 8 && cards >= 2) jobs.add(job(period, node, 2, 0b11 << first));
        else
            jobs.add(job(period, node, 1, 1 << first));
    }

    private record Period(DeterministicHashRandom key, long sinceTick) {}

    /// The time for which a place of a node keeps its job: until the node changes or some epochs have passed.
    private Period period(V2Node node, int place) {
        var key = node.key().of(place);
        var length = 2 + key.below(HashRandomSalt.JOB_PERIOD, 9);
        var number = Math.floorDiv(epochs.epoch(tick) + key.below(HashRandomSalt.EPOCH_OFFSET, length), (long) length);
        var begin = epochs.firstTick(number * length - key.below(HashRandomSalt.EPOCH_OFFSET, length));
        return new Period(key.of(number).of(node.sinceTick()), Math.max(begin, node.sinceTick()));
    }

    private V2Job job(Period period, V2Node node, int parts, int bits) {
        return new V2Job(period.key(), node.group().flavor(), parts, Math.max(pool.runningTick(), period.sinceTick()),
                -1, List.of(new V2Job.Share(node, parts, bits)));
    }

    private V2Job wholeNodes(Period period, List<V2Node> nodes) {
        var cards = nodes.getFirst().cards();
        var since = nodes.stream().mapToLong(V2Node::sinceTick).max().orElseThrow();
        var key = nodes.getLast().sinceTick() == nodes.getFirst().sinceTick()
                ? period.key()
                : period.key().of(nodes.getLast().sinceTick());
        return new V2Job(key, nodes.getFirst().group().flavor(), cards * nodes.size(),
                Math.max(since, period.sinceTick()), -1,
                nodes.stream().map(node -> new V2Job.Share(node, cards, (1 << cards) - 1)).toList());
    }

    /// Up to four jobs wait in a running pool; who came first is first.
    private void queued(List<V2Node> nodes, List<V2Job> jobs) {
        if (nodes.stream().noneMatch(V2Node::runsJobs)) return;
        var flavor = nodes.getFirst().group().flavor();
        var epoch = epochs.epoch(tick);
        var waiting = new ArrayList<V2Job>();
        for (var age = 3L; age >= 0; age--) {
            var key = pool.random().of(epoch - age).of(HashRandomSalt.QUEUE);
            var created = epochs.firstTick(epoch - age);
            if (created < pool.runningTick() || key.below(HashRandomSalt.QUEUE, 4) < age + 1) continue;
            var parts = List.of(1, 2, 4, 8, 16).get(key.below(HashRandomSalt.JOB_SIZE, 5));
            waiting.add(new V2Job(key, flavor, Math.min(parts, 2 * flavor.parts()), created, waiting.size() + 1,
                    List.of()));
        }
        jobs.addAll(waiting);
    }
}
