package poolscope.ui.fit;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// The number fields of the form, and their parsing. Full-width digits are accepted.
public enum DemandField {
    /// Number of nodes, at least 1.
    NODES(6),
    /// Cores.
    CPU(9),
    /// GiB.
    MEMORY(9),
    /// Cards.
    ACCELERATORS(9);

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
    private static final int MOST_DECIMALS = 3;

    private final int digits;

    /// @param digits
    ///            maximum number of digits before the decimal point
    DemandField(int digits) {
        this.digits = digits;
    }

    /// The typed number, 0 for a blank field; empty when it is invalid.
    Optional<BigDecimal> read(String typed) {
        var text = plain(typed);
        if (text.isEmpty()) return Optional.of(BigDecimal.ZERO);
        return error(typed).isEmpty() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// Why the typed text is invalid; empty when it is valid.
    Optional<DemandFieldError> error(String typed) {
        var text = plain(typed);
        if (text.isEmpty()) return Optional.empty();
        if (!NUMBER.matcher(text).matches()) return Optional.of(noNumber(text));
        var number = new BigDecimal(text);
        if (this == NODES && number.stripTrailingZeros().scale() > 0) return Optional.of(DemandFieldError.NOT_WHOLE);
        if (this == NODES && number.signum() == 0) return Optional.of(DemandFieldError.NO_NODES);
        if (number.precision() - number.scale() > digits) return Optional.of(DemandFieldError.TOO_LARGE);
        return number.scale() > MOST_DECIMALS ? Optional.of(DemandFieldError.NO_NUMBER) : Optional.empty();
    }

    private static DemandFieldError noNumber(String text) {
        if (text.matches("[-−–].*\\d.*")) return DemandFieldError.BELOW_ZERO;
        if (text.matches("[\\d.,  ’']*\\d")) return DemandFieldError.WITH_COMMA;
        return text.matches("[\\d.]+\\s*\\p{L}+") ? DemandFieldError.WITH_UNIT : DemandFieldError.NO_NUMBER;
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }
}
