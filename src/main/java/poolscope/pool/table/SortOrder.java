package poolscope.pool.table;

import java.util.List;
import poolscope.pool.PoolField;

/// In what order pools stand: by the first key, ties by the next. Unknown values come last in both directions, and what
/// is still equal keeps the order in which the service sent it. No key at all means: as sent.
public record SortOrder(List<Key> keys) {

    /// One field and its direction.
    public record Key(PoolField field, boolean descending) {}

    /// As the service sent them.
    public static final SortOrder AS_SENT = new SortOrder(List.of());

    public SortOrder {
        keys = List.copyOf(keys);
    }

    /// By one field alone.
    public static SortOrder by(PoolField field, boolean descending) {
        return new SortOrder(List.of(new Key(field, descending)));
    }

    /// The place of a field among several keys, from 1; 0 for a field that is no key, and when there is only one key.
    public int placeAmongSeveral(PoolField field) {
        return keys.size() < 2 ? 0 : keys.stream().map(Key::field).toList().indexOf(field) + 1;
    }
}
