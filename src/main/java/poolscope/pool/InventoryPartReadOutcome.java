package poolscope.pool;

/// One of the lists and tables that an inventory is put together from, and how reading it ended. Whatever happens to
/// one of them, the others are used.
public record InventoryPartReadOutcome(Kind kind, State state) {

    /// What was asked for.
    public enum Kind {
        /// Pools of v1: `GET /v1/{project_id}/clusters`.
        V1_POOLS,
        /// Pools of v2: `GET /v2/{project_id}/pools`.
        V2_POOLS,
        /// The workspaces whose pools of v2 are asked for.
        WORKSPACES,
        /// Capacity and use of all pools of v2.
        METRICS,
        /// What a node of each specification has.
        FLAVORS,
        /// Planned maintenance.
        MAINTENANCE;

        /// Whether without it pools may be missing. Without another part only some of their facts are.
        public boolean listsPools() {
            return switch (this) {
                case V1_POOLS, V2_POOLS, WORKSPACES -> true;
                case METRICS, FLAVORS, MAINTENANCE -> false;
            };
        }
    }

    /// How reading it ended.
    public sealed interface State {
        /// It was read; of a list, see [Inventory#coverage] for whether it is whole.
        record Read() implements State {}

        /// The service has more of it than was read.
        ///
        /// @param entries
        ///            how many were read
        record ReadInPart(int entries) implements State {}

        /// The service does not have it (404): the other generation of the API is the whole list, and details
        /// are missing.
        record NotOffered(Cause cause) implements State {}

        /// It was not to be asked for.
        record NotAsked() implements State {}

        /// It could not be read.
        record Failed(Cause cause) implements State {}
    }

    /// Why something could not be read; who reads it knows more of it.
    public interface Cause {
    }

    /// Whether it was to be there and is not.
    public boolean hasFailed() {
        return state instanceof State.Failed;
    }
}
