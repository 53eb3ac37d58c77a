package poolscope.api.v1;

/// Limits the number of requests of a read (P05). The limit follows from the rows that were read, never from a number
/// that the service sends.
final class ReadRequestLimit {
    /// For each page that brought rows: itself, a page without overlap, and the check of that page.
    private static final int PER_PAGE = 3;
    /// To find out what `offset` means, and to find the position again in a list that changes.
    private static final int EXTRA = 60;

    private int requests;
    private int pages;
    private int mostRows;

    /// One response was processed.
    ///
    /// @param rows
    ///            number of known rows with an id; one without may be the same each time
    void spend(int rows) {
        requests++;
        if (rows > mostRows) pages++;
        mostRows = Math.max(mostRows, rows);
    }

    /// One response came that was not processed.
    void repeat() {
        requests++;
    }

    int requests() {
        return requests;
    }

    boolean isSpent() {
        return requests >= pages * PER_PAGE + EXTRA;
    }
}
