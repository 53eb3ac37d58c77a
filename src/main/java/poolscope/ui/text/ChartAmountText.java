package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.FieldSumOfPools;
import poolscope.pool.table.PoolTotals;

/// Formats the amounts of one chart alike: in one unit and with the same number of decimals, so that they can be
/// compared at a glance.
public final class ChartAmountText {
    private static final BigDecimal MIB_PER_TIB = BigDecimal.valueOf(1024 * 1024);

    private final PoolFieldText fields;
    private final PoolField field;
    private final boolean isTebibytes;
    private final int decimals;

    /// @param amounts
    ///            all amounts of the chart, in the unit of the field
    public ChartAmountText(PoolFieldText fields, PoolField field, Collection<BigDecimal> amounts) {
        this(fields, field, amounts,
                isMemory(field) && amounts.stream().anyMatch(amount -> amount.compareTo(MIB_PER_TIB) >= 0));
    }

    private ChartAmountText(PoolFieldText fields, PoolField field, Collection<BigDecimal> amounts,
            boolean isTebibytes) {
        this.fields = fields;
        this.field = field;
        this.isTebibytes = isTebibytes;
        decimals = amounts.stream().map(this::shown).mapToInt(DisplayDecimals::of).max().orElse(0);
    }

    /// The same in the unit of the field's column, whatever the size of the amounts.
    static ChartAmountText inUnitOfColumn(PoolFieldText fields, PoolField field, Collection<BigDecimal> amounts) {
        return new ChartAmountText(fields, field, amounts, false);
    }

    /// The amounts of a total: one for each family of cards, otherwise its sum.
    public static List<BigDecimal> amounts(PoolField field, PoolTotals poolTotals) {
        return PoolTotalsText.isOfFamilies(field, poolTotals)
                ? List.copyOf(PoolTotalsText.cards(field, poolTotals).values())
                : amounts(poolTotals.of(field));
    }

    /// The sum, if it is known.
    public static List<BigDecimal> amounts(FieldSumOfPools sum) {
        return sum.total() instanceof FieldValue.Number(var number) ? List.of(number) : List.of();
    }

    /// An amount without its unit.
    public String number(BigDecimal amount) {
        return fields.amounts().number(shown(amount), decimals);
    }

    /// An amount with its unit, if it has one.
    public String withUnit(BigDecimal amount) {
        return withUnit(number(amount));
    }

    /// A sum with its unit, by family for cards.
    public String sum(PoolTotals poolTotals) {
        return PoolTotalsText.isOfFamilies(field, poolTotals)
                ? fields.totals().sum(field, poolTotals, this::number)
                : sum(poolTotals.of(field));
    }

    /// A sum with its unit; a dash when it is not known.
    public String sum(FieldSumOfPools sum) {
        return sum.total() instanceof FieldValue.Number(var number) ? withUnit(number) : PoolFieldText.UNKNOWN;
    }

    private String withUnit(String number) {
        return isMemory(field) ? number + (isTebibytes ? " TiB" : " GiB") : number;
    }

    private BigDecimal shown(BigDecimal amount) {
        if (!isMemory(field)) return amount;
        var gibibytes = DisplayDecimals.gibibytes(amount);
        return isTebibytes ? DisplayDecimals.gibibytes(gibibytes) : gibibytes;
    }

    private static boolean isMemory(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES;
    }
}
