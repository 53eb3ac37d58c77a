package poolscope.api.v1;

/// What the answers said of the list's length, and whether that fits what was read.
final class TotalCountTracker {
    private long last = ListPage.NOT_REPORTED;
    private long previous = ListPage.NOT_REPORTED;
    private long beforePrevious = ListPage.NOT_REPORTED;
    private long least = Long.MAX_VALUE;
    private long moved;
    private boolean noted;
    private boolean changed;
    private boolean doubtful;
    private boolean seamLoose;

    /// A `total_count` smaller than what the same answer holds is no total.
    void note(ListPage<?> answer) {
        boolean possible = answer.total() >= answer.entries().size();
        long total = possible ? answer.total() : ListPage.NOT_REPORTED;
        doubtful |= total == ListPage.NOT_REPORTED || !answer.countAgrees();
        changed |= noted && total != last;
        if (noted && total != ListPage.NOT_REPORTED && last != ListPage.NOT_REPORTED) moved += Math.abs(total - last);
        noted = true;
        beforePrevious = previous;
        previous = last;
        last = total;
        if (total != ListPage.NOT_REPORTED) least = Math.min(least, total);
    }

    /// Rows stand so much further up than the meaning of `offset` and the rows deleted explain (further down, below
    /// zero). More than the total was seen to move, and a little, makes the meaning doubtful.
    ///
    /// @param slack
    ///            rows that may come and go unseen between two answers
    void noteShift(long shift, int slack) {
        changed |= shift != 0;
        doubtful |= Math.abs(shift) > moved + slack;
    }

    /// How many rows were seen to come or go, by the totals.
    long moved() {
        return moved;
    }

    /// At some seam a row may hide behind others that are sorted alike, if the service orders ties anew each time.
    void noteLooseSeam() {
        seamLoose = true;
    }

    /// Whether rows came or went since the first answer.
    boolean isChanged() {
        return changed;
    }

    long last() {
        return last;
    }

    boolean isUnsaid() {
        return last == ListPage.NOT_REPORTED;
    }

    /// No window ends beyond the list: if this one does, the meaning of `offset` is another one.
    void noteEnd(long end) {
        doubtful |= !isUnsaid() && end > last;
    }

    /// The rows say that the list ends there.
    void noteLast(long end) {
        doubtful |= isUnsaid() || end != last;
    }

    /// Something speaks against the list being whole.
    void doubt() {
        doubtful = true;
    }

    /// Whether a window that ends there holds the last row, says the answer that brought it.
    boolean isReachedBy(long end) {
        return !isUnsaid() && end >= last;
    }

    /// Whether the last three answers agree: the one before a step, the step, and its verification.
    boolean isUnchanged() {
        return previous == last && beforePrevious == last;
    }

    /// Whether nothing speaks against the list being whole. Fewer rows than the total are in order only as far as the
    /// total was seen to grow: new rows may come where the list was read before. Rows sorted alike at a seam are in
    /// order only if nothing moved.
    boolean prove(ListAssembler<?> list) {
        boolean fits = list.duplicates() == 0 && !list.isDisordered() && !doubtful;
        boolean enough = isUnsaid() || list.size() >= Math.min(least, last);
        return fits && enough && !(seamLoose && changed);
    }
}
