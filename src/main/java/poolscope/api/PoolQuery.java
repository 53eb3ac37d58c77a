package poolscope.api;

/// What is asked of the service. Never a filter: a status change would become an insertion between two pages (P11), and what the
/// service's filters mean is documented nowhere. Always the newest first (`sort_by=created_at`, `order=desc`), the document's
/// default.
///
/// @param limit
///            pools an answer, 1 to 1000; the service may give fewer (P04)
public record PoolQuery(int limit) {

    /// The document's default, a thousand pools an answer.
    public static final PoolQuery ALL = new PoolQuery(1000);

    public PoolQuery {
        if (limit < 1 || limit > 1000) throw new IllegalArgumentException("limit " + limit + " is not 1 to 1000");
    }
}
