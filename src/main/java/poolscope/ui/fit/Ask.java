package poolscope.ui.fit;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// The numbers that the form asks for, and how they are read.
public enum Ask {
    /// How many nodes; a whole number.
    NODES("\\d{1,6}"),
    /// Cores in all.
    CPU("\\d{1,9}(\\.\\d{1,3})?"),
    /// GiB in all.
    MEMORY("\\d{1,9}(\\.\\d{1,3})?"),
    /// Cards in all.
    ACCELERATORS("\\d{1,9}(\\.\\d{1,3})?");

    private final Pattern pattern;

    Ask(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /// The number that is written there, 0 for nothing; empty when it is none. Full-width digits are digits.
    Optional<BigDecimal> read(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        if (text.isEmpty()) return Optional.of(BigDecimal.ZERO);
        return pattern.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
