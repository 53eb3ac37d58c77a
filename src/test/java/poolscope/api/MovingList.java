package poolscope.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;

/// A list to which one thing happens between two pages. Newest first, ten rows a page.
final class MovingList {
    private static final int PAGE = 10;

    private final boolean items;
    private final BiConsumer<MovingList, Integer> event;
    final List<String> rows = new ArrayList<>();
    private final HashSet<String> stable;
    private int born;

    /// @param items
    ///            whether `offset` counts items, else pages
    /// @param event
    ///            happens before each answer, told its number from 1
    MovingList(boolean items, int size, BiConsumer<MovingList, Integer> event) {
        this.items = items;
        this.event = event;
        for (int i = 0; i < size; i++)
            create();
        this.stable = new HashSet<>(rows);
    }

    void create() {
        rows.addFirst("row " + born++);
    }

    /// As where the list is sorted by name, or the oldest first.
    void createAt(int position) {
        rows.add(Math.min(position, rows.size()), "row " + born++);
    }

    void delete(int position) {
        stable.remove(rows.remove(position));
    }

    /// Reads all of it.
    Paging<String> read() {
        var paging = new Paging<String>(PAGE);
        for (int request = 1; paging.next().isPresent(); request++) {
            event.accept(this, request);
            paging.take(answer(paging.next().get()));
        }
        return paging;
    }

    private ListAnswer<String> answer(Window window) {
        long from = Math.min(items ? window.offset() : window.offset() * window.limit(), rows.size());
        var page = rows.subList((int) from, (int) Math.min(from + window.limit(), rows.size()));
        return new ListAnswer<>(page.stream().map(row -> new Entry<>(row, Long.parseLong(row.substring(4)), row)).toList(), rows
                .size(), true);
    }

    /// Rows that were there all the time and are not in the list.
    HashSet<String> lost(Paging<String> paging) {
        var lost = new HashSet<>(stable);
        paging.list().values().forEach(lost::remove);
        return lost;
    }
}
