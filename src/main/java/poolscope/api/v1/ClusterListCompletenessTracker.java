package poolscope.api.v1;

/// Compares the totals that the service reports with the rows that were read.
final class ClusterListCompletenessTracker {
    private long last = ClusterListPage.NOT_REPORTED;
    private long previous = ClusterListPage.NOT_REPORTED;
    private long beforePrevious = ClusterListPage.NOT_REPORTED;
    private long least = Long.MAX_VALUE;
    private long moved;
    private boolean noted;
    private boolean changed;
    private boolean doubtful;
    private boolean uncertainBoundary;

    /// A `total_count` smaller than the number of rows in the same response is ignored.
    void note(ClusterListPage<?> page) {
        boolean possible = page.total() >= page.entries().size();
        long total = possible ? page.total() : ClusterListPage.NOT_REPORTED;
        doubtful |= total == ClusterListPage.NOT_REPORTED || !page.countAgrees();
        changed |= noted && total != last;
        if (noted && total != ClusterListPage.NOT_REPORTED && last != ClusterListPage.NOT_REPORTED)
            moved += Math.abs(total - last);
        noted = true;
        beforePrevious = previous;
        previous = last;
        last = total;
        if (total != ClusterListPage.NOT_REPORTED) least = Math.min(least, total);
    }

    /// Rows are so much further up (below zero: down) than the meaning of `offset` and deleted rows explain. A shift
    /// larger than the totals explain makes that meaning doubtful.
    ///
    /// @param slack
    ///            rows that may come and go unnoticed between two responses
    void noteShift(long shift, int slack) {
        changed |= shift != 0;
        doubtful |= Math.abs(shift) > moved + slack;
    }

    /// How many rows came or went, according to the totals.
    long moved() {
        return moved;
    }

    /// At some page boundary a row may be missing among rows with equal sort keys, if the service orders them
    /// differently each time.
    void noteUncertainBoundary() {
        uncertainBoundary = true;
    }

    /// Whether rows came or went since the first response.
    boolean isChanged() {
        return changed;
    }

    long last() {
        return last;
    }

    boolean isNotReported() {
        return last == ClusterListPage.NOT_REPORTED;
    }

    /// A page that ends beyond the total shows that `offset` means something else.
    void noteEnd(long end) {
        doubtful |= !isNotReported() && end > last;
    }

    /// According to the rows, the list ends at this position.
    void noteLast(long end) {
        doubtful |= isNotReported() || end != last;
    }

    /// The list can't count as complete.
    void markDoubtful() {
        doubtful = true;
    }

    /// Whether a page that ends at this position includes the last row, according to the last total.
    boolean isReachedBy(long end) {
        return !isNotReported() && end >= last;
    }

    /// Whether the last three totals agree: before a page without overlap, with it, and with its check.
    boolean isUnchanged() {
        return previous == last && beforePrevious == last;
    }

    /// Whether nothing contradicts that the list is complete. Fewer rows than the total are allowed as far as the total
    /// grew: new rows may be in a part that was read before. An uncertain page boundary is allowed only if
    /// nothing changed.
    boolean isProvenBy(OverlappingPageAssembler<?> list) {
        boolean fits = list.duplicates() == 0 && !list.isDisordered() && !doubtful;
        boolean enough = isNotReported() || list.size() >= Math.min(least, last);
        return fits && enough && !(uncertainBoundary && changed);
    }
}
