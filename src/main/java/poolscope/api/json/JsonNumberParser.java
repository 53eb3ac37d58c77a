package poolscope.api.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// Parses the text of a JSON number when it is safe to compute with.
final class JsonNumberParser {
    /// Numbers with more digits, or a larger exponent, are not computed with: `1e99999999` would take minutes.
    private static final int MAX_DIGITS = 100;
    /// Numbers of this many digits always fit into a `long`.
    private static final int SHORT = 18;

    private JsonNumberParser() {}

    /// A decimal without sign.
    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_DIGITS || text.isEmpty() || !isDigit(text.charAt(0))) return Optional.empty();
        try {
            var number = new BigDecimal(text);
            return Optional.of(number).filter(JsonNumberParser::isShort);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Whether it can be computed with in no time.
    static boolean isShort(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS;
    }

    /// A whole number without sign within these bounds, in any notation: `4`, `4.0`, `0.4e1`.
    static OptionalLong whole(String text, long least, long most) {
        if (text.length() <= SHORT && isDigits(text)) return within(Long.parseLong(text), least, most);
        var number = decimal(text)
                .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0 && n.stripTrailingZeros().scale() <= 0);
        return number.isPresent() ? within(number.get().longValueExact(), least, most) : OptionalLong.empty();
    }

    private static OptionalLong within(long number, long least, long most) {
        return number >= least && number <= most ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private static boolean isDigits(String text) {
        int at = 0;
        while (at < text.length() && isDigit(text.charAt(at)))
            at++;
        return at > 0 && at == text.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
