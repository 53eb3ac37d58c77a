package poolscope.api.signin;

/// Stops retries during an outage: each retry costs one token, each success returns half of one (P15). Shared by all
/// requests of a connection.
final class RetryBudget {
    private static final int CAPACITY = 20;
    private static final int COST = 2;

    private int tokens = CAPACITY;

    /// Pays for one more attempt.
    ///
    /// @return false when the budget is used up
    synchronized boolean spend() {
        if (tokens < COST) return false;
        tokens -= COST;
        return true;
    }

    synchronized void succeeded() {
        tokens = Math.min(CAPACITY, tokens + 1);
    }
}
