package poolscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import poolscope.pool.PoolField;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.ui.pools.TableLayoutColumns.Column;

/// The columns of what a job asks for. While there is a demand, they are shown beside its result, right of the pinned
/// columns; the remembered layout stays as it is.
final class JobDemandColumns {
    private JobDemandColumns() {}

    /// The amounts that are asked for, free ones before allocatable ones.
    ///
    /// @param isFreeKnown
    ///            whether a service reports free amounts
    static List<PoolField> of(JobDemand demand, boolean isFreeKnown) {
        var fields = new ArrayList<PoolField>();
        for (var measure : FitResult.MEASURES) {
            if (measure == PoolField.AVAILABLE_NODES || !demand.asksFor(measure)) continue;
            if (isFreeKnown) fields.add(freeOf(measure));
            fields.add(measure);
        }
        return List.copyOf(fields);
    }

    private static PoolField freeOf(PoolField measure) {
        return switch (measure) {
            case ACCELERATORS -> PoolField.FREE_ACCELERATORS;
            case CPU_CORES -> PoolField.FREE_CPU_CORES;
            case MEMORY -> PoolField.FREE_MEMORY;
            default -> measure;
        };
    }

    /// The columns with these fields shown right of the pinned ones.
    static List<Column> inFront(List<PoolField> fields, List<Column> columns) {
        var ordered = new ArrayList<Column>();
        columns.stream().filter(column -> column.pinned() && !fields.contains(column.field())).forEach(ordered::add);
        for (var field : fields)
            columns.stream()
                    .filter(column -> column.field() == field)
                    .map(column -> new Column(field, column.width(), true, column.pinned()))
                    .forEach(ordered::add);
        columns.stream().filter(column -> !column.pinned() && !fields.contains(column.field())).forEach(ordered::add);
        return ordered;
    }

    /// The columns with these fields back where they are in the remembered layout, shown or hidden as there.
    static List<Column> back(List<PoolField> fields, List<Column> onScreen, List<Column> remembered) {
        var ordered = new ArrayList<>(onScreen.stream().filter(column -> !fields.contains(column.field())).toList());
        for (int i = 0; i < remembered.size(); i++) {
            var before = remembered.get(i);
            if (!fields.contains(before.field())) continue;
            double width = onScreen.stream()
                    .filter(column -> column.field() == before.field())
                    .mapToDouble(Column::width)
                    .findFirst()
                    .orElse(before.width());
            ordered.add(Math.min(i, ordered.size()),
                    new Column(before.field(), width, before.shown(), before.pinned()));
        }
        return ordered;
    }
}
