package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolTotals;

/// Formats sums over pools.
public final class PoolTotalsText {
    private static final char NO_BREAK = '\u00a0';

    private final Texts texts;
    private final PoolFieldText fields;

    PoolTotalsText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// A total without unit. Cards of several families are listed by family: they have no common sum. A line may break
    /// between two families, not within one.
    public String sum(PoolField field, PoolTotals poolTotals) {
        return isOfFamilies(field, poolTotals)
                ? sum(field, poolTotals, cards -> fields.number(field, cards))
                : fields.cell(field, poolTotals.of(field).total());
    }

    /// A total of cards of several families, each number formatted by `number`.
    String sum(PoolField field, PoolTotals poolTotals, Function<BigDecimal, String> number) {
        return cards(field, poolTotals).entrySet()
                .stream()
                .map(one -> texts.format("sum.family", fields.family(one.getKey()), number.apply(one.getValue()))
                        .replace(' ', NO_BREAK))
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

    /// Whether the total is of cards of different families.
    static boolean isOfFamilies(PoolField field, PoolTotals poolTotals) {
        return cards(field, poolTotals).size() > 1;
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

    /// The full total, with how many pools are not included.
    public String wholeSum(PoolField field, PoolTotals poolTotals) {
        var fieldSumOfPools = poolTotals.of(field);
        var sum = texts.format("sum.whole",
                isOfFamilies(field, poolTotals) ? sum(field, poolTotals) : fields.whole(field, fieldSumOfPools.total()),
                fieldSumOfPools.known(), fieldSumOfPools.unknown());
        return poolTotals.logical() == 0 ? sum : sum + "\n" + texts.format("sum.logical", poolTotals.logical());
    }
}
