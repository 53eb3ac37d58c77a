package poolscope.api.v1;

import java.util.List;
import java.util.Optional;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.OffsetMeaning;
import poolscope.pool.Inventory.Reason;

/// Anchored paging: which page of the service's list to request next, and whether the whole list has been read
/// (api-notes.md; P01 to P05). A state machine without time or network: [ClusterListReader] sends the requests.
///
/// Every page overlaps the rows that are known, so that its new rows follow a known row *in the same response*. Where no
/// page can overlap (one row a page, or a position that every page size divides), the next page is requested and then
/// the last known row again: if that is still in its place and the total did not change, nothing is missing in between.
///
/// The rows decide what is read: pages that bring nothing new end the read, whatever `total_count` says. The total only
/// decides whether the list counts as complete.
final class AnchoredClusterPaging<T> {
    /// Pages of fewer rows can't distinguish a change of the list from another meaning of `offset`, and can't hold a
    /// group of rows with equal sort keys: any change during the read makes the result doubtful then.
    private static final int MIN_PAGE_FOR_TIES = 8;
    /// Attempts to find out the meaning of `offset` in a list that keeps changing.
    private static final int MAX_PROBES = 20;
    /// A changing list can look once or twice as if `offset` were ignored.
    private static final int MAX_IGNORED = 3;
    /// After so many totals that changed although the rows stayed in place, a changed total no longer invalidates a
    /// page boundary. The list counts as doubtful in any case.
    private static final int MAX_UNSTABLE_TOTALS = 3;

    private enum Phase {
        FIRST, PROBE, OVERLAP, STEP, VERIFY, END
    }

    private final int limit;
    private final OverlappingPageAssembler<T> list = new OverlappingPageAssembler<>();
    private final ClusterListCompletenessTracker clusterListCompletenessTracker = new ClusterListCompletenessTracker();
    private Phase phase = Phase.FIRST;
    private PageRequest pageRequest;
    private int cap;
    private OffsetModeDetector probe;
    private int probes;
    private int ignoredCount;
    private int unstableTotals;
    /// The number of known rows when a wider page was last requested; a second request would bring no more.
    private int widenedAt;
    /// [ClusterListCompletenessTracker#moved] when the probe of `offset` began.
    private long movedBefore;
    private Optional<OffsetMode> offsetMode = Optional.empty();
    /// Position of the last known row in the service's list, according to the last response.
    private long lastPosition;
    /// Rows after the last position, not yet proven to follow it directly.
    private List<ClusterListEntry<T>> unverified = List.of();
    private final ReadRequestLimit budget = new ReadRequestLimit();
    /// The first page was the same in two responses, although the total changed: the total is then no sign of
    /// moved rows.
    private boolean firstPageUnchanged;
    private Optional<Reason> reason = Optional.empty();

    AnchoredClusterPaging(int limit) {
        this.limit = limit;
        this.cap = limit;
        this.pageRequest = new PageRequest(0, limit);
        this.probe = new OffsetModeDetector(1, 1);
    }

    /// The page to request; empty at the end.
    Optional<PageRequest> next() {
        return phase == Phase.END ? Optional.empty() : Optional.of(pageRequest);
    }

    int requests() {
        return budget.requests();
    }

    /// The last `total_count`, [ClusterListPage#NOT_REPORTED] without one.
    long expected() {
        return clusterListCompletenessTracker.last();
    }

    OverlappingPageAssembler<T> list() {
        return list;
    }

    OffsetMeaning offsetMeaning() {
        if (reason.filter(r -> r == Reason.OFFSET_IGNORED).isPresent()) return OffsetMeaning.IGNORED;
        return offsetMode.map(OffsetMode::meaning).orElse(OffsetMeaning.NOT_ASKED);
    }

    Coverage coverage() {
        if (phase != Phase.END) return new Coverage.SoFar();
        return reason.<Coverage>map(Coverage.Incomplete::new).orElseGet(Coverage.Complete::new);
    }

    /// One request was sent a second time.
    void noteRepeat() {
        budget.repeat();
    }

    /// Ends the read with what has been read.
    void end(Reason why) {
        reason = Optional.of(why);
        phase = Phase.END;
    }

    /// Processes the response to [#next].
    void accept(ClusterListPage<T> page) {
        clusterListCompletenessTracker.note(page);
        switch (phase) {
            case FIRST -> acceptFirst(page);
            case PROBE -> acceptProbe(page);
            case OVERLAP -> acceptOverlap(page, start());
            case STEP -> acceptStep(page);
            case VERIFY -> acceptVerify(page);
            case END -> throw new IllegalStateException("nothing was asked");
        }
        budget.spend(list.withId());
        if (phase != Phase.END && budget.isSpent()) end(Reason.GAVE_UP);
    }

    private void acceptFirst(ClusterListPage<T> page) {
        firstPageUnchanged = list.holdsExactly(page.entries());
        list.clear();
        list.append(page.entries());
        int size = page.entries().size();
        lastPosition = size - 1L;
        if (size == 0 || clusterListCompletenessTracker.isReachedBy(size)) {
            finish();
            return;
        }
        if (size < pageRequest.limit()) cap = size;
        if (cap < MIN_PAGE_FOR_TIES) clusterListCompletenessTracker.noteUncertainBoundary();
        if (offsetMode.isPresent()) {
            requestNext();
        } else {
            movedBefore = clusterListCompletenessTracker.moved();
            probe = new OffsetModeDetector((int) lastPosition - overlapBefore((int) lastPosition), cap);
            request(Phase.PROBE, probe.pageRequest());
        }
    }

    private void acceptProbe(ClusterListPage<T> page) {
        long moved = firstPageUnchanged ? 0 : clusterListCompletenessTracker.moved() - movedBefore;
        switch (probe.evaluate(list.startOf(page.entries()), hasNoKeys(page), moved)) {
            case OffsetModeDetector.Finding.Means(OffsetMode found, long start) -> {
                offsetMode = Optional.of(found);
                if (firstPageUnchanged && clusterListCompletenessTracker.moved() > movedBefore)
                    clusterListCompletenessTracker.markDoubtful();
                if (start > lastPosition) acceptStep(page);
                else
                    acceptOverlap(page, start);
            }
            case OffsetModeDetector.Finding.Ignored _ -> onOffsetIgnored(moved);
            case OffsetModeDetector.Finding.AskAgain _ -> request(Phase.PROBE, probe.pageRequest());
            case OffsetModeDetector.Finding.Unclear _ when hasNoKeys(page)
                    && (clusterListCompletenessTracker.isNotReported() || moved == 0) ->
                finishAt(list.size());
            case OffsetModeDetector.Finding.Unclear _ -> probeAgain();
        }
    }

    /// Whether no row of the page has an id.
    private static boolean hasNoKeys(ClusterListPage<?> page) {
        return page.entries().stream().allMatch(clusterListEntry -> clusterListEntry.key() == null);
    }

    private void onOffsetIgnored(long moved) {
        if (moved == 0 || ++ignoredCount >= MAX_IGNORED) end(Reason.OFFSET_IGNORED);
        else
            probeAgain();
    }

    /// The list changed during the probe: starts again.
    private void probeAgain() {
        if (++probes >= MAX_PROBES) end(Reason.SEAM_UNPROVEN);
        else
            request(Phase.FIRST, new PageRequest(0, limit));
    }

    private void acceptOverlap(ClusterListPage<T> page, long start) {
        var found = list.find(page.entries(), start == 0);
        if (found.isEmpty()) {
            rewind(page, start);
            return;
        }
        var anchor = found.get();
        clusterListCompletenessTracker.noteEnd(start + page.entries().size());
        clusterListCompletenessTracker.noteShift(anchor.position() - anchor.index() - start, cap / 8);
        var wider = offsetModeOrItem().around(Math.max(0, start + anchor.index() - overlapBefore(anchor.position())),
                cap);
        if (anchor.holdsAllTies()) addOverlap(page, start, anchor);
        else if (clusterListCompletenessTracker.isChanged() && offsetModeOrItem().start(wider) < start
                && widenedAt != list.size()) {
            widenedAt = list.size();
            request(Phase.OVERLAP, wider);
        } else {
            clusterListCompletenessTracker.noteUncertainBoundary();
            addOverlap(page, start, anchor);
        }
    }

    private void addOverlap(ClusterListPage<T> page, long start, OverlappingPageAssembler.Anchor anchor) {
        var gain = list.addOverlapping(page.entries(), anchor, start == 0);
        int size = page.entries().size();
        long end = start + size;
        lastPosition = start + gain.last();
        boolean isShort = size < pageRequest.limit();
        if (clusterListCompletenessTracker.isReachedBy(end)
                && (isShort || end == clusterListCompletenessTracker.last()))
            finish();
        else if (isShort && gain.added() == 0) nothingNew(anchor, end);
        else
            requestNext();
    }

    /// The page was shorter than requested and had only known rows: the list ends there, unless more rows are known.
    /// Then the service returns smaller pages than before.
    private void nothingNew(OverlappingPageAssembler.Anchor anchor, long end) {
        if (lastPosition < end) {
            finishAt(end);
            return;
        }
        cap = Math.max(1, anchor.index() + 1);
        if (cap < MIN_PAGE_FOR_TIES) clusterListCompletenessTracker.noteUncertainBoundary();
        lastPosition = list.size() - 1L;
        requestNext();
    }

    /// The page has no known row: so many rows were deleted that it begins too late. Goes back; at the start,
    /// begins again.
    private void rewind(ClusterListPage<T> page, long start) {
        if (start == 0) {
            acceptFirst(page);
            return;
        }
        long back = start - Math.max(1, cap / 2);
        lastPosition = Math.max(0,
                page.entries().isEmpty() && !clusterListCompletenessTracker.isNotReported()
                        ? Math.min(back, clusterListCompletenessTracker.last() - cap)
                        : back);
        request(Phase.OVERLAP, offsetModeOrItem().around(lastPosition, cap));
    }

    private void requestNext() {
        int withoutId = Math.min(list.withoutIdAtEnd(), list.size() - 1);
        long found = Math.max(0, lastPosition - withoutId);
        var overlapping = offsetModeOrItem().around(Math.max(0, found - overlapBefore(list.size() - 1 - withoutId)),
                cap);
        if (newRowsIn(overlapping) < Math.max(1, cap / 3)) overlapping = offsetModeOrItem().around(found, cap);
        if (newRowsIn(overlapping) > 0) request(Phase.OVERLAP, overlapping);
        else
            request(Phase.STEP, offsetModeOrItem().startingAt(lastPosition + 1, cap));
    }

    private long newRowsIn(PageRequest overlapping) {
        return offsetModeOrItem().start(overlapping) + overlapping.limit() - lastPosition - 1;
    }

    /// How many rows before a known row a page should begin, to include all rows with an equal sort key and one more.
    /// Pages of fewer than eight rows are too small for that; there a row can be missed if the service changes the order
    /// of equal rows and the total stays the same.
    private int overlapBefore(int position) {
        int most = cap < MIN_PAGE_FOR_TIES ? 0 : cap / 2;
        if (most == 0) return 0;
        int ties = list.tiesUpTo(position, most);
        return Math.min(position, ties > most ? 1 : ties);
    }

    private void acceptStep(ClusterListPage<T> page) {
        if (page.entries().isEmpty() && !clusterListCompletenessTracker.isReachedBy(start())) {
            finishAt(start());
        } else if (page.entries().isEmpty() || list.startOf(page.entries()).isPresent()) {
            acceptOverlap(page, start());
        } else {
            unverified = page.entries();
            request(Phase.VERIFY, offsetModeOrItem().endingAt(lastPosition + 1, pageRequest.limit()));
        }
    }

    private void acceptVerify(ClusterListPage<T> page) {
        boolean inPlace = list.endsWithLastRow(page.entries()) && start() + page.entries().size() == lastPosition + 1;
        boolean holds = clusterListCompletenessTracker.isUnchanged()
                || inPlace && ++unstableTotals > MAX_UNSTABLE_TOTALS;
        if (!inPlace || !holds) {
            acceptOverlap(page, start());
            return;
        }
        list.append(unverified);
        clusterListCompletenessTracker.noteUncertainBoundary();
        lastPosition += unverified.size();
        if (clusterListCompletenessTracker.isReachedBy(lastPosition + 1)) finish();
        else
            requestNext();
    }

    /// According to the rows, the list ends at this position.
    private void finishAt(long end) {
        clusterListCompletenessTracker.noteLast(end);
        finish();
    }

    private void finish() {
        phase = Phase.END;
        if (!clusterListCompletenessTracker.isProvenBy(list)) reason = Optional.of(Reason.COUNTS_DISAGREE);
        else if (list.unreadable() > 0) reason = Optional.of(Reason.UNREADABLE_ENTRIES);
    }

    private void request(Phase next, PageRequest what) {
        phase = next;
        pageRequest = what;
    }

    private long start() {
        return offsetModeOrItem().start(pageRequest);
    }

    private OffsetMode offsetModeOrItem() {
        return offsetMode.orElse(OffsetMode.ITEM);
    }
}
