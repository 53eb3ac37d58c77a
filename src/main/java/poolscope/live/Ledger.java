package poolscope.live;

import java.util.List;
import java.util.Optional;
import poolscope.connection.Connection;
import poolscope.pool.Inventory;

/// Which connections the pools on screen come from, and what each of them is doing: the account that is kept so that nobody
/// mistakes a part for the whole.
public record Ledger(List<Line> lines) {

    /// One connection.
    public record Line(Connection connection, LoadState state, Optional<Inventory> inventory) {

        /// Whether all of its pools are on screen. While its first reading goes on, that is not yet a shortcoming.
        public boolean isShort() {
            return switch (state) {
                case LoadState.Idle _,LoadState.Loading _ -> inventory.isPresent() && isPart();
                case LoadState.Loaded _,LoadState.Cancelled _ -> isPart();
                case LoadState.Failed _,LoadState.Broken _,LoadState.GaveUp _ -> true;
            };
        }

        /// Where it asks.
        public String endpoint() {
            return connection.address();
        }

        private boolean isPart() {
            return inventory.map(i -> i.coverage() instanceof Inventory.Coverage.Incomplete).orElse(false);
        }

        /// What the service was asked for only; empty when it was asked for everything.
        public String narrowing() {
            return inventory.map(Inventory::narrowing).orElse("");
        }

        /// How many of its pools are on screen.
        public int pools() {
            return inventory.map(i -> i.pools().size()).orElse(0);
        }
    }

    public Ledger {
        lines = List.copyOf(lines);
    }

    /// How many pools there are on screen before any filter.
    public int pools() {
        return lines.stream().mapToInt(Line::pools).sum();
    }

    /// The connections of which something is missing or out of date.
    public List<Line> shortfalls() {
        return lines.stream().filter(Line::isShort).toList();
    }

    /// How many connections have all of their pools on screen, as last read.
    public long complete() {
        return lines.stream().filter(line -> !line.isShort() && line.inventory().map(Inventory::isComplete).orElse(false))
                .count();
    }

    /// The connections of which the service was asked for a part of the list only.
    public List<Line> narrowed() {
        return lines.stream().filter(line -> !line.narrowing().isEmpty()).toList();
    }

    public boolean isLoading() {
        return lines.stream().anyMatch(line -> line.state().isLoading());
    }
}
