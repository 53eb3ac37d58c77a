package poolscope.api.v2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory.Reason;

/// Assembles a list from its pages. It continues only while the service names a new page and the last one brought
/// something new, so that no response can make it endless. An item that comes twice is kept once.
public final class V2PagedListAssembler<T> {
    /// Enough for the largest list conceivable in pages of 500.
    static final int MAX_PAGES = 1000;

    /// How far the list has been read.
    public enum State {
        /// There are more pages.
        IN_PROGRESS,
        /// The service named no other page, and its total, if any, was reached.
        COMPLETE,
        /// The service names another page, but the last one brought nothing new.
        NOTHING_NEW,
        /// The last page brought something new, but the service names a page that was read already.
        TOKEN_REPEATED,
        /// The service reports more items than it returned.
        FEWER_THAN_TOTAL,
        /// There were too many pages.
        TOO_MANY_PAGES
    }

    /// The next page.
    ///
    /// @param token
    ///            `continue`; empty when the page is requested by its offset
    /// @param offset
    ///            items read so far
    public record Position(String token, int offset) {
        /// The first page.
        public static final Position START = new Position("", 0);
    }

    private final Function<T, FieldValue> key;
    private final boolean usesOffset;
    private final int maxPages;
    private final Map<String, T> byKey = new LinkedHashMap<>();
    private final List<T> withoutKey = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private int received;
    private int pages;
    private int unreadable;
    private State state = State.IN_PROGRESS;
    private Optional<Position> next = Optional.of(Position.START);

    private V2PagedListAssembler(Function<T, FieldValue> key, boolean hasOffset, int maxPages) {
        this.key = key;
        this.usesOffset = hasOffset;
        this.maxPages = maxPages;
    }

    /// A list that is continued by `metadata.continue` alone.
    ///
    /// @param key
    ///            identifies an item; an item without key is kept each time
    public static <T> V2PagedListAssembler<T> byToken(Function<T, FieldValue> key) {
        return new V2PagedListAssembler<>(key, false, MAX_PAGES);
    }

    /// A list that is continued by `metadata.continue` where there is one, and otherwise by the number of items read.
    public static <T> V2PagedListAssembler<T> byOffset(Function<T, FieldValue> key) {
        return byOffset(key, MAX_PAGES);
    }

    /// The same with at most this many pages.
    public static <T> V2PagedListAssembler<T> byOffset(Function<T, FieldValue> key, int maxPages) {
        return new V2PagedListAssembler<>(key, true, maxPages);
    }

    /// The page to request; empty at the end.
    public Optional<Position> next() {
        return next;
    }

    public State state() {
        return state;
    }

    /// Why what was read may not be the whole list; empty when it is. A list in progress was not allowed to go on.
    public Optional<Reason> gap() {
        return switch (state) {
            case COMPLETE, NOTHING_NEW -> Optional.empty();
            case FEWER_THAN_TOTAL -> Optional.of(Reason.COUNTS_DISAGREE);
            case TOKEN_REPEATED, TOO_MANY_PAGES -> Optional.of(Reason.ENDLESS);
            case IN_PROGRESS -> Optional.of(Reason.TOO_LARGE);
        };
    }

    /// Number of items so far that are no JSON objects.
    public int unreadable() {
        return unreadable;
    }

    /// Number of items that came more than once.
    public int duplicates() {
        return received - size();
    }

    /// Number of [#items].
    public int size() {
        return byKey.size() + withoutKey.size();
    }

    /// Each item once, in the order of first appearance; those without a key come last.
    public List<T> items() {
        var all = new ArrayList<>(byKey.values());
        all.addAll(withoutKey);
        return List.copyOf(all);
    }

    /// Processes the response to [#next].
    public void accept(V2ItemPage<T> page) {
        pages++;
        received += page.items().size();
        unreadable += page.unreadable();
        boolean broughtNew = false;
        for (var item : page.items())
            broughtNew |= add(item);
        state = stateAfter(page, broughtNew);
        next = state == State.IN_PROGRESS
                ? Optional.of(new Position(page.next(), received + unreadable))
                : Optional.empty();
    }

    private boolean add(T item) {
        if (key.apply(item) instanceof FieldValue.Text(String text)) return byKey.putIfAbsent(text, item) == null;
        // an item without key may be a repeated one, so it is no proof of new items
        return withoutKey.add(item) && pages == 1;
    }

    private State stateAfter(V2ItemPage<T> page, boolean broughtNew) {
        boolean isContinued = !page.next().isEmpty();
        boolean hasMore = page.total() > size() + unreadable;
        if (!isContinued && !hasMore) return State.COMPLETE;
        if (!isContinued && !usesOffset) return State.FEWER_THAN_TOTAL;
        if (!broughtNew) return hasMore ? State.FEWER_THAN_TOTAL : State.NOTHING_NEW;
        if (isContinued && !tokens.add(page.next())) return State.TOKEN_REPEATED;
        return pages >= maxPages ? State.TOO_MANY_PAGES : State.IN_PROGRESS;
    }
}
