package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolTotals;

/// Formats sums over pools.
public final class PoolTotalsText {
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);

    private final Texts texts;
    private final PoolFieldText fields;
    private final NumberFormat compact;
    private final NumberFormat mostCompact;

    PoolTotalsText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
        compact = compact(texts, 1);
        mostCompact = compact(texts, 0);
    }

    private static NumberFormat compact(Texts texts, int decimals) {
        var format = NumberFormat.getCompactNumberInstance(texts.locale(), NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /// A total without unit. Cards of several families are listed by family: they have no common sum. A line may break
    /// between two families, not within one.
    public String sum(PoolField field, PoolTotals poolTotals) {
        return isByFamily(field, poolTotals)
                ? sum(field, poolTotals, cards -> fields.amounts().number(field, cards))
                : fields.cell(field, poolTotals.of(field).total());
    }

    /// A total of cards of several families, each number formatted by `number`.
    String sum(PoolField field, PoolTotals poolTotals, Function<BigDecimal, String> number) {
        return cards(field, poolTotals).entrySet()
                .stream()
                .map(one -> UnbrokenText
                        .of(texts.format("sum.family", fields.family(one.getKey()), number.apply(one.getValue()))))
                .collect(Collectors.joining(texts.format("status.join")));
    }

    /// A total in a table cell: a question mark means that some pools are not included. There is not enough space for
    /// the families of cards, so a text for "several" is shown instead of them.
    ///
    /// @param decimals
    ///            decimals of the column
    public String sumInCell(PoolField field, PoolTotals poolTotals, int decimals) {
        var fieldSumOfPools = poolTotals.of(field);
        var text = isOfFamilies(field, poolTotals)
                ? texts.format("sum.mixed")
                : fields.cell(field, fieldSumOfPools.total(), decimals);
        return fieldSumOfPools.unknown() > 0 && fieldSumOfPools.known() > 0 ? text + " ?" : text;
    }

    /// Forms of a total in a table cell, from the longest to the shortest: with the decimals of the column, without
    /// decimals, and rounded to thousands or millions. A portion is never rounded, because all of it could seem
    /// available.
    ///
    /// @param decimals
    ///            decimals of the column
    public List<String> formsInCell(PoolField field, PoolTotals poolTotals, int decimals) {
        var whole = sumInCell(field, poolTotals, decimals);
        if (poolTotals.of(field).total() instanceof FieldValue.Portion)
            return List.of(whole, whole.replace(" / ", "/"));
        var brief = brief(field, poolTotals, decimals, compact);
        return List.of(whole, sumInCell(field, poolTotals, 0), brief,
                brief(field, poolTotals, decimals, mostCompact).replace(" ?", "?"));
    }

    private String brief(PoolField field, PoolTotals poolTotals, int decimals, NumberFormat format) {
        var sum = poolTotals.of(field);
        if (!(sum.total() instanceof FieldValue.Number(var number)) || isOfFamilies(field, poolTotals))
            return sumInCell(field, poolTotals, decimals);
        var shown = field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number;
        return (shown.compareTo(LARGE) < 0 ? fields.cell(field, sum.total()) : format.format(shown.doubleValue()))
                + (sum.unknown() > 0 ? " ?" : "");
    }

    /// Whether the total is of cards of different families.
    static boolean isOfFamilies(PoolField field, PoolTotals poolTotals) {
        return cards(field, poolTotals).size() > 1;
    }

    /// Whether the total is said by family: cards of several families, or of one where the pools have cards of several.
    static boolean isByFamily(PoolField field, PoolTotals poolTotals) {
        return isOfFamilies(field, poolTotals) || !cards(field, poolTotals).isEmpty()
                && (poolTotals.cards().size() > 1 || poolTotals.freeCards().size() > 1);
    }

    static Map<AcceleratorFamily, BigDecimal> cards(PoolField field, PoolTotals poolTotals) {
        return switch (field) {
            case ACCELERATORS -> poolTotals.cards();
            case FREE_ACCELERATORS -> poolTotals.freeCards();
            default -> Map.of();
        };
    }

    /// A total in one line: sum, minimum, maximum and average, and how many pools are not included.
    public String summary(PoolField field, PoolTotals poolTotals) {
        var fieldSumOfPools = poolTotals.of(field);
        var numbers = fieldSumOfPools.total() instanceof FieldValue.Number && !isOfFamilies(field, poolTotals)
                ? texts.format("sum.summary", fields.name(field), fields.unit(field),
                        fields.cell(field, fieldSumOfPools.total()), fields.cell(field, fieldSumOfPools.smallest()),
                        fields.cell(field, fieldSumOfPools.largest()), fields.cell(field, fieldSumOfPools.average()))
                : texts.format("sum.total", fields.name(field), sum(field, poolTotals));
        return fieldSumOfPools.unknown() > 0
                ? texts.format("sum.unknown", numbers, fieldSumOfPools.unknown())
                : numbers;
    }

    /// The full total, with how many pools are not included and what the signs of its short forms mean.
    public String wholeSum(PoolField field, PoolTotals poolTotals) {
        var fieldSumOfPools = poolTotals.of(field);
        var sum = texts.format("sum.whole",
                isOfFamilies(field, poolTotals) ? sum(field, poolTotals) : fields.whole(field, fieldSumOfPools.total()),
                fieldSumOfPools.known(), fieldSumOfPools.unknown())
                + (isOfFamilies(field, poolTotals) ? "\n" + texts.format("summary.families.tip") : "");
        return poolTotals.logical() == 0 ? sum : sum + "\n" + texts.format("sum.logical", poolTotals.logical());
    }
}
