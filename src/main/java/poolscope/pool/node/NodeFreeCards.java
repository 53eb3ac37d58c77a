package poolscope.pool.node;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import poolscope.pool.FieldValue;

/// Which cards of a node are free, as far as that is known. Where the placement bits and the number of free cards
/// disagree, the number is right and no card is named.
public sealed interface NodeFreeCards {

    /// The bits and the number agree.
    ///
    /// @param free
    ///            indexes of the free cards from 0, ascending
    /// @param total
    ///            cards of the node
    record Known(List<Integer> free, int total) implements NodeFreeCards {
        public Known {
            free = List.copyOf(free);
        }

        public boolean isFree(int card) {
            return free.contains(card);
        }
    }

    /// Only the number of free cards is known, or not even that.
    record CountOnly(Why why) implements NodeFreeCards {}

    /// Why no card can be named.
    enum Why {
        /// The service sent no bits, as for GPUs.
        NO_BITS,
        /// What it sent are no bits, or fewer than there are cards.
        UNREADABLE,
        /// How many cards there are, or are free, is not known.
        NO_COUNT,
        /// The bits say another number of free cards than the number itself.
        CONFLICT
    }

    /// @param bits
    ///            text of `0` and `1`, the rightmost for the first card, 1 for taken
    static NodeFreeCards of(FieldValue bits, FieldValue total, FieldValue free) {
        if (bits instanceof FieldValue.Absent) return new CountOnly(Why.NO_BITS);
        if (!(bits instanceof FieldValue.Text(String text)) || !Bits.PATTERN.matcher(text).matches())
            return new CountOnly(Why.UNREADABLE);
        if (!(total instanceof FieldValue.Number(BigDecimal all))
                || !(free instanceof FieldValue.Number(BigDecimal idle)))
            return new CountOnly(Why.NO_COUNT);
        if (all.compareTo(BigDecimal.valueOf(text.length())) > 0) return new CountOnly(Why.UNREADABLE);
        int cards = all.intValue();
        var taken = Bits.taken(text);
        var named = IntStream.range(0, cards).filter(card -> !taken.get(card)).boxed().toList();
        // A taken card beyond the last one: which of the positions are cards is not known
        boolean agree = taken.length() <= cards && idle.compareTo(BigDecimal.valueOf(named.size())) == 0
                && all.compareTo(BigDecimal.valueOf(cards)) == 0;
        return agree ? new Known(named, cards) : new CountOnly(Why.CONFLICT);
    }

    /// Reads placement bits.
    final class Bits {
        private static final Pattern PATTERN = Pattern.compile("[01]{1,64}");

        private Bits() {}

        /// Indexes of the cards that these bits name; none when they are no bits.
        static BitSet taken(String text) {
            var taken = new BitSet();
            if (!PATTERN.matcher(text).matches()) return taken;
            for (int card = 0; card < text.length(); card++)
                taken.set(card, text.charAt(text.length() - 1 - card) == '1');
            return taken;
        }
    }
}
