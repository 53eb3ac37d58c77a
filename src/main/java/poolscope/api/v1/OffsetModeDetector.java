package poolscope.api.v1;

import java.util.OptionalLong;

/// Finds out what `offset` means by requesting pages that overlap the known rows, so that each probe also brings new
/// rows (P03).
///
/// Let `m` be a position near the end of the known rows. If `offset = m` begins with the row at `m`, `offset` counts
/// items. If `offset = 1, limit = m` does, it counts pages from 0; if `offset = 2, limit = m` does, pages from 1. If
/// each of them begins with the first known row, `offset` is ignored.
final class OffsetModeDetector {

    /// The result of one probe.
    sealed interface Finding {
        /// The meaning, and the position at which the page began.
        record Means(OffsetMode offsetMode, long start) implements Finding {}

        /// The service ignores `offset`.
        record Ignored() implements Finding {}

        /// Another probe is needed: see [OffsetModeDetector#pageRequest].
        record AskAgain() implements Finding {}

        /// The list changed too much to decide.
        record Unclear() implements Finding {}
    }

    private enum Question {
        ITEM, PAGE_FROM_0, PAGE_FROM_1
    }

    private final int position;
    private final int cap;
    private Question question;

    /// @param position
    ///            position near the end of the known rows; 0 when only one row is known
    /// @param cap
    ///            the largest page that the service returns
    OffsetModeDetector(int position, int cap) {
        this.position = position;
        this.cap = cap;
        // with one row a page, items and pages from 0 are the same
        this.question = position == 0 ? Question.PAGE_FROM_0 : Question.ITEM;
    }

    PageRequest pageRequest() {
        int overlapping = Math.max(1, Math.min(position, cap));
        return switch (question) {
            case ITEM -> new PageRequest(position, cap);
            case PAGE_FROM_0 -> new PageRequest(1, overlapping);
            case PAGE_FROM_1 -> new PageRequest(2, overlapping);
        };
    }

    /// @param start
    ///            the position at which the page seems to begin; empty when it has no known row
    /// @param isEmpty
    ///            whether no row of the page has an id
    /// @param moved
    ///            how many rows came or went since the known rows were read: any row may have moved that far
    Finding evaluate(OptionalLong start, boolean isEmpty, long moved) {
        if (position == 0) return moved > 0 ? new Finding.Unclear() : evaluateSingleRow(start.isPresent(), isEmpty);
        return switch (question) {
            case ITEM -> {
                if (beginsAt(position, start, moved, 0)) yield new Finding.Means(OffsetMode.ITEM, position);
                yield askAgain(beginsAt(0, start, moved, position) ? Question.PAGE_FROM_1 : Question.PAGE_FROM_0,
                        moved);
            }
            case PAGE_FROM_0 -> {
                if (beginsAt(position, start, moved, 1)) yield new Finding.Means(OffsetMode.PAGE_FROM_0, position);
                yield start.isEmpty() ? new Finding.Unclear() : askAgain(Question.PAGE_FROM_1, moved);
            }
            case PAGE_FROM_1 -> {
                if (beginsAt(position, start, moved, 2)) yield new Finding.Means(OffsetMode.PAGE_FROM_1, position);
                yield start.equals(OptionalLong.of(0)) ? new Finding.Ignored() : new Finding.Unclear();
            }
        };
    }

    private Finding evaluateSingleRow(boolean isKnown, boolean isEmpty) {
        if (isEmpty) return new Finding.Unclear();
        return switch (question) {
            case ITEM, PAGE_FROM_0 ->
                isKnown ? askAgain(Question.PAGE_FROM_1, 0) : new Finding.Means(OffsetMode.ITEM, 1);
            case PAGE_FROM_1 -> isKnown ? new Finding.Ignored() : new Finding.Means(OffsetMode.PAGE_FROM_1, 1);
        };
    }

    /// When more rows came or went than lie between the two positions, no page can distinguish the meanings.
    private Finding askAgain(Question next, long moved) {
        if (moved > 0 && moved >= position) return new Finding.Unclear();
        question = next;
        return new Finding.AskAgain();
    }

    /// Whether a page begins where one meaning expects it, and not near the position of the closest other meaning. A
    /// few more rows may have come or gone than the totals show, so the positions must be further apart than that.
    private boolean beginsAt(long expected, OptionalLong start, long moved, long otherStart) {
        if (start.isEmpty()) return false;
        long slack = moved + position / 4;
        boolean near = Math.abs(start.getAsLong() - expected) <= slack;
        return near && (moved == 0 || Math.abs(start.getAsLong() - otherStart) > slack);
    }
}
