package poolscope.api.v1;

import java.util.OptionalLong;

/// Finds out what `offset` means by asking for windows that overlap what is known, so that each question also brings
/// rows (P03).
///
/// Let `m` be a position near the end of what is known. The row from there at the start of `offset = m` says: items. At
/// the start of `offset = 1, limit = m` it says: pages from 0, of `offset = 2, limit = m`: pages from 1. The first known
/// row everywhere says: not looked at.
final class OffsetProbe {

    /// What an answer says of the meaning.
    sealed interface Finding {
        /// The meaning, and the position at which the answer began.
        record Means(OffsetMode offsetMode, long start) implements Finding {}

        /// `offset` is not looked at.
        record Ignored() implements Finding {}

        /// Another question is needed: see [OffsetProbe#pageRequest].
        record AskOn() implements Finding {}

        /// The list changed too much to tell.
        record Unclear() implements Finding {}
    }

    private enum Question {
        ITEM, PAGE_FROM_0, PAGE_FROM_1
    }

    private final int middle;
    private final int cap;
    private Question question;

    /// @param middle
    ///            the position; 0 when only one row is known
    /// @param cap
    ///            the largest window the service gives
    OffsetProbe(int middle, int cap) {
        this.middle = middle;
        this.cap = cap;
        // with one row a page, items and pages from 0 are the same
        this.question = middle == 0 ? Question.PAGE_FROM_0 : Question.ITEM;
    }

    PageRequest pageRequest() {
        int overlapping = Math.max(1, Math.min(middle, cap));
        return switch (question) {
            case ITEM -> new PageRequest(middle, cap);
            case PAGE_FROM_0 -> new PageRequest(1, overlapping);
            case PAGE_FROM_1 -> new PageRequest(2, overlapping);
        };
    }

    /// @param start
    ///            the position at which the answer seems to begin; empty when it holds nothing known
    /// @param isEmpty
    ///            whether the answer holds nothing that has an id
    /// @param moved
    ///            how many rows were seen to come or go since what is known was read: so far may any row have moved
    Finding evaluate(OptionalLong start, boolean isEmpty, long moved) {
        if (middle == 0) return moved > 0 ? new Finding.Unclear() : judgeSingle(start.isPresent(), isEmpty);
        return switch (question) {
            case ITEM -> {
                if (isAt(middle, start, moved, 0)) yield new Finding.Means(OffsetMode.ITEM, middle);
                yield askOn(isAt(0, start, moved, middle) ? Question.PAGE_FROM_1 : Question.PAGE_FROM_0, moved);
            }
            case PAGE_FROM_0 -> {
                if (isAt(middle, start, moved, 1)) yield new Finding.Means(OffsetMode.PAGE_FROM_0, middle);
                yield start.isEmpty() ? new Finding.Unclear() : askOn(Question.PAGE_FROM_1, moved);
            }
            case PAGE_FROM_1 -> {
                if (isAt(middle, start, moved, 2)) yield new Finding.Means(OffsetMode.PAGE_FROM_1, middle);
                yield start.equals(OptionalLong.of(0)) ? new Finding.Ignored() : new Finding.Unclear();
            }
        };
    }

    private Finding judgeSingle(boolean isKnown, boolean isEmpty) {
        if (isEmpty) return new Finding.Unclear();
        return switch (question) {
            case ITEM, PAGE_FROM_0 -> isKnown ? askOn(Question.PAGE_FROM_1, 0) : new Finding.Means(OffsetMode.ITEM, 1);
            case PAGE_FROM_1 -> isKnown ? new Finding.Ignored() : new Finding.Means(OffsetMode.PAGE_FROM_1, 1);
        };
    }

    /// Once more rows moved than lie between two meanings, no answer can tell them apart.
    private Finding askOn(Question next, long moved) {
        if (moved > 0 && moved >= middle) return new Finding.Unclear();
        question = next;
        return new Finding.AskOn();
    }

    /// Whether an answer begins where one meaning says, and not where the nearest other one (`rival`) says. A few rows
    /// may have come and gone unseen besides those that were seen to: a meaning is believed only while that explains
    /// nothing else.
    private boolean isAt(long expected, OptionalLong start, long moved, long rival) {
        if (start.isEmpty()) return false;
        long slack = moved + middle / 4;
        boolean near = Math.abs(start.getAsLong() - expected) <= slack;
        return near && (moved == 0 || Math.abs(start.getAsLong() - rival) > slack);
    }
}
