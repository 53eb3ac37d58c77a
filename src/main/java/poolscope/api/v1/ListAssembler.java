package poolscope.api.v1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What has been read of the service's list, in its order and without gaps, and the rules by which more is added.
///
/// Rows don't change their relative order: what they are sorted by is fixed, and so is the id. New ones may come
/// anywhere. So whatever follows a known row in one answer follows it in the list, and only what follows the last known
/// row can be missing (*Anchored paging* in api-notes.md).
final class ListAssembler<T> {
    private final List<@Nullable ListEntry<T>> slots = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int duplicates;
    private int pools;
    private boolean disordered;

    /// The known row with the highest position among those found again in an answer.
    ///
    /// @param index
    ///            in the answer
    /// @param position
    ///            in this list
    /// @param tight
    ///            whether the answer holds all rows that are sorted like it: then none of them can hide before it, even
    ///            if the service orders ties anew each time
    record Anchor(int index, int position, boolean tight) {}

    /// What an answer brought.
    ///
    /// @param last
    ///            where in the answer, or how far beyond it, the last row of this list stands
    /// @param added
    ///            rows that were new
    record Gain(int last, int added) {}

    /// Rows read, a row that came twice counted twice.
    int size() {
        return slots.size();
    }

    /// Different rows that have an id.
    int named() {
        return positions.size();
    }

    /// Different rows that could be read.
    int pools() {
        return pools;
    }

    int duplicates() {
        return duplicates;
    }

    int unreadable() {
        return (int) slots.stream().filter(listEntry -> listEntry != null && listEntry.value() == null).count();
    }

    /// Whether rows were seen in an order that can't be, when the order is fixed.
    boolean isDisordered() {
        return disordered;
    }

    /// The rows that could be read, each once.
    List<T> values() {
        var values = new ArrayList<T>(slots.size());
        for (var listEntry : slots)
            if (listEntry != null && listEntry.value() != null) values.add(listEntry.value());
        return values;
    }

    void clear() {
        slots.clear();
        positions.clear();
        duplicates = 0;
        pools = 0;
        disordered = false;
    }

    /// Adds rows of which it is known that they follow the last one. Of two rows with one id the last is kept.
    void append(List<ListEntry<T>> rows) {
        for (var row : rows) {
            if (row.key() != null) {
                Integer earlier = positions.put(row.key(), slots.size());
                if (earlier != null) {
                    slots.set(earlier, null);
                    duplicates++;
                    pools--;
                }
            }
            slots.add(row);
            if (row.value() != null) pools++;
        }
    }

    /// How far the first known row of an answer stands further down in the list than in the answer: where the
    /// answer begins.
    OptionalLong startOf(List<ListEntry<T>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Integer position = position(rows.get(i));
            if (position != null) return OptionalLong.of(position - i);
        }
        return OptionalLong.empty();
    }

    /// How many rows at the end have no id, so that they can't be found again.
    int withoutIdAtEnd() {
        int nameless = 0;
        while (nameless < slots.size() && hasNoId(slots.size() - 1 - nameless))
            nameless++;
        return nameless;
    }

    /// Whether the answer holds the rows of this list and nothing else, each with its id.
    boolean isExactly(List<ListEntry<T>> rows) {
        if (rows.isEmpty() || rows.size() != slots.size()) return false;
        for (int i = 0; i < rows.size(); i++) {
            Integer position = position(rows.get(i));
            if (position == null || position != i) return false;
        }
        return true;
    }

    /// Whether the answer ends with the last known row.
    boolean endsAlike(List<ListEntry<T>> rows) {
        if (rows.isEmpty() || slots.isEmpty()) return false;
        var last = slots.getLast();
        return last != null && java.util.Objects.equals(last.key(), rows.getLast().key());
    }

    /// @param fromStart
    ///            whether the answer begins at the list's start
    /// @return empty when nothing in the answer is known
    Optional<Anchor> find(List<ListEntry<T>> rows, boolean fromStart) {
        int index = -1;
        int position = -1;
        for (int i = 0; i < rows.size(); i++) {
            Integer known = position(rows.get(i));
            if (known != null && known > position) {
                index = i;
                position = known;
            }
        }
        return index < 0
                ? Optional.empty()
                : Optional.of(new Anchor(index, position, fromStart || isTight(rows, index)));
    }

    private boolean isTight(List<ListEntry<T>> rows, int index) {
        for (int i = 0; i < index; i++)
            if (position(rows.get(i)) != null && !isTied(rows.get(i), rows.get(index))) return true;
        return false;
    }

    /// How many rows up to this position are sorted like the one there; `most + 1` when there are more than `most`.
    int tiesUpTo(int position, int most) {
        int ties = 1;
        while (ties <= most && position - ties >= 0 && isTied(slots.get(position - ties), slots.get(position)))
            ties++;
        return ties;
    }

    /// Takes in an answer that overlaps what is known: appends what follows the anchor.
    ///
    /// @param fromStart
    ///            whether the answer begins at the list's start, where new rows are no surprise
    Gain absorb(List<ListEntry<T>> rows, Anchor anchor, boolean fromStart) {
        int index = anchor.index();
        var tail = rows.subList(index + 1, rows.size());
        tail = tail.subList(repeatedWithoutId(anchor.position(), tail), tail.size());
        int last = index + 1 < rows.size() ? rows.size() - 1 : index + slots.size() - 1 - anchor.position();
        append(tail);
        int added = tail.size() + adopt(rows.subList(0, index), fromStart);
        return new Gain(last, added);
    }

    /// Rows before the anchor are known, if the order is fixed. One that isn't was created at the list's start, or
    /// shows that the order is not fixed; it is kept in any case.
    private int adopt(List<ListEntry<T>> rows, boolean fromStart) {
        int highest = -1;
        var created = new ArrayList<ListEntry<T>>();
        var astray = new ArrayList<ListEntry<T>>();
        for (var row : rows) {
            Integer known = position(row);
            if (known != null) {
                disordered |= known <= highest;
                highest = known;
            } else if (row.key() != null) {
                (fromStart && highest < 0 ? created : astray).add(row);
            }
        }
        disordered |= !astray.isEmpty();
        append(astray);
        prepend(created);
        return created.size() + astray.size();
    }

    private void prepend(List<ListEntry<T>> rows) {
        if (rows.isEmpty()) return;
        var before = List.copyOf(rows);
        var after = new ArrayList<>(slots);
        slots.clear();
        slots.addAll(before);
        slots.addAll(after);
        positions.clear();
        pools += (int) before.stream().filter(listEntry -> listEntry.value() != null).count();
        for (int i = 0; i < slots.size(); i++) {
            var listEntry = slots.get(i);
            if (listEntry != null && listEntry.key() != null) positions.put(listEntry.key(), i);
        }
    }

    /// How many rows without id at the tail's beginning are those that already follow the anchor.
    private int repeatedWithoutId(int anchor, List<ListEntry<T>> tail) {
        int again = 0;
        while (again < tail.size() && tail.get(again).key() == null && hasNoId(anchor + 1 + again))
            again++;
        return again;
    }

    private boolean hasNoId(int position) {
        if (position >= slots.size()) return false;
        var listEntry = slots.get(position);
        return listEntry != null && listEntry.key() == null;
    }

    private @Nullable Integer position(ListEntry<T> row) {
        return row.key() == null ? null : positions.get(row.key());
    }

    private static boolean isTied(@Nullable ListEntry<?> a, @Nullable ListEntry<?> b) {
        return a == null || b == null || b.order() == ListEntry.UNORDERED || a.order() == ListEntry.UNORDERED
                || a.order() == b.order();
    }
}
