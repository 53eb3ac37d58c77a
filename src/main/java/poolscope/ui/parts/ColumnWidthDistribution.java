package poolscope.ui.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Divides the width of the table among the columns whose width the operator did not choose. Columns further right give
/// up width first.
public final class ColumnWidthDistribution {
    /// The widths that suit one column, in pixels.
    ///
    /// @param least
    ///            the width below which the column is not usable
    /// @param content
    ///            the width in which the column's longest value and its header are shown whole
    /// @param usual
    ///            the width of the column without regard to its content
    public record Demand(double least, double content, double usual) {
        public Demand {
            least = Math.min(least, content);
        }

        /// The demand of a column that has this width and no other.
        public static Demand fixed(double width) {
            return new Demand(width, width, width);
        }
    }

    private ColumnWidthDistribution() {}

    /// The width of each column. Their sum is greater than the room when the least widths need more.
    ///
    /// @param columns
    ///            from left to right
    /// @param room
    ///            width for all of them, in pixels
    public static List<Double> distribute(List<Demand> columns, double room) {
        double spare = room - columns.stream().mapToDouble(Demand::content).sum();
        if (spare >= 0) return widened(columns, spare);
        var widths = new ArrayList<>(columns.stream().map(Demand::content).toList());
        double missing = shrink(widths, columns, column -> Math.max(column.least(), column.usual()), -spare);
        if (shrink(widths, columns, Demand::least, missing) > 0) useLastPart(widths, columns, room);
        return widths;
    }

    /// Gives the width of a column that is partly in sight to those before it, from the left, up to their content: the
    /// table scrolls in any case, and a part of a column is of no use while names are cut.
    private static void useLastPart(List<Double> widths, List<Demand> columns, double room) {
        double spare = room;
        int whole = 0;
        while (whole < widths.size() && widths.get(whole) <= spare)
            spare -= widths.get(whole++);
        for (int i = 0; i < whole && spare > 0; i++) {
            double added = Math.min(spare, Math.max(0, columns.get(i).content() - widths.get(i)));
            widths.set(i, widths.get(i) + added);
            spare -= added;
        }
    }

    private static List<Double> widened(List<Demand> columns, double spare) {
        double wanted = columns.stream().mapToDouble(ColumnWidthDistribution::toUsual).sum();
        double share = wanted <= 0 ? 0 : Math.min(1, spare / wanted);
        return columns.stream().map(column -> column.content() + share * toUsual(column)).toList();
    }

    private static double toUsual(Demand column) {
        return Math.max(0, column.usual() - column.content());
    }

    /// Takes the missing pixels from the columns, from the right, but leaves each its lower limit.
    ///
    /// @return the pixels that are still missing
    private static double shrink(List<Double> widths, List<Demand> columns, ToDoubleFunction<Demand> limit,
            double missing) {
        for (int i = columns.size() - 1; i >= 0 && missing > 0; i--) {
            double taken = Math.min(missing, Math.max(0, widths.get(i) - limit.applyAsDouble(columns.get(i))));
            widths.set(i, widths.get(i) - taken);
            missing -= taken;
        }
        return missing;
    }
}
