package poolscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.Failure.Unreachable.Cause;
import poolscope.export.PoolContentsRow;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.node.PoolContentsList;

/// Reads the nodes or jobs of several pools, one after another. After a failure it continues with the next pool, unless
/// that would fail too.
final class NodesOrJobsReader<T> {
    private final ExportedListKind list;
    private final OfOnePool<T> ofOnePool;
    private final List<PoolContentsRow<T>> rows = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int read;
    private boolean isStopped;

    /// Reads the nodes or jobs of one pool.
    interface OfOnePool<T> {
        /// @param poolId
        ///            its id, not its name
        PoolContentsList<T> read(String poolId) throws ApiException, InterruptedException;
    }

    NodesOrJobsReader(ExportedListKind list, OfOnePool<T> ofOnePool) {
        this.list = list;
        this.ofOnePool = ofOnePool;
    }

    /// To be called once.
    NodesOrJobsReadResult<T> read(List<Pool> pools, ProgressLine line) throws InterruptedException {
        var listed = pools.stream().filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2).toList();
        try {
            for (int i = 0; i < listed.size() && !isStopped; i++) {
                line.show(list.word() + " of " + i + " of " + listed.size() + " pools read");
                read(listed.get(i));
                if (isStopped) skip(listed.subList(i + 1, listed.size()));
            }
        } finally {
            line.clear();
        }
        return new NodesOrJobsReadResult<>(rows, listed.size(), read, problems, ofV1(pools.size() - listed.size()));
    }

    private List<String> ofV1(int count) {
        if (count == 0) return List.of();
        return List.of((count == 1 ? "1 pool is of v1, which does" : count + " pools are of v1, which does")
                + " not list " + list.word() + ".");
    }

    private void read(Pool pool) throws InterruptedException {
        if (!pool.hasId()) {
            problems.add(subject(pool) + " could not be read: the service sent no id of the pool.");
            return;
        }
        try {
            var contents = ofOnePool.read(pool.poolNamesAndOwner().id().asText(""));
            contents.items().forEach(item -> rows.add(new PoolContentsRow<>(pool, item)));
            read++;
            if (contents.failure().isPresent() && contents.failure().get() instanceof Failure failure) {
                isStopped = concernsEveryPool(failure);
                problems.add(subject(pool) + " may not be all: " + CommandLineFailureText.of(failure) + ".");
            } else if (!contents.isWhole())
                problems.add(subject(pool) + " may not be all: the service sent fewer than it says there are, "
                        + "or some could not be read.");
        } catch (ApiException e) {
            isStopped = concernsEveryPool(e.failure());
            problems.add(subject(pool) + " could not be read: " + CommandLineFailureText.of(e.failure()) + ".");
        }
    }

    private void skip(List<Pool> left) {
        if (left.isEmpty()) return;
        problems.add("The " + list.word() + " of these pools were not asked for after that: "
                + left.stream().map(NodesOrJobsReader::nameOf).collect(Collectors.joining(", ")) + ".");
    }

    private String subject(Pool pool) {
        return "The " + list.word() + " of the pool " + nameOf(pool);
    }

    private static String nameOf(Pool pool) {
        var name = TerminalText.of(pool.poolNamesAndOwner().name().asText(""));
        var id = TerminalText.of(pool.poolNamesAndOwner().id().asText(""));
        return name.isEmpty() || name.equals(id) ? id : name + " (" + id + ")";
    }

    /// Whether the next pool would fail in the same way.
    private static boolean concernsEveryPool(Failure failure) {
        return switch (failure) {
            case Failure.SignInRefused _, Failure.SecretUnavailable _, Failure.Untrusted _, Failure.Proxy _ -> true;
            case Failure.Unreachable(var cause, var _) -> cause != Cause.ANSWER_TIMED_OUT && cause != Cause.RESET;
            default -> false;
        };
    }
}
