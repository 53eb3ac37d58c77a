package poolscope.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ValidationResult;

/// The parameters of the list request that were given; each replaces the one of the saved connection.
///
/// @param name
///            empty when not given; an empty text in it means all names
/// @param status
///            empty when not given; an empty text in it means all statuses
record PoolQueryOptions(Optional<String> name, Optional<String> status, Optional<PoolQuery.SortBy> sortBy,
        Optional<PoolQuery.Order> order, Optional<Integer> pageSize,
        Optional<RequestedPoolLists.Generations> generations, Optional<RequestedPoolLists.Workspaces> workspaces) {
    private static final String NAME = "--cluster-name";
    private static final String STATUS = "--status";
    private static final String SORT_BY = "--sort-by";
    private static final String ORDER = "--order";
    private static final String PAGE_SIZE = "--page-size";
    private static final String API = "--api";
    private static final String WORKSPACES = "--workspaces";

    static final List<CommandLineOption> ALL = List.of(
            new CommandLineOption(NAME, "NAME",
                    "Only the pools that the service finds for this cluster_name; an empty one is for all."),
            new CommandLineOption(STATUS, "STATUS",
                    "Only the pools that the service finds for this status, such as running; an empty one is for all."),
            new CommandLineOption(SORT_BY, "FIELD", "Ask for the pools in the order of created_at or cluster_name."),
            new CommandLineOption(ORDER, "ORDER", "desc or asc."),
            new CommandLineOption(PAGE_SIZE, "N", "Ask for at most so many pools at once, 1 to 1000."),
            new CommandLineOption(API, "GENERATION", "Ask v1, v2 or both generations of the API; without it both."),
            new CommandLineOption(WORKSPACES, "WHICH", "Ask v2 for the pools of the default workspace or of all."));

    /// @throws UsageException
    ///             when a value is invalid
    static PoolQueryOptions of(CommandArguments commandArguments) throws UsageException {
        return new PoolQueryOptions(text(commandArguments, NAME), text(commandArguments, STATUS),
                oneOf(commandArguments, SORT_BY, PoolQuery.SortBy.values(), PoolQuery.SortBy::parameter),
                oneOf(commandArguments, ORDER, PoolQuery.Order.values(), PoolQuery.Order::parameter),
                pageSize(commandArguments),
                oneOf(commandArguments, API, RequestedPoolLists.Generations.values(),
                        RequestedPoolLists.Generations::parameter),
                oneOf(commandArguments, WORKSPACES, RequestedPoolLists.Workspaces.values(),
                        RequestedPoolLists.Workspaces::parameter));
    }

    /// The query with the given parameters replaced.
    ///
    /// @throws ExitException
    ///             when a name or status is given and v1 is not requested
    PoolQuery applyTo(PoolQuery saved) throws ExitException {
        boolean narrows = Stream.of(name, status).flatMap(Optional::stream).anyMatch(text -> !text.isEmpty());
        if (narrows && !generations.orElse(saved.scope().generations()).hasV1())
            throw new ExitException(ExitCode.USAGE,
                    NAME + " and " + STATUS + " are for the list of v1, which is not asked: use --filter instead.");
        return new PoolQuery(name.orElse(saved.name()), status.orElse(saved.status()), sortBy.orElse(saved.sortBy()),
                order.orElse(saved.order()), pageSize.orElse(saved.pageSize()),
                new RequestedPoolLists(generations.orElse(saved.scope().generations()),
                        workspaces.orElse(saved.scope().workspaces())));
    }

    private static Optional<String> text(CommandArguments commandArguments, String option) throws UsageException {
        var typed = commandArguments.value(option);
        return typed.isEmpty() ? typed : Optional.of(accepted(option, PoolQuery.text(typed.get())));
    }

    /// The value of an option that must be one of several words.
    static <E> Optional<E> oneOf(CommandArguments commandArguments, String option, E[] all, Function<E, String> wordOf)
            throws UsageException {
        var typed = commandArguments.value(option);
        if (typed.isEmpty()) return Optional.empty();
        var found = Arrays.stream(all).filter(one -> wordOf.apply(one).equals(typed.get())).findFirst();
        if (found.isPresent()) return found;
        throw WindowOptions.other(option, Arrays.stream(all).map(wordOf).collect(Collectors.joining(" or ")),
                typed.get());
    }

    private static Optional<Integer> pageSize(CommandArguments commandArguments) throws UsageException {
        var typed = commandArguments.value(PAGE_SIZE);
        if (typed.isEmpty()) return Optional.empty();
        try {
            return Optional.of(accepted(PAGE_SIZE, PoolQuery.checkPageSize(Integer.parseInt(typed.get()))));
        } catch (NumberFormatException _) {
            throw new UsageException(PAGE_SIZE + " is a whole number, not '" + TerminalText.of(typed.get()) + "'");
        }
    }

    private static <T> T accepted(String option, ValidationResult<T> typed) throws UsageException {
        return switch (typed) {
            case ValidationResult.Accepted<T>(T value) -> value;
            case ValidationResult.Refused<T>(var validationError) ->
                throw new UsageException(option + " " + ValidationText.of(validationError));
        };
    }
}
