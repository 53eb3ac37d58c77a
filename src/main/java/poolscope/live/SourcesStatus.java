package poolscope.live;

import java.util.List;
import java.util.Optional;
import poolscope.connection.Connection;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.InventoryPart;

/// Which connections the pools on screen come from, and what each of them is doing: the account that is kept so that
/// nobody mistakes a part for the whole.
public record SourcesStatus(List<SourceStatus> lines) {

    /// What of a connection's pools is on screen. The order is that of preference where two connections list the
    /// same pools.
    public enum Standing {
        /// All of them, as last read.
        WHOLE,
        /// All of them as they were before: the last reading brought nothing newer.
        OLD,
        /// Not all of them, or nobody can prove that they are all.
        PART,
        /// What has come so far of the first reading.
        READING,
        /// None: every reading failed or was stopped.
        MISSING
    }

    /// Pools that another connection lists as well, and that are on screen as that one's.
    ///
    /// @param pools
    ///            how many, at least 1
    /// @param with
    ///            the name of the other connection; of the first when there are several
    public record Repeated(int pools, String with) {}

    /// One connection.
    ///
    /// @param state
    ///            what it is doing
    /// @param outcome
    ///            what there is to tell of its readings ([PalettePools#outcome()])
    /// @param repeated
    ///            empty when each of its pools is on screen as its own
    public record SourceStatus(Connection connection, LoadState state, LoadState outcome, Optional<Inventory> inventory,
            Optional<Repeated> repeated) {

        public Standing standing() {
            boolean isDone = switch (outcome) {
                case LoadState.Idle _, LoadState.Loading _, LoadState.Loaded _ -> true;
                case LoadState.Failed _, LoadState.Broken _, LoadState.GaveUp _, LoadState.Cancelled _ -> false;
            };
            return inventory.map(one -> switch (one.coverage()) {
                case Coverage.Complete _ -> isDone ? Standing.WHOLE : Standing.OLD;
                case Coverage.SoFar _ -> isDone ? Standing.READING : Standing.PART;
                case Coverage.Incomplete _ -> Standing.PART;
            }).orElse(isDone ? Standing.READING : Standing.MISSING);
        }

        /// Whether something of it is missing or out of date. While its first reading goes on, that is not yet
        /// a shortcoming.
        public boolean isShort() {
            return switch (standing()) {
                case OLD, PART, MISSING -> true;
                case WHOLE, READING -> false;
            };
        }

        /// The parts of its inventory that could not be read; the rows lack what they say.
        public List<InventoryPart> failedParts() {
            return inventory.map(Inventory::failedParts).orElse(List.of());
        }

        /// Where it asks.
        public String endpoint() {
            return connection.address();
        }

        /// What the service was asked for only; empty when it was asked for everything.
        public String narrowing() {
            return inventory.map(Inventory::narrowing).orElse("");
        }

        /// How many pools it has, as far as is known.
        public int pools() {
            return inventory.map(i -> i.pools().size()).orElse(0);
        }

        SourceStatus with(Optional<Repeated> others) {
            return new SourceStatus(connection, state, outcome, inventory, others);
        }
    }

    public SourcesStatus {
        lines = List.copyOf(lines);
    }

    /// How many pools there are on screen before any filter: each once, however many connections list it.
    public int pools() {
        return lines.stream()
                .mapToInt(sourceStatus -> sourceStatus.pools() - sourceStatus.repeated().map(Repeated::pools).orElse(0))
                .sum();
    }

    /// The connections of which pools or facts about them are missing or out of date.
    public List<SourceStatus> shortfalls() {
        return lines.stream()
                .filter(sourceStatus -> sourceStatus.isShort() || !sourceStatus.failedParts().isEmpty())
                .toList();
    }

    /// How many connections the pools on screen come from, whole or not: those that have answered at all.
    public int answered() {
        return (int) lines.stream().filter(sourceStatus -> sourceStatus.inventory().isPresent()).count();
    }

    /// Whether there is a connection of which that is on screen.
    public boolean has(Standing standing) {
        return lines.stream().anyMatch(sourceStatus -> sourceStatus.standing() == standing);
    }

    /// The connections of which the service was asked for a part of the list only.
    public List<SourceStatus> narrowed() {
        return lines.stream().filter(sourceStatus -> !sourceStatus.narrowing().isEmpty()).toList();
    }

    /// Whether a service said of some of its pools what is free now.
    public boolean isFreeKnown() {
        return lines.stream()
                .flatMap(sourceStatus -> sourceStatus.inventory().stream())
                .flatMap(inventory -> inventory.parts().stream())
                .anyMatch(part -> part.kind() == InventoryPart.Kind.METRICS
                        && part.state() instanceof InventoryPart.State.Read);
    }

    public boolean isLoading() {
        return lines.stream().anyMatch(sourceStatus -> sourceStatus.state().isLoading());
    }
}
