package poolscope.api.v1;

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
    AnchoredClusterPaging<String> read() {
        var anchoredClusterPaging = new AnchoredClusterPaging<String>(PAGE);
        for (int request = 1; anchoredClusterPaging.next().isPresent(); request++) {
            event.accept(this, request);
            anchoredClusterPaging.accept(answer(anchoredClusterPaging.next().get()));
        }
        return anchoredClusterPaging;
    }

    private ClusterListPage<String> answer(PageRequest pageRequest) {
        long from = Math.min(items ? pageRequest.offset() : pageRequest.offset() * pageRequest.limit(), rows.size());
        var page = rows.subList((int) from, (int) Math.min(from + pageRequest.limit(), rows.size()));
        return new ClusterListPage<>(
                page.stream().map(row -> new ClusterListEntry<>(row, Long.parseLong(row.substring(4)), row)).toList(),
                rows.size(), true);
    }

    /// Rows that were there all the time and are not in the list.
    HashSet<String> lost(AnchoredClusterPaging<String> anchoredClusterPaging) {
        var lost = new HashSet<>(stable);
        anchoredClusterPaging.list().values().forEach(lost::remove);
        return lost;
    }
}
