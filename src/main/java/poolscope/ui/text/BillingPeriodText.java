package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import poolscope.pool.Billing;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;

/// Formats prepaid periods: the documented units in words, another unit as it was sent.
public final class BillingPeriodText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    private final Texts texts;
    private final AmountText amounts;

    BillingPeriodText(Texts texts, AmountText amounts) {
        this.texts = texts;
        this.amounts = amounts;
    }

    /// How long a pool was paid ahead, such as *12 months*. Empty when the service did not say number and unit.
    public String paidAhead(Billing.Prepaid prepaid) {
        if (!(prepaid.periodNumber() instanceof FieldValue.Number(BigDecimal number))
                || !(prepaid.periodType() instanceof FieldValue.Text(String unit)) || unit.isEmpty())
            return "";
        return length(number, unit);
    }

    /// What [Billing.Prepaid#bought] says.
    String bought(String text) {
        if (text.equals(Billing.UNKNOWN_PERIOD)) return texts.format("period.unknown");
        int blank = text.indexOf(' ');
        return blank > 0 && NUMBER.matcher(text.substring(0, blank)).matches()
                ? length(new BigDecimal(text.substring(0, blank)), text.substring(blank + 1))
                : ExternalTextCleaner.of(text);
    }

    String unit(String unit) {
        return switch (unit) {
            case "month" -> texts.format("period.month");
            case "year" -> texts.format("period.year");
            default -> ExternalTextCleaner.of(unit);
        };
    }

    private String length(BigDecimal number, String unit) {
        return switch (unit) {
            case "month" -> texts.format("period.months", number);
            case "year" -> texts.format("period.years", number);
            default -> amounts.exact(number) + " × " + ExternalTextCleaner.of(unit);
        };
    }
}
