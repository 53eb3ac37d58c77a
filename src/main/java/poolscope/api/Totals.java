package poolscope.api;

/// What the answers said of the list's length, and whether that fits what was read.
final class Totals {
    private long first = ListAnswer.UNSAID;
    private long last = ListAnswer.UNSAID;
    private long previous = ListAnswer.UNSAID;
    private long beforePrevious = ListAnswer.UNSAID;
    private long least = Long.MAX_VALUE;
    private boolean noted;
    private boolean changed;
    private boolean doubtful;

    /// A `total_count` smaller than what the same answer holds is no total.
    void note(ListAnswer<?> answer) {
        boolean possible = answer.total() >= answer.entries().size();
        long total = possible ? answer.total() : ListAnswer.UNSAID;
        doubtful |= total == ListAnswer.UNSAID || !answer.countAgrees();
        if (!noted) first = total;
        changed |= noted && total != last;
        noted = true;
        beforePrevious = previous;
        previous = last;
        last = total;
        if (total != ListAnswer.UNSAID) least = Math.min(least, total);
    }

    /// Rows stand elsewhere than they stood.
    void noteShift(boolean shifted) {
        changed |= shifted;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    boolean isUnsaid() {
        return last == ListAnswer.UNSAID;
    }

    /// Whether a window that ends there holds the last row, says the answer that brought it.
    boolean isReachedBy(long end) {
        return !isUnsaid() && end >= last;
    }

    /// Whether the last three answers agree: the one before a step, the step, and its verification.
    boolean held() {
        return previous == last && beforePrevious == last;
    }

    /// Whether nothing speaks against the list being whole. Fewer rows than the total are in order only as far as the total was
    /// seen to grow: new rows come at the start, which was read before. Rows sorted alike at a seam are in order only if
    /// nothing moved.
    boolean prove(ReadList<?> list) {
        boolean fits = list.duplicates() == 0 && !list.isDisordered() && !doubtful;
        boolean enough = isUnsaid() || list.size() >= Math.min(least, last);
        return fits && enough && !(list.isSeamTied() && changed);
    }
}
