package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import poolscope.pool.PoolField;
import poolscope.pool.table.SortOrder;
import poolscope.settings.TableLayout;

/// Converts the remembered layout to the table's columns, and back. A field that the remembered layout does not name (a
/// newer version added it) is last and hidden; a name that is no field is dropped.
public final class TableLayoutColumns {
    private static final Set<PoolField> SHOWN_AT_FIRST = EnumSet.of(PoolField.NAME, PoolField.STATUS, PoolField.NODES,
            PoolField.CPU_CORES, PoolField.MEMORY, PoolField.ACCELERATORS, PoolField.SPECIFICATION,
            PoolField.CREATED_AT, PoolField.OWNER);
    /// Connection: shown while there are several. Free cards: shown while a service reports them. How free cards are
    /// distributed: shown while the nodes of a pool are known. Estimated end: shown while estimates are asked for.
    private static final Set<PoolField> AUTOMATIC = EnumSet.of(PoolField.CONNECTION, PoolField.FREE_ACCELERATORS,
            PoolField.LARGEST_FREE_BLOCK, PoolField.WHOLE_FREE_NODES, PoolField.ESTIMATED_END);

    /// One column: its field, width in pixels, whether it is shown, and whether it stays in sight when others
    /// scroll sideways.
    public record Column(PoolField field, double width, boolean shown, boolean pinned) {
        /// Whether the width is the usual one of the field, which the table fits to the content.
        public boolean isUsualWidth() {
            return Math.abs(width - widthOf(field)) < 0.5;
        }
    }

    private TableLayoutColumns() {}

    public static List<Column> of(TableLayout layout) {
        var columns = new ArrayList<Column>();
        var left = EnumSet.allOf(PoolField.class);
        for (var column : layout.columns())
            PoolField.ofId(column.fieldId())
                    .filter(left::remove)
                    .ifPresent(
                            field -> columns.add(new Column(field, column.width(), column.shown(), column.pinned())));
        boolean first = columns.isEmpty();
        for (var field : left)
            columns.add(new Column(field, widthOf(field), first && SHOWN_AT_FIRST.contains(field),
                    first && field == PoolField.NAME));
        // Pinned ones stand leftmost; the sort keeps the order of the rest.
        columns.sort(Comparator.comparing(column -> !column.pinned()));
        return columns;
    }

    /// The layout with these columns.
    public static TableLayout withColumns(TableLayout layout, List<Column> columns) {
        return withAllColumns(layout).withColumns(columns.stream().map(TableLayoutColumns::toSettings).toList());
    }

    /// The layout with these fields shown right of another one. None of them counts as chosen by the operator.
    public static TableLayout withShownBeside(PoolField other, List<PoolField> fields, TableLayout layout) {
        if (fields.isEmpty()) return layout;
        var columns = new ArrayList<>(of(layout).stream().filter(column -> !fields.contains(column.field())).toList());
        int place = columns.stream().map(Column::field).toList().indexOf(other) + 1;
        columns.addAll(place, fields.stream().map(field -> new Column(field, widthOf(field), true, false)).toList());
        return layout.withFittingColumns(columns.stream().map(TableLayoutColumns::toSettings).toList());
    }

    /// The layout with an automatic column shown or hidden, unless the operator showed or hid it before.
    ///
    /// @param field
    ///            one of [#AUTOMATIC]
    static TableLayout withAutomatic(TableLayout layout, PoolField field, boolean saysSomething) {
        var now = of(layout);
        if (isShown(layout, field) == saysSomething || layout.chosen().contains(field.id())) return layout;
        return layout.withFittingColumns(now.stream()
                .map(c -> toSettings(c.field() == field ? new Column(field, c.width(), saysSomething, c.pinned()) : c))
                .toList());
    }

    public static boolean areSortedAlike(TableLayout one, TableLayout other) {
        return one.sort().equals(other.sort()) || sortOf(one).equals(sortOf(other));
    }

    /// Whether the columns of two layouts look the same to the operator: their order, widths and visibility. A width
    /// may be off by the part of a pixel that a screen rounds away, and whether automatic columns are shown is not the
    /// operator's choice.
    public static boolean haveColumnsAlike(TableLayout one, TableLayout other) {
        var left = withAllColumns(one).columns();
        var right = withAllColumns(other).columns();
        var free = AUTOMATIC.stream()
                .map(PoolField::id)
                .filter(id -> !one.chosen().contains(id) && !other.chosen().contains(id))
                .toList();
        return IntStream.range(0, left.size()).allMatch(i -> areAlike(left.get(i), right.get(i), free));
    }

    /// @param free
    ///            ids of the columns that may be shown in one and not in the other
    private static boolean areAlike(TableLayout.Column one, TableLayout.Column other, List<String> free) {
        return one.fieldId().equals(other.fieldId()) && one.pinned() == other.pinned()
                && Math.abs(one.width() - other.width()) <= 1
                && (free.contains(one.fieldId()) || one.shown() == other.shown());
    }

    /// The same layout with every column listed.
    private static TableLayout withAllColumns(TableLayout layout) {
        return layout.withFittingColumns(of(layout).stream().map(TableLayoutColumns::toSettings).toList());
    }

    private static TableLayout.Column toSettings(Column column) {
        return new TableLayout.Column(column.field().id(), column.width(), column.shown(), column.pinned());
    }

    public static TableLayout withShown(TableLayout layout, PoolField field, boolean shown) {
        return withColumns(layout,
                of(layout).stream()
                        .map(c -> c.field() == field ? new Column(field, c.width(), shown, c.pinned()) : c)
                        .toList());
    }

    public static TableLayout withPinned(TableLayout layout, PoolField field, boolean pinned) {
        return withColumns(layout,
                of(layout).stream()
                        .map(c -> c.field() == field ? new Column(field, c.width(), c.shown(), pinned) : c)
                        .toList());
    }

    /// The layout in which two columns have changed places.
    public static TableLayout withSwapped(TableLayout layout, PoolField one, PoolField other) {
        var columns = new ArrayList<>(of(layout));
        var fields = columns.stream().map(Column::field).toList();
        Collections.swap(columns, fields.indexOf(one), fields.indexOf(other));
        return withColumns(layout, columns);
    }

    /// The layout with the columns of the first start; sort and grouping stay.
    public static TableLayout withoutColumns(TableLayout layout) {
        return new TableLayout(List.of(), layout.sort(), layout.grouping());
    }

    public static boolean isShown(TableLayout layout, PoolField field) {
        return of(layout).stream().anyMatch(column -> column.field() == field && column.shown());
    }

    public static boolean isPinned(TableLayout layout, PoolField field) {
        return of(layout).stream().anyMatch(column -> column.field() == field && column.pinned());
    }

    public static SortOrder sortOf(TableLayout layout) {
        return new SortOrder(layout.sort()
                .stream()
                .flatMap(by -> PoolField.ofId(by.fieldId())
                        .map(field -> new SortOrder.Key(field, by.descending()))
                        .stream())
                .toList());
    }

    static TableLayout withSort(TableLayout layout, SortOrder sortOrder) {
        return layout.withSort(sortOrder.keys()
                .stream()
                .map(key -> new TableLayout.SortBy(key.field().id(), key.descending()))
                .toList());
    }

    /// A width that the field's usual values fit in, in pixels at 100 %.
    public static double widthOf(PoolField field) {
        return switch (field.unit()) {
            case COUNT, CORES -> 84;
            case PORTION -> 116;
            case CARDS -> field == PoolField.ACCELERATORS ? 76 : 118;
            case MEBIBYTES -> 112;
            case STATUS -> 108;
            case TIME -> 144;
            case DAY -> 152;
            case ID -> 150;
            case TEXT -> field == PoolField.SPECIFICATION
                    ? 200
                    : field == PoolField.NAME ? 168 : field == PoolField.CONNECTION ? 136 : 100;
        };
    }
}
