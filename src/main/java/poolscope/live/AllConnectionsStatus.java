package poolscope.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.InventoryPartReadOutcome;

/// The state of all connections and how much of their pools is on screen, so that a part is never taken for the whole.
public record AllConnectionsStatus(List<SourceStatus> lines) {

    /// How much of a connection's pools is on screen. The order is that of preference when two connections list the
    /// same pools.
    public enum Completeness {
        /// All, as of the last refresh.
        WHOLE,
        /// All, but the last refresh brought nothing newer.
        OLD,
        /// Not all, or it can't be proven that they are all.
        PART,
        /// Those of the first refresh so far.
        READING,
        /// None: every refresh failed or was stopped.
        MISSING
    }

    /// Pools that another connection lists too, and that are shown as the other's.
    ///
    /// @param pools
    ///            number of them, at least 1
    /// @param with
    ///            the name of the other connection; of the first when there are several
    public record Repeated(int pools, String with) {}

    /// That a connection can be read again after failures.
    ///
    /// @param after
    ///            the time from the first failure to the success
    /// @param failures
    ///            number of refreshes that failed, at least 1
    public record Recovery(Duration after, int failures) {}

    /// One connection.
    ///
    /// @param state
    ///            its state
    /// @param outcome
    ///            the state to display ([ObservableConnectionInventory#outcome()])
    /// @param repeated
    ///            empty when all of its pools are shown as its own
    /// @param clockSkew
    ///            the service's clock minus the local one; empty when they differ by less than a minute
    /// @param recovery
    ///            from the success after failures until the next refresh has ended or a person has dismissed it
    public record SourceStatus(ServiceAndProject serviceAndProject, RefreshState state, RefreshState outcome,
            Optional<Inventory> inventory, Optional<Repeated> repeated, Optional<Duration> clockSkew,
            Optional<Recovery> recovery) {

        public Completeness completeness() {
            boolean isDone = switch (outcome) {
                case RefreshState.Idle _, RefreshState.Loading _, RefreshState.Loaded _ -> true;
                case RefreshState.Failed _, RefreshState.Broken _, RefreshState.GaveUp _, RefreshState.Cancelled _ ->
                    false;
            };
            return inventory.map(one -> switch (one.coverage()) {
                case Coverage.Complete _ -> isDone ? Completeness.WHOLE : Completeness.OLD;
                case Coverage.Earlier(var isWhole) -> isWhole ? Completeness.OLD : Completeness.PART;
                case Coverage.SoFar _ -> isDone ? Completeness.READING : Completeness.PART;
                case Coverage.Incomplete _ -> Completeness.PART;
            }).orElse(isDone ? Completeness.READING : Completeness.MISSING);
        }

        /// Whether something is missing or outdated. That is not so during its first refresh.
        public boolean isShort() {
            return switch (completeness()) {
                case OLD, PART, MISSING -> true;
                case WHOLE, READING -> false;
            };
        }

        /// The parts of its inventory whose pools or fields are missing in the rows.
        public List<InventoryPartReadOutcome> lackingParts() {
            return inventory.map(Inventory::lackingParts).orElse(List.of());
        }

        /// Its endpoint.
        public String endpoint() {
            return serviceAndProject.address();
        }

        /// The restriction of the query; empty when all pools were requested.
        public String narrowing() {
            return inventory.map(Inventory::narrowing).orElse("");
        }

        /// The number of its pools, as far as known.
        public int pools() {
            return inventory.map(i -> i.pools().size()).orElse(0);
        }

        SourceStatus with(Optional<Repeated> others) {
            return new SourceStatus(serviceAndProject, state, outcome, inventory, others, clockSkew, recovery);
        }
    }

    public AllConnectionsStatus {
        lines = List.copyOf(lines);
    }

    /// The number of pools before filtering, each counted once.
    public int pools() {
        return lines.stream()
                .mapToInt(sourceStatus -> sourceStatus.pools() - sourceStatus.repeated().map(Repeated::pools).orElse(0))
                .sum();
    }

    /// The connections with missing or outdated pools or fields.
    public List<SourceStatus> shortfalls() {
        return lines.stream()
                .filter(sourceStatus -> sourceStatus.isShort() || !sourceStatus.lackingParts().isEmpty())
                .toList();
    }

    /// The number of connections that have pools on screen, complete or not.
    public int answered() {
        return (int) lines.stream().filter(sourceStatus -> sourceStatus.inventory().isPresent()).count();
    }

    /// The connections that can be read again after failures.
    public List<SourceStatus> recovered() {
        return lines.stream().filter(sourceStatus -> sourceStatus.recovery().isPresent()).toList();
    }

    /// Whether a connection has this coverage.
    public boolean has(Completeness completeness) {
        return lines.stream().anyMatch(sourceStatus -> sourceStatus.completeness() == completeness);
    }

    /// Whether reading has failed or was stopped for all of them, and nothing is on screen.
    public boolean isNothingRead() {
        return !lines.isEmpty()
                && lines.stream().allMatch(sourceStatus -> sourceStatus.completeness() == Completeness.MISSING);
    }

    /// The connections whose query selects a part of the list.
    public List<SourceStatus> narrowed() {
        return lines.stream().filter(sourceStatus -> !sourceStatus.narrowing().isEmpty()).toList();
    }

    /// Whether a service reported free resources of a pool.
    public boolean isFreeKnown() {
        return lines.stream()
                .flatMap(sourceStatus -> sourceStatus.inventory().stream())
                .flatMap(inventory -> inventory.parts().stream())
                .anyMatch(part -> part.kind() == InventoryPartReadOutcome.Kind.METRICS
                        && (part.state() instanceof InventoryPartReadOutcome.State.Read
                                || part.state() instanceof InventoryPartReadOutcome.State.ReadInPart));
    }

    public boolean isLoading() {
        return lines.stream().anyMatch(sourceStatus -> sourceStatus.state().isLoading());
    }
}
