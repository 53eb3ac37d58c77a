package poolscope.api.v1;

/// How many requests a reading may take (P05). That comes from the rows that were seen, never from a number
/// beside them.
final class RequestBudget {
    /// For each answer that brought rows: itself, a step beside it and the proof of that step.
    private static final int A_PAGE = 3;
    /// To find out what `offset` means, and to find the place again in a list that changes.
    private static final int BESIDE = 60;

    private int requests;
    private int pages;
    private int most;

    /// One request was answered.
    ///
    /// @param rows
    ///            how many rows with an id are known now. One without may be the same each time
    void spend(int rows) {
        requests++;
        if (rows > most) pages++;
        most = Math.max(most, rows);
    }

    /// One request was answered whose answer was not taken.
    void repeat() {
        requests++;
    }

    int requests() {
        return requests;
    }

    boolean isSpent() {
        return requests >= pages * A_PAGE + BESIDE;
    }
}
