package poolscope.ui.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.ui.parts.ColumnWidthDistribution;
import poolscope.ui.parts.ColumnWidthDistribution.Demand;
import poolscope.ui.parts.ExactColumnWidth;
import poolscope.ui.pools.PoolsTableModel;
import poolscope.ui.pools.TableLayoutColumns;

/// Widths of columns in the table that there is: a column whose width the operator did not choose is as wide as its
/// content, or narrower where there is no room. A filter does not make them narrower: values are measured on all pools,
/// and of totals the widest so far counts.
final class PoolColumnWidthFitter {
    /// Space for the vertical scroll bar, in pixels at 100 %, also while there is none.
    private static final double SCROLL_BAR = 14;
    /// Minimum widths of cut texts, in pixels at 100 %.
    private static final double LEAST_NAME = 104;
    /// What a whole name leaves to the other columns, in pixels at 100 %: enough for those up to the accelerators.
    private static final double BESIDE_NAME = 520;
    private static final double LEAST_TEXT = 88;

    private final PoolsTableModel model;
    private final ColumnContentWidth measure;
    private final Map<PoolField, Double> contents = new EnumMap<>(PoolField.class);
    /// The widths of the widest totals so far, by field.
    private final Map<PoolField, Double> totals = new EnumMap<>(PoolField.class);
    /// The widths that were set last, by field.
    private final Map<PoolField, Double> applied = new EnumMap<>(PoolField.class);
    private double measuredAt = Double.NaN;
    private double room;

    PoolColumnWidthFitter(PoolsTableModel model, ColumnContentWidth measure) {
        this.model = model;
        this.measure = measure;
    }

    /// Sets the widths of all columns that are shown.
    ///
    /// @param columnOf
    ///            the column of a field
    /// @param tableWidth
    ///            in pixels, without columns that are not fields
    void apply(Function<PoolField, TableColumn<TableRowItem, ?>> columnOf, double tableWidth) {
        double scale = model.scale().getValue();
        if (scale != measuredAt) {
            contents.clear();
            totals.clear();
        }
        measuredAt = scale;
        var layout = TableLayoutColumns.of(model.layoutProperty().get())
                .stream()
                .filter(column -> columnOf.apply(column.field()).isVisible())
                .toList();
        room = tableWidth - SCROLL_BAR * scale;
        var widths = room <= 0
                ? layout.stream().map(column -> column.width() * scale).toList()
                : ColumnWidthDistribution.distribute(demands(layout, scale), room);
        applied.clear();
        for (int i = 0; i < layout.size(); i++) {
            double width = Math.floor(widths.get(i));
            ExactColumnWidth.set(columnOf.apply(layout.get(i).field()), width);
            applied.put(layout.get(i).field(), columnOf.apply(layout.get(i).field()).getWidth());
        }
    }

    /// Measures the contents again. A column only becomes wider by that, so that nothing moves at each refresh.
    ///
    /// @return whether a column has become wider
    boolean measureAgain() {
        if (model.arrangedPools().set().pools().isEmpty()) return false;
        if (contents.isEmpty()) return true;
        double scale = model.scale().getValue();
        boolean isWider = false;
        for (var field : List.copyOf(contents.keySet())) {
            double before = contents.getOrDefault(field, 0.0);
            double now = measured(field, scale);
            if (now <= before) continue;
            contents.put(field, now);
            isWider = true;
        }
        return isWider;
    }

    /// A total that is too wide for its column extends over the column before it, unless that has a total too.
    private List<Demand> demands(List<TableLayoutColumns.Column> layout, double scale) {
        var demands = new ArrayList<Demand>();
        boolean isAfterTotal = false;
        for (var column : layout) {
            double gap = demands.isEmpty() ? measure.markGap() : 0;
            demands.add(demand(column, scale, gap, isAfterTotal ? widestTotal(column.field()) : 0));
            isAfterTotal = column.field().isSummed();
        }
        return demands;
    }

    private double widestTotal(PoolField field) {
        return totals.merge(field, measure.total(field), Math::max);
    }

    /// Whether a total is wider than those that the columns have room for.
    boolean isAnyTotalWider() {
        return totals.entrySet().stream().anyMatch(one -> measure.total(one.getKey()) > one.getValue());
    }

    private Demand demand(TableLayoutColumns.Column column, double scale, double gap, double total) {
        if (!column.isUsualWidth()) return Demand.fixed(column.width() * scale);
        var field = column.field();
        double value = contents.containsKey(field) ? contents.getOrDefault(field, 0.0) : measured(field, scale);
        // an empty table has the usual widths, until there are pools
        if (!model.arrangedPools().set().pools().isEmpty()) contents.put(field, value);
        double header = measure.header(field) + gap;
        double content = Math.max(header, Math.max(value + gap, total));
        double least = switch (field.unit()) {
            case TEXT, ID -> Math.max(header, field == PoolField.NAME ? leastName(scale) : LEAST_TEXT * scale);
            case STATUS, COUNT, PORTION, CORES, MEBIBYTES, CARDS, TIME, DAY -> content;
        };
        return new Demand(least, content, column.width() * scale);
    }

    /// Names are shortened last: pools can't be told apart by a part of their names.
    private double leastName(double scale) {
        return Math.max(LEAST_NAME * scale, room - BESIDE_NAME * scale);
    }

    private double measured(PoolField field, double scale) {
        var set = model.arrangedPools().set();
        return set.pools().isEmpty()
                ? TableLayoutColumns.widthOf(field) * scale
                : measure.values(field, set.longestValues(field));
    }

    /// The width to remember for a column, in pixels at 100 %: the one that the operator chose, or the usual one.
    double toRemember(TableColumn<TableRowItem, ?> column, PoolField field) {
        double fitted = applied.getOrDefault(field, Double.NaN);
        return Math.abs(column.getWidth() - fitted) < 1
                ? TableLayoutColumns.of(model.layoutProperty().get())
                        .stream()
                        .filter(one -> one.field() == field)
                        .findFirst()
                        .map(TableLayoutColumns.Column::width)
                        .orElseGet(() -> TableLayoutColumns.widthOf(field))
                : column.getWidth() / model.scale().getValue();
    }
}
