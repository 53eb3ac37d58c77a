package poolscope.ui.pools;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.api.Failure;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.RefreshState;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolSet;

/// What the table shows instead of rows: for each case one sentence and one action.
public sealed interface EmptyTableState {

    /// There are rows.
    record Rows() implements EmptyTableState {}

    /// There are connections, and none is ticked.
    record Unticked() implements EmptyTableState {}

    /// The first response has not arrived yet.
    ///
    /// @param unanswered
    ///            the first connection that was asked and has not answered
    record Waiting(Optional<Unanswered> unanswered) implements EmptyTableState {
        /// When nothing is asked at present.
        static final Waiting FOR_NOTHING = new Waiting(Optional.empty());

        private static Waiting on(AllConnectionsStatus allConnectionsStatus) {
            return new Waiting(allConnectionsStatus.lines()
                    .stream()
                    .flatMap(line -> line.state() instanceof RefreshState.Loading loading
                            ? Stream.of(new Unanswered(line.serviceAndProject(), loading))
                            : Stream.empty())
                    .findFirst());
        }
    }

    /// A connection that was asked.
    record Unanswered(ServiceAndProject serviceAndProject, RefreshState.Loading state) {}

    /// There are pools, and the filter hides them all.
    record Hidden(int pools) implements EmptyTableState {}

    /// Nothing was ever read; the last attempt failed.
    record Failed(ServiceAndProject serviceAndProject, RefreshState.Failed state) implements EmptyTableState {
        /// Whether a retry is useless until the sign-in is changed.
        public boolean asksForSignIn() {
            return state.failure() instanceof Failure.SignInRefused
                    || state.failure() instanceof Failure.SecretUnavailable;
        }
    }

    /// Nothing was ever read, because this program has an error.
    record Broken(ServiceAndProject serviceAndProject, RefreshState.Broken state) implements EmptyTableState {}

    /// The operator stopped the first refresh before it returned anything.
    record Stopped(ServiceAndProject serviceAndProject) implements EmptyTableState {}

    /// The service has no pools: its response proves it.
    ///
    /// @param narrowing
    ///            the restriction of the query; empty when all pools were asked for
    /// @param onlyAsked
    ///            the generation whose list was asked for, when it was only one
    record Empty(ServiceAndProject serviceAndProject, Instant asked, String narrowing,
            Optional<ApiGeneration> onlyAsked) implements EmptyTableState {}

    /// The response lists no pools, and another part of it contradicts that.
    record Unproven(ServiceAndProject serviceAndProject) implements EmptyTableState {}

    /// Whether the first pools are still awaited.
    default boolean isWaiting() {
        return this instanceof Waiting;
    }

    /// Whether the number of pools shown is known, even if it is 0.
    default boolean isCounted() {
        return switch (this) {
            case Rows _, Hidden _, Unticked _, Empty _ -> true;
            case Waiting _, Failed _, Broken _, Stopped _, Unproven _ -> false;
        };
    }

    /// The state for these connections and this arrangement of `pools`.
    static EmptyTableState of(AllConnectionsStatus allConnectionsStatus, ArrangedPools arrangedPools, PoolSet pools) {
        if (arrangedPools.size() > 0) return new Rows();
        if (pools.size() > 0)
            return arrangedPools.set() == pools ? new Hidden(pools.size()) : Waiting.on(allConnectionsStatus);
        if (allConnectionsStatus.lines().isEmpty()) return new Unticked();
        var trouble = newestTrouble(allConnectionsStatus.lines());
        if (trouble.isPresent()) return trouble.get();
        if (allConnectionsStatus.isLoading()
                || allConnectionsStatus.lines().stream().anyMatch(l -> l.state() instanceof RefreshState.Idle))
            return Waiting.on(allConnectionsStatus);
        return allConnectionsStatus.lines()
                .stream()
                .filter(line -> line.state() instanceof RefreshState.Cancelled)
                .findFirst()
                .<EmptyTableState>map(line -> new Stopped(line.serviceAndProject()))
                .orElseGet(() -> proven(allConnectionsStatus.lines()));
    }

    /// Of several connections that failed, the one that began to: mostly the one that was just saved.
    private static Optional<EmptyTableState> newestTrouble(List<AllConnectionsStatus.SourceStatus> lines) {
        record Trouble(Instant since, EmptyTableState state) {}
        return lines.stream().flatMap(line -> switch (line.outcome()) {
            case RefreshState.Failed failed ->
                Stream.of(new Trouble(failed.since(), new Failed(line.serviceAndProject(), failed)));
            case RefreshState.Broken broken ->
                Stream.of(new Trouble(broken.since(), new Broken(line.serviceAndProject(), broken)));
            default -> Stream.<Trouble>empty();
        }).max(Comparator.comparing(Trouble::since)).map(Trouble::state);
    }

    private static EmptyTableState proven(List<AllConnectionsStatus.SourceStatus> lines) {
        for (var sourceStatus : lines)
            if (sourceStatus.inventory().filter(Inventory::isComplete).isPresent())
                return new Empty(sourceStatus.serviceAndProject(), sourceStatus.inventory().get().readAt(),
                        sourceStatus.narrowing(), onlyAsked(sourceStatus.inventory().get()));
        return lines.isEmpty() ? Waiting.FOR_NOTHING : new Unproven(lines.getFirst().serviceAndProject());
    }

    private static Optional<ApiGeneration> onlyAsked(Inventory inventory) {
        if (isNotAsked(inventory, InventoryPartReadOutcome.Kind.V2_POOLS)) return Optional.of(ApiGeneration.V1);
        return isNotAsked(inventory, InventoryPartReadOutcome.Kind.V1_POOLS)
                ? Optional.of(ApiGeneration.V2)
                : Optional.empty();
    }

    private static boolean isNotAsked(Inventory inventory, InventoryPartReadOutcome.Kind list) {
        return inventory.parts()
                .stream()
                .anyMatch(
                        part -> part.kind() == list && part.state() instanceof InventoryPartReadOutcome.State.NotAsked);
    }
}
