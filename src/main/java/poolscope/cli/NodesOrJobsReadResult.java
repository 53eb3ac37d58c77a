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

/// The nodes or jobs of several pools.
///
/// @param rows
///            in the order of the pools
/// @param asked
///            number of pools of v2
/// @param read
///            number of pools that could be read
/// @param problems
///            a sentence for each pool that could not be read, or only in part
/// @param notes
///            sentences that are for information only
record NodesOrJobsReadResult<T>(List<PoolContentsRow<T>> rows, int asked, int read, List<String> problems,
        List<String> notes) {

    /// Reads the nodes or jobs of one pool.
    interface Reader<T> {
        /// @param poolId
        ///            its id, not its name
        PoolContentsList<T> read(String poolId) throws ApiException, InterruptedException;
    }

    /// Reads pool by pool. After a failure it continues with the next pool, unless that would fail too.
    static <T> NodesOrJobsReadResult<T> of(ExportedListKind list, List<Pool> pools, Reader<T> reader, ProgressLine line)
            throws InterruptedException {
        var listed = pools.stream().filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2).toList();
        var reading = new Reading<>(list, reader);
        try {
            for (int i = 0; i < listed.size() && !reading.isStopped; i++) {
                line.show(list.word() + " of " + i + " of " + listed.size() + " pools read");
                reading.read(listed.get(i));
                if (reading.isStopped) reading.skip(listed.subList(i + 1, listed.size()));
            }
        } finally {
            line.clear();
        }
        return new NodesOrJobsReadResult<>(reading.rows, listed.size(), reading.read, reading.problems,
                ofV1(list, pools.size() - listed.size()));
    }

    private static List<String> ofV1(ExportedListKind list, int count) {
        if (count == 0) return List.of();
        return List.of((count == 1 ? "1 pool is of v1, which does" : count + " pools are of v1, which does")
                + " not list " + list.word() + ".");
    }

    ExitCode code(ExitCode ofPools) {
        return problems.isEmpty() ? ofPools : ExitCode.INCOMPLETE;
    }

    /// What was written, as the beginning of a sentence.
    String sentence(ExportedListKind list) {
        var word = rows.size() == 1 ? list.word().substring(0, list.word().length() - 1) : list.word();
        var of = read == asked ? "" : read + " of ";
        return rows.size() + " " + word + " of " + of + asked + (asked == 1 ? " pool" : " pools")
                + (rows.size() == 1 ? " was written" : " were written");
    }

    /// The state of the read.
    private static final class Reading<T> {
        private final ExportedListKind list;
        private final Reader<T> reader;
        private final List<PoolContentsRow<T>> rows = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int read;
        private boolean isStopped;

        Reading(ExportedListKind list, Reader<T> reader) {
            this.list = list;
            this.reader = reader;
        }

        void read(Pool pool) throws InterruptedException {
            if (!pool.hasId()) {
                problems.add(subject(pool) + " could not be read: the service sent no id of the pool.");
                return;
            }
            try {
                var contents = reader.read(pool.poolNamesAndOwner().id().asText(""));
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

        void skip(List<Pool> left) {
            if (left.isEmpty()) return;
            problems.add("The " + list.word() + " of these pools were not asked for after that: "
                    + left.stream().map(Reading::nameOf).collect(Collectors.joining(", ")) + ".");
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
}
