package poolscope.pool;

import java.math.BigDecimal;
import java.util.Optional;

/// How a pool is paid for.
public sealed interface Billing {

    /// What [Prepaid#bought] says when the period is not known.
    String UNKNOWN_PERIOD = "prepaid";

    /// Pay-per-use: the service sends no order, product or period.
    record OnDemand() implements Billing {}

    /// Paid for a number of months or years ahead.
    ///
    /// @param periodType
    ///            `month` or `year` as sent
    /// @param periodNumber
    ///            how many of them
    record Prepaid(FieldValue productId, FieldValue orderId, FieldValue periodType,
            FieldValue periodNumber) implements Billing {
        private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

        /// The period in the words of the service, such as *6 month*; *prepaid* when it did not send both parts.
        public FieldValue bought() {
            return FieldValue.text(periodNumber instanceof FieldValue.Number(BigDecimal number)
                    && periodType instanceof FieldValue.Text(String unit) && !unit.isEmpty()
                            ? number.toPlainString() + " " + unit
                            : UNKNOWN_PERIOD);
        }

        /// How long the period is; empty when it is not known or its unit is not documented.
        public Optional<BigDecimal> months() {
            return periodNumber.asNumber().flatMap(number -> switch (periodType.asText("")) {
                case "month" -> Optional.of(number);
                case "year" -> Optional.of(number.multiply(MONTHS_OF_A_YEAR));
                default -> Optional.empty();
            });
        }
    }

    /// Pay-per-use.
    Billing ON_DEMAND = new OnDemand();
}
