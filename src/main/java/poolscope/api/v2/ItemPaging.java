package poolscope.api.v2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import poolscope.pool.Value;

/// Puts a list together from its pages. It goes on while the service names a new page and the last one brought
/// something new, so that no answer of the service can make it go on for ever. An item that comes twice is one item.
public final class ItemPaging<T> {
    /// Pages of 500 of the largest list that is thinkable.
    private static final int MOST_PAGES = 1000;

    /// How a list ended.
    public enum End {
        /// There are more pages.
        NOT_YET,
        /// The service named no other page, and its total, if any, was reached.
        COMPLETE,
        /// The service names another page, but the last one brought nothing new.
        NOTHING_NEW,
        /// The service says that there are more items than it gave.
        FEWER_THAN_TOTAL,
        /// There were too many pages.
        TOO_MANY_PAGES
    }

    /// Where to go on.
    ///
    /// @param token
    ///            `continue`; empty when the page is asked for by its offset
    /// @param offset
    ///            items read so far
    public record Position(String token, int offset) {
        /// The first page.
        public static final Position START = new Position("", 0);
    }

    private final Function<T, Value> key;
    private final boolean hasOffset;
    private final Map<String, T> byKey = new LinkedHashMap<>();
    private final List<T> withoutKey = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private int received;
    private int pages;
    private int unreadable;
    private End end = End.NOT_YET;
    private Optional<Position> next = Optional.of(Position.START);

    private ItemPaging(Function<T, Value> key, boolean hasOffset) {
        this.key = key;
        this.hasOffset = hasOffset;
    }

    /// A list that is continued by `metadata.continue` alone.
    ///
    /// @param key
    ///            identifies an item; an item without one is kept each time
    public static <T> ItemPaging<T> byToken(Function<T, Value> key) {
        return new ItemPaging<>(key, false);
    }

    /// A list that is continued by `metadata.continue` where there is one, and else by the number of items read.
    public static <T> ItemPaging<T> byOffset(Function<T, Value> key) {
        return new ItemPaging<>(key, true);
    }

    /// The page to ask for; empty at the end.
    public Optional<Position> next() {
        return next;
    }

    public End end() {
        return end;
    }

    /// Answers so far.
    public int pages() {
        return pages;
    }

    /// Items so far that are no JSON objects.
    public int unreadable() {
        return unreadable;
    }

    /// Items that came more than once.
    public int duplicates() {
        return received - byKey.size() - withoutKey.size();
    }

    /// Each item once, in the order in which they came first; those without a key come last.
    public List<T> items() {
        var all = new ArrayList<>(byKey.values());
        all.addAll(withoutKey);
        return List.copyOf(all);
    }

    /// The answer to [#next].
    public void take(ItemPage<T> page) {
        pages++;
        received += page.items().size();
        unreadable += page.unreadable();
        boolean broughtNew = false;
        for (var item : page.items())
            broughtNew |= add(item);
        end = endAfter(page, broughtNew);
        next = end == End.NOT_YET ? Optional.of(new Position(page.next(), received + unreadable)) : Optional.empty();
    }

    private boolean add(T item) {
        if (key.apply(item) instanceof Value.Text(String text)) return byKey.putIfAbsent(text, item) == null;
        // An item that can't be recognised is no proof that the list goes on
        return withoutKey.add(item) && pages == 1;
    }

    private End endAfter(ItemPage<T> page, boolean broughtNew) {
        boolean isContinued = !page.next().isEmpty();
        boolean hasMore = page.total() > byKey.size() + withoutKey.size() + unreadable;
        if (!isContinued && !hasMore) return End.COMPLETE;
        if (!isContinued && !hasOffset) return End.FEWER_THAN_TOTAL;
        boolean isNew = !isContinued || tokens.add(page.next());
        if (!broughtNew || !isNew) return isContinued ? End.NOTHING_NEW : End.FEWER_THAN_TOTAL;
        return pages >= MOST_PAGES ? End.TOO_MANY_PAGES : End.NOT_YET;
    }
}
