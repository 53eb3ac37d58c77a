package poolscope.ui.pools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.ValidationResult;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;
import poolscope.pool.table.PoolSet;

/// The pools of an earlier moment.
///
/// @param allConnectionsStatus
///            the connections that they are of, and what is missing of their lists
public record EarlierPoolSet(PoolSet set, AllConnectionsStatus allConnectionsStatus) {
    /// Stand for what a file has in place of an address, a project or a name.
    private static final String NO_ADDRESS = "https://unknown.invalid";
    private static final String NO_PROJECT = "-";
    private static final String NO_NAME = "?";

    static EarlierPoolSet of(EarlierPoolsSource.Lists lists) {
        List<Pool> pools = new ArrayList<>();
        List<SourceStatus> lines = new ArrayList<>();
        for (var known : lists.known()) {
            pools.addAll(known.pools());
            lines.add(line(connection(known.source()), Optional.of(inventory(known))));
        }
        lists.unknown().forEach(name -> lines.add(line(nothingOf(name), Optional.empty())));
        for (int lost = 0; lost < lists.lost(); lost++)
            lines.add(line(nothingOf(NO_NAME), Optional.empty()));
        return new EarlierPoolSet(PoolSet.holding(pools), new AllConnectionsStatus(lines));
    }

    private static SourceStatus line(ServiceAndProject serviceAndProject, Optional<Inventory> inventory) {
        RefreshState state = inventory.<RefreshState>map(read -> new RefreshState.Loaded(read.readAt()))
                .orElseGet(() -> new RefreshState.Cancelled(Instant.EPOCH));
        return new SourceStatus(serviceAndProject, state, state, inventory, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static Inventory inventory(KnownPoolsAtTime known) {
        var read = Inventory.earlier(known.pools(), known.readAt(), known.isWhole(), known.source().narrowing());
        return read.with(known.isWhole() ? new Coverage.Complete() : new Coverage.Incomplete(Inventory.Reason.FAILED));
    }

    /// A file may have anything as its address.
    private static ServiceAndProject connection(HistoryListIdentity source) {
        var draft = new ServiceAndProject.Draft(source.connectionId(), source.connection(), source.region(),
                source.endpoint(), source.projectId());
        return switch (ServiceAndProject.of(draft)) {
            case ValidationResult.Accepted<ServiceAndProject>(var serviceAndProject) -> serviceAndProject;
            case ValidationResult.Refused<ServiceAndProject> _ -> nothingOf(source.connection());
        };
    }

    private static ServiceAndProject nothingOf(String name) {
        return ServiceAndProject
                .of(new ServiceAndProject.Draft(name, name.isBlank() ? NO_NAME : name, "", NO_ADDRESS, NO_PROJECT))
                .orThrow();
    }
}
