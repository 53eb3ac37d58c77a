package poolscope.ui.pools;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Which places of the table are selected: a value of one bit a place, so that all of a million cost as little as one.
///
/// The anchor is where a range began that Shift extends; -1 when there is none.
public final class RowSet {
    /// Nothing.
    public static final RowSet NONE = new RowSet(new BitSet(), -1);

    private final BitSet places;
    private final int anchor;

    private RowSet(BitSet places, int anchor) {
        this.places = places;
        this.anchor = anchor;
    }

    /// One place alone; the anchor of ranges to come.
    public static RowSet only(int place) {
        return between(place, place);
    }

    /// These places; takes the set over.
    static RowSet of(BitSet places, int anchor) {
        return new RowSet(places, anchor);
    }

    /// The first so many places.
    public static RowSet all(int size) {
        var places = new BitSet(size);
        places.set(0, size);
        return new RowSet(places, size == 0 ? -1 : 0);
    }

    private static RowSet between(int anchor, int place) {
        var places = new BitSet();
        places.set(Math.min(anchor, place), Math.max(anchor, place) + 1);
        return new RowSet(places, anchor);
    }

    /// With that place added, or taken out again; it is the new anchor either way.
    public RowSet toggled(int place) {
        var next = copy();
        next.flip(place);
        return new RowSet(next, place);
    }

    /// Everything from the anchor to that place, and nothing else.
    public RowSet extendedTo(int place) {
        return between(anchor < 0 ? place : anchor, place);
    }

    /// What is selected, and everything from the anchor to that place.
    public RowSet widenedTo(int place) {
        var range = extendedTo(place);
        var next = copy();
        next.or(range.places);
        return new RowSet(next, range.anchor);
    }

    public boolean contains(int place) {
        return place >= 0 && places.get(place);
    }

    public int anchor() {
        return anchor;
    }

    public int size() {
        return places.cardinality();
    }

    public boolean isEmpty() {
        return places.isEmpty();
    }

    /// The places, ascending.
    public IntStream places() {
        return places.stream();
    }

    private BitSet copy() {
        return (BitSet) places.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSet that && anchor == that.anchor && places.equals(that.places);
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
