package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.PoolField;

/// Formats amounts of fields in the units of the screen: memory in GiB, all others as they are. For the FX thread only:
/// formats are not thread-safe.
final class AmountText {
    private static final BigDecimal TINY = new BigDecimal("0.01");

    private final List<DecimalFormat> fixed;
    private final DecimalFormat upToTwo;
    private final DecimalFormat exact;

    AmountText(Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        fixed = Stream.of("#,##0", "#,##0.0", "#,##0.00").map(pattern -> format(pattern, symbols)).toList();
        upToTwo = format("#,##0.##", symbols);
        exact = format("#,##0.##########", symbols);
    }

    private static DecimalFormat format(String pattern, DecimalFormatSymbols symbols) {
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /// With as many decimals as needed, at most two unless it is tiny.
    String number(PoolField field, BigDecimal number) {
        var shown = shown(field, number);
        return (isTiny(shown) ? exact : upToTwo).format(shown);
    }

    /// With that many decimals, 0 to 2.
    String cell(PoolField field, BigDecimal number, int decimals) {
        return fixed.get(decimals).format(shown(field, number));
    }

    /// A number with that many decimals, 0 to 2; one that they would round to nothing is written exactly.
    String number(BigDecimal shown, int decimals) {
        return (shown.signum() != 0 && isTiny(shown) ? exact : fixed.get(decimals)).format(shown);
    }

    String exact(BigDecimal number) {
        return exact.format(number);
    }

    String portion(BigDecimal part, BigDecimal all) {
        return upToTwo.format(part) + " / " + upToTwo.format(all);
    }

    /// A large memory, in TiB.
    String tebibytes(BigDecimal mebibytes) {
        return upToTwo.format(DisplayDecimals.gibibytes(DisplayDecimals.gibibytes(mebibytes)));
    }

    private static boolean isTiny(BigDecimal shown) {
        return shown.abs().compareTo(TINY) < 0;
    }

    private static BigDecimal shown(PoolField field, BigDecimal number) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number;
    }
}
