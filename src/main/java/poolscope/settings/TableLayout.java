package poolscope.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Columns, order and groups of the table.
///
/// Field ids and the grouping are not checked here: an id that the catalogue does not know (a newer version wrote it) is
/// kept and has no column; a field that has no entry takes the table's own width and place.
///
/// @param columns
///            from left to right, each field once; empty: the table's own choice
/// @param sort
///            the first one decides, the next ones break ties, each field once; empty: the table's own order
/// @param grouping
///            the id of what the pools are grouped by, at most [#LONGEST_ID] characters, or [#UNGROUPED]
/// @param chosen
///            the fields whose columns the operator showed or hid; the table may show and hide the others as it
///            finds fit
public record TableLayout(List<Column> columns, List<SortBy> sort, String grouping, Set<String> chosen) {

    public static final String UNGROUPED = "";
    /// Characters of an id, of a field or a grouping, that is read again.
    public static final int LONGEST_ID = 200;

    /// @param width
    ///            in px at a zoom of 100 %, kept within [#NARROWEST] and [#WIDEST]
    /// @param pinned
    ///            whether it stays in sight when the table is scrolled sideways
    public record Column(String fieldId, double width, boolean shown, boolean pinned) {
        public static final double NARROWEST = 10;
        public static final double WIDEST = 10_000;

        public Column {
            width = Double.isNaN(width) ? NARROWEST : Math.clamp(width, NARROWEST, WIDEST);
        }

    }

    public record SortBy(String fieldId, boolean descending) {}

    public TableLayout {
        columns = once(columns, Column::fieldId);
        sort = once(sort, SortBy::fieldId);
        grouping = grouping.length() <= LONGEST_ID ? grouping : UNGROUPED;
        chosen = Collections.unmodifiableSet(new TreeSet<>(chosen));
    }

    /// A layout in which nobody has shown or hidden a column.
    public TableLayout(List<Column> columns, List<SortBy> sort, String grouping) {
        this(columns, sort, grouping, Set.of());
    }

    /// A layout without groups.
    public TableLayout(List<Column> columns, List<SortBy> sort) {
        this(columns, sort, UNGROUPED);
    }

    public static TableLayout defaults() {
        return new TableLayout(List.of(), List.of());
    }

    /// What the operator made of the columns: each that is shown or hidden now and was not before is chosen from
    /// now on.
    public TableLayout withColumns(List<Column> columns) {
        var more = new TreeSet<>(chosen);
        columns.stream()
                .filter(now -> column(now.fieldId()).filter(before -> before.shown() != now.shown()).isPresent())
                .map(Column::fieldId)
                .forEach(more::add);
        return new TableLayout(columns, sort, grouping, more);
    }

    /// What the table makes of the columns by itself: nothing is chosen by that.
    public TableLayout withFittingColumns(List<Column> columns) {
        return new TableLayout(columns, sort, grouping, chosen);
    }

    public TableLayout withSort(List<SortBy> sort) {
        return new TableLayout(columns, sort, grouping, chosen);
    }

    public TableLayout withGrouping(String grouping) {
        return new TableLayout(columns, sort, grouping, chosen);
    }

    private Optional<Column> column(String fieldId) {
        return columns.stream().filter(column -> column.fieldId().equals(fieldId)).findFirst();
    }

    private static <T> List<T> once(Collection<T> all, Function<T, String> id) {
        Map<String, T> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(id.apply(one), one));
        return List.copyOf(first.values());
    }
}
