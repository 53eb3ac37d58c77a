package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.node.NodeFitResult.Choice;
import poolscope.pool.node.NodeFreeResources.Answer;

/// Looks for the fewest running jobs whose end makes room: one, or else two.
final class JobsToWaitForFinder {
    private static final int MOST_CHOICES = 3;
    /// Pairs of more jobs than these are not tried; those that have the most cards come first.
    private static final int MOST_JOBS = 500;
    private static final Comparator<Choice> BEST = Comparator.comparing((Choice choice) -> !choice.onlyTraining())
            .thenComparing(JobsToWaitForFinder::cards)
            .thenComparing(choice -> choice.jobs().getFirst().name());

    private final Map<String, PoolNode> byIp = new HashMap<>();
    private final List<PoolJob> running;
    private final JobDemandPerNode demand;
    private final Map<PoolNode, Boolean> roomNow = new IdentityHashMap<>();
    private int certain;

    JobsToWaitForFinder(List<PoolNode> nodes, List<PoolJob> jobs, JobDemandPerNode demand) {
        this.demand = demand;
        for (var node : nodes) {
            if (!node.use().takesJobs()) continue;
            boolean hasRoom = NodeFreeResources.free(node).answer(demand) == Answer.YES;
            roomNow.put(node, hasRoom);
            if (hasRoom) certain++;
            if (!node.privateIp().asText("").isEmpty()) byIp.put(node.privateIp().asText(""), node);
        }
        running = jobs.stream()
                .filter(job -> job.isRunning()
                        && job.knownShares().stream().anyMatch(s -> byIp.containsKey(s.hostIp())))
                .sorted(Comparator.comparing(JobsToWaitForFinder::cards, Comparator.reverseOrder()))
                .limit(MOST_JOBS)
                .toList();
    }

    /// At most three, the best first; none when two jobs are not enough.
    List<Choice> choices() {
        var ones = running.stream().map(List::of).filter(this::isEnough).map(JobsToWaitForFinder::choice).toList();
        return best(ones.isEmpty() ? pairs() : ones);
    }

    /// Jobs that share no node free what each of them frees alone, so that most pairs need no search.
    private List<Choice> pairs() {
        var gained = running.stream().mapToInt(job -> gained(List.of(job))).toArray();
        var hosts = running.stream().map(JobsToWaitForFinder::hosts).toList();
        var pairs = new ArrayList<Choice>();
        for (int a = 0; a < running.size(); a++)
            for (int b = a + 1; b < running.size(); b++) {
                var pair = List.of(running.get(a), running.get(b));
                boolean isEnough = Collections.disjoint(hosts.get(a), hosts.get(b))
                        ? certain + gained[a] + gained[b] >= demand.nodes()
                        : isEnough(pair);
                if (isEnough) pairs.add(choice(pair));
            }
        return pairs;
    }

    private static Set<String> hosts(PoolJob job) {
        return job.knownShares().stream().map(PoolJob.Share::hostIp).collect(Collectors.toSet());
    }

    private static List<Choice> best(List<Choice> choices) {
        return choices.stream().sorted(BEST).limit(MOST_CHOICES).toList();
    }

    private static Choice choice(List<PoolJob> jobs) {
        return new Choice(jobs, jobs.stream().allMatch(PoolJob::endsByItself));
    }

    private boolean isEnough(List<PoolJob> ended) {
        return certain + gained(ended) >= demand.nodes();
    }

    /// How many more nodes have room after these jobs have ended.
    private int gained(List<PoolJob> ended) {
        var rooms = new IdentityHashMap<PoolNode, NodeFreeResources>();
        for (var job : ended)
            for (var share : job.knownShares()) {
                var node = byIp.get(share.hostIp());
                if (node == null) continue;
                var before = rooms.computeIfAbsent(node, NodeFreeResources::free);
                rooms.put(node, before.without(share, node.accelerator()));
            }
        int gained = 0;
        for (var room : rooms.entrySet()) {
            boolean hadRoom = roomNow.getOrDefault(room.getKey(), false);
            if (!hadRoom && room.getValue().answer(demand) == Answer.YES) gained++;
        }
        return gained;
    }

    private static BigDecimal cards(Choice choice) {
        return choice.jobs().stream().map(JobsToWaitForFinder::cards).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cards(PoolJob job) {
        return Stream.of(job.needs().cardCount())
                .flatMap(v -> v.asNumber().stream())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
