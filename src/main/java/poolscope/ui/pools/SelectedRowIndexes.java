package poolscope.ui.pools;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Which rows of the table are selected, by index; one bit per row, so that selecting a million rows is cheap.
///
/// The anchor is the row where a range starts that Shift extends; -1 when there is none.
public final class SelectedRowIndexes {
    /// No row.
    public static final SelectedRowIndexes NONE = new SelectedRowIndexes(new BitSet(), -1);

    private final BitSet places;
    private final int anchor;

    private SelectedRowIndexes(BitSet places, int anchor) {
        this.places = places;
        this.anchor = anchor;
    }

    /// One row alone, which is also the anchor.
    public static SelectedRowIndexes only(int place) {
        return between(place, place);
    }

    /// These rows; the caller must not change the bit set any more.
    static SelectedRowIndexes of(BitSet places, int anchor) {
        return new SelectedRowIndexes(places, anchor);
    }

    /// The first `size` rows.
    public static SelectedRowIndexes all(int size) {
        var places = new BitSet(size);
        places.set(0, size);
        return new SelectedRowIndexes(places, size == 0 ? -1 : 0);
    }

    private static SelectedRowIndexes between(int anchor, int place) {
        var places = new BitSet();
        places.set(Math.min(anchor, place), Math.max(anchor, place) + 1);
        return new SelectedRowIndexes(places, anchor);
    }

    /// With this row added, or removed; it is the new anchor either way.
    public SelectedRowIndexes toggled(int place) {
        var next = copy();
        next.flip(place);
        return new SelectedRowIndexes(next, place);
    }

    /// The range from the anchor to this row alone.
    public SelectedRowIndexes extendedTo(int place) {
        return between(anchor < 0 ? place : anchor, place);
    }

    /// With the range from the anchor to this row added.
    public SelectedRowIndexes widenedTo(int place) {
        var range = extendedTo(place);
        var next = copy();
        next.or(range.places);
        return new SelectedRowIndexes(next, range.anchor);
    }

    public boolean contains(int place) {
        return place >= 0 && places.get(place);
    }

    public int size() {
        return places.cardinality();
    }

    /// Row indexes, ascending.
    public IntStream places() {
        return places.stream();
    }

    private BitSet copy() {
        return (BitSet) places.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SelectedRowIndexes that && anchor == that.anchor && places.equals(that.places);
    }

    @Override
    public int hashCode() {
        return 31 * places.hashCode() + anchor;
    }

    @Override
    public String toString() {
        return places + " from " + anchor;
    }
}
