package poolscope.api.v1;

import java.util.List;
import java.util.Optional;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.OffsetMeaning;
import poolscope.pool.Inventory.Reason;

/// Anchored paging: which window of the service's list to ask for next, and whether all of it has been read
/// (api-notes.md; P01 to P05). A state machine without time or network; the loop around it is dumb.
///
/// Every window overlaps what is known, so that what is new in it follows a known row *in the same answer*. Where no
/// window can overlap (one row a page, or a position that every size divides), the next page is asked for and then the
/// last known row again: if it stands where it stood and the total did not change, the seam holds.
///
/// What is read is decided by the rows: windows that bring nothing new end the reading, whatever `total_count` says. The
/// total only tells whether the list can be called whole.
final class AnchoredPaging<T> {
    /// Pages of fewer rows are too small to tell a change from another meaning of `offset`, or to hold a group of rows
    /// sorted alike: any change during the reading is flagged then.
    private static final int MIN_PAGE_FOR_TIES = 8;
    /// A list that hardly ever stands still is asked again and again; [RequestBudget] holds in any case.
    private static final int MAX_PROBES = 20;
    /// A list that moves can make it look so once or twice.
    private static final int IGNORED_OFTEN = 3;
    /// A total that moves although the rows stay in place, again and again, is no reason to doubt each seam. The list
    /// is flagged for it in any case.
    private static final int UNHELD_OFTEN = 3;

    private enum Phase {
        FIRST, PROBE, OVERLAP, STEP, VERIFY, END
    }

    private final int limit;
    private final ListAssembler<T> list = new ListAssembler<>();
    private final TotalCountTracker totalCountTracker = new TotalCountTracker();
    private Phase phase = Phase.FIRST;
    private PageRequest pageRequest;
    private int cap;
    private OffsetProbe probe;
    private int probes;
    private int ignored;
    private int unheld;
    /// How many rows were known when a wider window was asked for; once is enough, it may show no more of what
    /// lies beyond.
    private int widenedAt;
    /// How many rows had been seen to move when the question of the meaning was put.
    private long movedBefore;
    private Optional<OffsetMode> offsetMode = Optional.empty();
    /// Where the last known row stands in the service's list, as far as the last answer tells.
    private long edge;
    /// What was read beyond the edge, not yet proven to follow it.
    private List<ListEntry<T>> unproven = List.of();
    private final RequestBudget budget = new RequestBudget();
    /// The first page stood still between two questions, although the total moved: the total says nothing about the
    /// rows then.
    private boolean still;
    private Optional<Reason> reason = Optional.empty();

    AnchoredPaging(int limit) {
        this.limit = limit;
        this.cap = limit;
        this.pageRequest = new PageRequest(0, limit);
        this.probe = new OffsetProbe(1, 1);
    }

    /// What to ask for; empty at the end.
    Optional<PageRequest> next() {
        return phase == Phase.END ? Optional.empty() : Optional.of(pageRequest);
    }

    int requests() {
        return budget.requests();
    }

    /// The last `total_count`, [ListPage#NOT_REPORTED] without one.
    long expected() {
        return totalCountTracker.last();
    }

    ListAssembler<T> list() {
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

    /// One request was sent twice.
    void noteRepeat() {
        budget.repeat();
    }

    /// Ends the reading with what has been read.
    void end(Reason why) {
        reason = Optional.of(why);
        phase = Phase.END;
    }

    /// Takes the answer to [#next].
    void take(ListPage<T> answer) {
        totalCountTracker.note(answer);
        switch (phase) {
            case FIRST -> takeFirst(answer);
            case PROBE -> takeProbe(answer);
            case OVERLAP -> takeOverlap(answer, start());
            case STEP -> takeStep(answer);
            case VERIFY -> takeVerify(answer);
            case END -> throw new IllegalStateException("nothing was asked");
        }
        budget.spend(list.named());
        if (phase != Phase.END && budget.isSpent()) end(Reason.GAVE_UP);
    }

    private void takeFirst(ListPage<T> answer) {
        still = list.isExactly(answer.entries());
        list.clear();
        list.append(answer.entries());
        int size = answer.entries().size();
        edge = size - 1L;
        if (size == 0 || totalCountTracker.isReachedBy(size)) {
            finish();
            return;
        }
        if (size < pageRequest.limit()) cap = size;
        if (cap < MIN_PAGE_FOR_TIES) totalCountTracker.noteLooseSeam();
        if (offsetMode.isPresent()) {
            goOn();
        } else {
            movedBefore = totalCountTracker.moved();
            probe = new OffsetProbe((int) edge - back((int) edge), cap);
            ask(Phase.PROBE, probe.pageRequest());
        }
    }

    private void takeProbe(ListPage<T> answer) {
        long moved = still ? 0 : totalCountTracker.moved() - movedBefore;
        switch (probe.evaluate(list.startOf(answer.entries()), bringsNothing(answer), moved)) {
            case OffsetProbe.Finding.Means(OffsetMode found, long start) -> {
                offsetMode = Optional.of(found);
                if (still && totalCountTracker.moved() > movedBefore) totalCountTracker.doubt();
                if (start > edge) takeStep(answer);
                else
                    takeOverlap(answer, start);
            }
            case OffsetProbe.Finding.Ignored _ -> seemsIgnored(moved);
            case OffsetProbe.Finding.AskOn _ -> ask(Phase.PROBE, probe.pageRequest());
            case OffsetProbe.Finding.Unclear _ when bringsNothing(answer)
                    && (totalCountTracker.isUnsaid() || moved == 0) ->
                finishAt(list.size());
            case OffsetProbe.Finding.Unclear _ -> probeAgain();
        }
    }

    /// Whether there is nothing in the answer that could be told from what is known.
    private static boolean bringsNothing(ListPage<?> answer) {
        return answer.entries().stream().allMatch(listEntry -> listEntry.key() == null);
    }

    private void seemsIgnored(long moved) {
        if (moved == 0 || ++ignored >= IGNORED_OFTEN) end(Reason.OFFSET_IGNORED);
        else
            probeAgain();
    }

    /// The list moved under the question.
    private void probeAgain() {
        if (++probes >= MAX_PROBES) end(Reason.SEAM_UNPROVEN);
        else
            ask(Phase.FIRST, new PageRequest(0, limit));
    }

    private void takeOverlap(ListPage<T> answer, long start) {
        var found = list.find(answer.entries(), start == 0);
        if (found.isEmpty()) {
            rewind(answer, start);
            return;
        }
        var anchor = found.get();
        totalCountTracker.noteEnd(start + answer.entries().size());
        totalCountTracker.noteShift(anchor.position() - anchor.index() - start, cap / 8);
        var wider = meaning().around(Math.max(0, start + anchor.index() - back(anchor.position())), cap);
        if (anchor.tight()) gain(answer, start, anchor);
        else if (totalCountTracker.isChanged() && meaning().start(wider) < start && widenedAt != list.size()) {
            widenedAt = list.size();
            ask(Phase.OVERLAP, wider);
        } else {
            totalCountTracker.noteLooseSeam();
            gain(answer, start, anchor);
        }
    }

    private void gain(ListPage<T> answer, long start, ListAssembler.Anchor anchor) {
        var gain = list.absorb(answer.entries(), anchor, start == 0);
        int size = answer.entries().size();
        long end = start + size;
        edge = start + gain.last();
        boolean isShort = size < pageRequest.limit();
        if (totalCountTracker.isReachedBy(end) && (isShort || end == totalCountTracker.last())) finish();
        else if (isShort && gain.added() == 0) nothingNew(anchor, end);
        else
            goOn();
    }

    /// The answer was shorter than asked and all known: the list ends there, unless more than that is known. Then the
    /// service gives less than before.
    private void nothingNew(ListAssembler.Anchor anchor, long end) {
        if (edge < end) {
            finishAt(end);
            return;
        }
        cap = Math.max(1, anchor.index() + 1);
        if (cap < MIN_PAGE_FOR_TIES) totalCountTracker.noteLooseSeam();
        edge = list.size() - 1L;
        goOn();
    }

    /// Nothing known was found: so much was deleted that the window lies beyond. Go back; at the start, begin again.
    private void rewind(ListPage<T> answer, long start) {
        if (start == 0) {
            takeFirst(answer);
            return;
        }
        long back = start - Math.max(1, cap / 2);
        edge = Math.max(0,
                answer.entries().isEmpty() && !totalCountTracker.isUnsaid()
                        ? Math.min(back, totalCountTracker.last() - cap)
                        : back);
        ask(Phase.OVERLAP, meaning().around(edge, cap));
    }

    private void goOn() {
        int nameless = Math.min(list.withoutIdAtEnd(), list.size() - 1);
        long found = Math.max(0, edge - nameless);
        var overlapping = meaning().around(Math.max(0, found - back(list.size() - 1 - nameless)), cap);
        if (gainOf(overlapping) < Math.max(1, cap / 3)) overlapping = meaning().around(found, cap);
        if (gainOf(overlapping) > 0) ask(Phase.OVERLAP, overlapping);
        else
            ask(Phase.STEP, meaning().startingAt(edge + 1, cap));
    }

    private long gainOf(PageRequest overlapping) {
        return meaning().start(overlapping) + overlapping.limit() - edge - 1;
    }

    /// How far before a known row a window should begin: so far that it holds everything sorted like that row, and one
    /// more. Pages of fewer than eight rows have no room for that; there a row can hide if the service orders ties anew
    /// and the total stays equal.
    private int back(int position) {
        int most = cap < MIN_PAGE_FOR_TIES ? 0 : cap / 2;
        if (most == 0) return 0;
        int ties = list.tiesUpTo(position, most);
        return Math.min(position, ties > most ? 1 : ties);
    }

    private void takeStep(ListPage<T> answer) {
        if (answer.entries().isEmpty() && !totalCountTracker.isReachedBy(start())) {
            finishAt(start());
        } else if (answer.entries().isEmpty() || list.startOf(answer.entries()).isPresent()) {
            takeOverlap(answer, start());
        } else {
            unproven = answer.entries();
            ask(Phase.VERIFY, meaning().endingAt(edge + 1, pageRequest.limit()));
        }
    }

    private void takeVerify(ListPage<T> answer) {
        boolean inPlace = list.endsAlike(answer.entries()) && start() + answer.entries().size() == edge + 1;
        boolean holds = totalCountTracker.isUnchanged() || inPlace && ++unheld > UNHELD_OFTEN;
        if (!inPlace || !holds) {
            takeOverlap(answer, start());
            return;
        }
        list.append(unproven);
        totalCountTracker.noteLooseSeam();
        edge += unproven.size();
        if (totalCountTracker.isReachedBy(edge + 1)) finish();
        else
            goOn();
    }

    /// Nothing follows this position, say the rows.
    private void finishAt(long end) {
        totalCountTracker.noteLast(end);
        finish();
    }

    private void finish() {
        phase = Phase.END;
        if (!totalCountTracker.prove(list)) reason = Optional.of(Reason.COUNTS_DISAGREE);
        else if (list.unreadable() > 0) reason = Optional.of(Reason.UNREADABLE_ENTRIES);
    }

    private void ask(Phase next, PageRequest what) {
        phase = next;
        pageRequest = what;
    }

    private long start() {
        return meaning().start(pageRequest);
    }

    private OffsetMode meaning() {
        return offsetMode.orElse(OffsetMode.ITEM);
    }
}
