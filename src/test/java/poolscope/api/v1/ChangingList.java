package poolscope.api.v1;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// A service in memory whose list changes between two answers, and the oracle of P01: it knows what was there all
/// the time.
final class ChangingList {

    /// What the service makes of `offset`.
    enum Offset {
        ITEM, PAGE_FROM_0, PAGE_FROM_1, IGNORED
    }

    /// How the service sorts rows that were created in the same millisecond.
    enum Ties {
        NONE, BY_ID, ANEW
    }

    /// @param cap
    ///            most rows an answer
    /// @param descending
    ///            whether new rows come first
    /// @param change
    ///            chance of a change before each answer
    /// @param byName
    ///            whether the list is sorted by name, without regard to case: new rows come anywhere then
    record Manners(Offset offset, int cap, boolean descending, Ties ties, double change, boolean byName) {
        Manners(Offset offset, int cap, boolean descending, Ties ties, double change) {
            this(offset, cap, descending, ties, change, false);
        }

        Manners sorted(boolean byName, boolean descending) {
            return new Manners(offset, cap, descending, ties, change, byName);
        }
    }

    private record Row(String id, long createdAt, String name) {}

    /// Rows created in one millisecond.
    private static final int MOST_TIED = 3;

    private final Manners manners;
    private final Random random;
    private final Random names;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> stable = new HashSet<>();
    private final Set<String> ever = new HashSet<>();
    private List<Row> sorted = List.of();
    private long now = 1;
    private int born;
    private int tied;
    int requests;

    ChangingList(Manners manners, int size, long seed) {
        this.manners = manners;
        this.random = new Random(seed);
        this.names = new Random(~seed);
        for (int i = 0; i < size; i++)
            create();
        rows.forEach(row -> stable.add(row.id));
    }

    ClusterListPage<String> answer(PageRequest pageRequest) {
        requests++;
        if (requests > 1 && random.nextDouble() < manners.change) change();
        var sorted = sorted();
        int limit = Math.min(pageRequest.limit(), manners.cap);
        long start = Math.clamp(switch (manners.offset) {
            case ITEM -> pageRequest.offset();
            case PAGE_FROM_0 -> pageRequest.offset() * limit;
            case PAGE_FROM_1 -> Math.max(0, pageRequest.offset() - 1) * limit;
            case IGNORED -> 0;
        }, 0L, sorted.size());
        var page = sorted.subList((int) start, (int) Math.min(start + limit, sorted.size()));
        return new ClusterListPage<>(page.stream()
                .map(row -> new ClusterListEntry<>(row.id,
                        manners.byName ? ClusterSortKeyCalculator.ofName(row.name) : row.createdAt, row.id))
                .toList(), sorted.size(), true);
    }

    /// What is wrong with a list that claims to be whole.
    Optional<String> wrongWith(List<String> shown) {
        var set = new HashSet<>(shown);
        if (set.size() != shown.size()) return Optional.of("twice: " + (shown.size() - set.size()));
        if (!ever.containsAll(set)) return Optional.of("never existed");
        var lost = new HashSet<>(stable);
        lost.removeAll(set);
        return lost.isEmpty() ? Optional.empty() : Optional.of("lost: " + lost);
    }

    private List<Row> sorted() {
        if (sorted.isEmpty() || manners.ties == Ties.ANEW) sorted = sortedAnew();
        return sorted;
    }

    private List<Row> sortedAnew() {
        Comparator<Row> order = manners.byName
                ? Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER)
                : Comparator.comparing(Row::createdAt);
        if (manners.descending) order = order.reversed();
        if (manners.ties == Ties.ANEW) {
            Collections.shuffle(rows, random);
            return rows.stream().sorted(order).toList();
        }
        return rows.stream().sorted(order.thenComparing(Row::id)).toList();
    }

    private void change() {
        sorted = List.of();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> create();
            case 4, 5, 6, 7 -> delete();
            case 8, 9 -> {
                delete();
                create();
            }
            case 10 -> {
                for (int i = random.nextInt(30); i > 0; i--)
                    create();
            }
            default -> {
                for (int i = rows.size() * random.nextInt(4) / 6; i > 0; i--)
                    delete();
            }
        }
    }

    private void create() {
        tied = manners.ties == Ties.NONE || random.nextInt(3) > 0 || tied == MOST_TIED ? 1 : tied + 1;
        if (tied == 1 || manners.byName) now++;
        var row = new Row(String.format("%06d", born++), now, manners.byName ? name() : "");
        rows.add(row);
        ever.add(row.id);
    }

    /// Now and then the name of another row, in other letters.
    private String name() {
        var fresh = "pool " + names.nextInt(1_000_000) + "-" + born;
        if (manners.ties == Ties.NONE || rows.isEmpty() || names.nextInt(3) > 0) return fresh;
        var other = rows.get(names.nextInt(rows.size())).name;
        return rows.stream().filter(row -> row.name.equalsIgnoreCase(other)).count() < MOST_TIED
                ? swapCase(other)
                : fresh;
    }

    private static String swapCase(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return name.equals(upper) ? name.toLowerCase(Locale.ROOT) : upper;
    }

    private void delete() {
        if (rows.isEmpty()) return;
        var row = rows.remove(random.nextInt(rows.size()));
        stable.remove(row.id);
    }
}
