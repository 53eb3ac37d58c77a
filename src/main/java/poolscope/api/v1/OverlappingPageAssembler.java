package poolscope.api.v1;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The rows of the service's list that have been read, in its order and without gaps, and the rules for adding more.
///
/// Rows don't change their relative order, because sort key and id are fixed. New rows may appear anywhere. So whatever
/// follows a known row in one response follows it in the list, and only rows after the last known row can be missing
/// (*Anchored paging* in api-notes.md).
final class OverlappingPageAssembler<T> {
    private final List<@Nullable ClusterListEntry<T>> slots = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int duplicates;
    private int pools;
    private boolean disordered;

    /// The known row with the highest position among those found again in a page.
    ///
    /// @param index
    ///            in the page
    /// @param position
    ///            in this list
    /// @param holdsAllTies
    ///            whether the page holds all rows with an equal sort key: then none of them can be missing before it,
    ///            even if the service orders equal rows differently each time
    record Anchor(int index, int position, boolean holdsAllTies) {}

    /// What a page added.
    ///
    /// @param last
    ///            index of this list's last row in the page, or beyond its end
    /// @param added
    ///            number of new rows
    record Gain(int last, int added) {}

    /// Number of rows read; a row that came twice counts twice.
    int size() {
        return slots.size();
    }

    /// Number of different rows with an id.
    int withId() {
        return positions.size();
    }

    /// Number of different rows that could be read.
    int pools() {
        return pools;
    }

    int duplicates() {
        return duplicates;
    }

    int unreadable() {
        return (int) slots.stream()
                .filter(clusterListEntry -> clusterListEntry != null && clusterListEntry.value() == null)
                .count();
    }

    /// Whether rows came in an order that contradicts a fixed one.
    boolean isDisordered() {
        return disordered;
    }

    /// The rows that could be read, each once.
    List<T> values() {
        var values = new ArrayList<T>(slots.size());
        for (var clusterListEntry : slots)
            if (clusterListEntry != null && clusterListEntry.value() != null) values.add(clusterListEntry.value());
        return values;
    }

    void clear() {
        slots.clear();
        positions.clear();
        duplicates = 0;
        pools = 0;
        disordered = false;
    }

    /// Adds rows that are known to follow the last one. Of two rows with one id the later is kept.
    void append(List<ClusterListEntry<T>> rows) {
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

    /// The position in the list at which the page begins, by its first known row; empty when it has none.
    OptionalLong startOf(List<ClusterListEntry<T>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Integer position = position(rows.get(i));
            if (position != null) return OptionalLong.of(position - i);
        }
        return OptionalLong.empty();
    }

    /// How many rows at the end have no id, so that they can't be recognised in another page.
    int withoutIdAtEnd() {
        int withoutId = 0;
        while (withoutId < slots.size() && hasNoId(slots.size() - 1 - withoutId))
            withoutId++;
        return withoutId;
    }

    /// Whether the page has exactly the rows of this list, each with an id.
    boolean holdsExactly(List<ClusterListEntry<T>> rows) {
        if (rows.isEmpty() || rows.size() != slots.size()) return false;
        for (int i = 0; i < rows.size(); i++) {
            Integer position = position(rows.get(i));
            if (position == null || position != i) return false;
        }
        return true;
    }

    /// Whether the page ends with the last row of this list.
    boolean endsWithLastRow(List<ClusterListEntry<T>> rows) {
        if (rows.isEmpty() || slots.isEmpty()) return false;
        var last = slots.getLast();
        return last != null && java.util.Objects.equals(last.key(), rows.getLast().key());
    }

    /// @param fromStart
    ///            whether the page begins at the list's start
    /// @return empty when the page has no known row
    Optional<Anchor> find(List<ClusterListEntry<T>> rows, boolean fromStart) {
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
                : Optional.of(new Anchor(index, position, fromStart || holdsAllTies(rows, index)));
    }

    private boolean holdsAllTies(List<ClusterListEntry<T>> rows, int index) {
        for (int i = 0; i < index; i++)
            if (position(rows.get(i)) != null && !isTied(rows.get(i), rows.get(index))) return true;
        return false;
    }

    /// How many rows up to this position have an equal sort key; `most + 1` when there are more than `most`.
    int tiesUpTo(int position, int most) {
        int ties = 1;
        while (ties <= most && position - ties >= 0 && isTied(slots.get(position - ties), slots.get(position)))
            ties++;
        return ties;
    }

    /// Adds the rows of an overlapping page that follow the anchor.
    ///
    /// @param fromStart
    ///            whether the page begins at the list's start, where new rows are expected
    Gain addOverlapping(List<ClusterListEntry<T>> rows, Anchor anchor, boolean fromStart) {
        int index = anchor.index();
        var tail = rows.subList(index + 1, rows.size());
        tail = tail.subList(repeatedWithoutId(anchor.position(), tail), tail.size());
        int last = index + 1 < rows.size() ? rows.size() - 1 : index + slots.size() - 1 - anchor.position();
        append(tail);
        int added = tail.size() + addBeforeAnchor(rows.subList(0, index), fromStart);
        return new Gain(last, added);
    }

    /// Adds unknown rows before the anchor. With a fixed order they can only be new rows at the list's start; any other
    /// shows that the order is not fixed, and is added at the end.
    private int addBeforeAnchor(List<ClusterListEntry<T>> rows, boolean fromStart) {
        int highest = -1;
        var created = new ArrayList<ClusterListEntry<T>>();
        var outOfOrder = new ArrayList<ClusterListEntry<T>>();
        for (var row : rows) {
            Integer known = position(row);
            if (known != null) {
                disordered |= known <= highest;
                highest = known;
            } else if (row.key() != null) {
                (fromStart && highest < 0 ? created : outOfOrder).add(row);
            }
        }
        disordered |= !outOfOrder.isEmpty();
        append(outOfOrder);
        prepend(created);
        return created.size() + outOfOrder.size();
    }

    private void prepend(List<ClusterListEntry<T>> rows) {
        if (rows.isEmpty()) return;
        var before = List.copyOf(rows);
        var after = new ArrayList<>(slots);
        slots.clear();
        slots.addAll(before);
        slots.addAll(after);
        positions.clear();
        pools += (int) before.stream().filter(clusterListEntry -> clusterListEntry.value() != null).count();
        for (int i = 0; i < slots.size(); i++) {
            var clusterListEntry = slots.get(i);
            if (clusterListEntry != null && clusterListEntry.key() != null) positions.put(clusterListEntry.key(), i);
        }
    }

    /// How many rows without id at the beginning of the tail already follow the anchor.
    private int repeatedWithoutId(int anchor, List<ClusterListEntry<T>> tail) {
        int repeated = 0;
        while (repeated < tail.size() && tail.get(repeated).key() == null && hasNoId(anchor + 1 + repeated))
            repeated++;
        return repeated;
    }

    private boolean hasNoId(int position) {
        if (position >= slots.size()) return false;
        var clusterListEntry = slots.get(position);
        return clusterListEntry != null && clusterListEntry.key() == null;
    }

    private @Nullable Integer position(ClusterListEntry<T> row) {
        return row.key() == null ? null : positions.get(row.key());
    }

    private static boolean isTied(@Nullable ClusterListEntry<?> a, @Nullable ClusterListEntry<?> b) {
        return a == null || b == null || b.order() == ClusterListEntry.UNORDERED
                || a.order() == ClusterListEntry.UNORDERED || a.order() == b.order();
    }
}
