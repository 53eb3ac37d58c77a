package poolscope.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Columns and order of the table.
///
/// Field ids are not checked here: an id that the catalogue does not know (a newer version wrote it) is kept and has no column; a
/// field that has no entry takes the table's own width and place.
///
/// @param columns
///            from left to right, each field once; empty: the table's own choice
/// @param sort
///            the first one decides, the next ones break ties, each field once; empty: the table's own order
public record TableLayout(List<Column> columns, List<SortBy> sort) {

    /// @param width
    ///            in px at a zoom of 100 %, kept within [#NARROWEST] and [#WIDEST]
    public record Column(String fieldId, double width, boolean shown) {
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
    }

    public static TableLayout defaults() {
        return new TableLayout(List.of(), List.of());
    }

    public TableLayout withColumns(List<Column> columns) {
        return new TableLayout(columns, sort);
    }

    public TableLayout withSort(List<SortBy> sort) {
        return new TableLayout(columns, sort);
    }

    private static <T> List<T> once(Collection<T> all, Function<T, String> id) {
        Map<String, T> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(id.apply(one), one));
        return List.copyOf(first.values());
    }
}
