package poolscope.api.v2;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poolscope.pool.FieldValue;

/// Parses the service's amounts: a decimal without sign and a suffix of Kubernetes. Exact; any other text or unit is
/// kept as it came.
final class KubernetesQuantityParser {
    private static final int MAX_LENGTH = 40;
    private static final Pattern EXPONENT = Pattern.compile("([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)[eE]([+-]?[0-9]{1,2})");
    /// Amounts of jobs are formatted for display: `160 Cores`, `6.52 GiB`.
    private static final Pattern FOR_PEOPLE = Pattern.compile("([0-9.]+) (?:(Cores?)|([KMGTP]i)B)");
    private static final BigDecimal KIBI = BigDecimal.valueOf(1024);
    private static final BigDecimal MEBI = KIBI.pow(2);
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(Map.entry("", BigDecimal.ONE),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)), Map.entry("k", KILO), Map.entry("M", KILO.pow(2)),
            Map.entry("G", KILO.pow(3)), Map.entry("T", KILO.pow(4)), Map.entry("P", KILO.pow(5)),
            Map.entry("Ki", KIBI), Map.entry("Mi", MEBI), Map.entry("Gi", KIBI.pow(3)), Map.entry("Ti", KIBI.pow(4)),
            Map.entry("Pi", KIBI.pow(5)));

    /// The same for amounts in bytes that become MiB. A division by a power of two is always exact.
    private static final Map<String, BigDecimal> MEBIBYTE_FACTORS = FACTORS.entrySet()
            .stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, factor -> factor.getValue().divide(MEBI)));

    private KubernetesQuantityParser() {}

    /// Cores: `4`, `3920m`, `160 Cores`.
    static FieldValue cores(FieldValue sent) {
        return amount(sent, "Cores", FACTORS);
    }

    /// Cards: `8`, `1073m`.
    static FieldValue cards(FieldValue sent) {
        return amount(sent, "", FACTORS);
    }

    /// MiB: `6270Mi`, `768Gi`, `6.52 GiB`; an amount without unit is in bytes.
    static FieldValue mebibytes(FieldValue sent) {
        return amount(sent, "iB", MEBIBYTE_FACTORS);
    }

    /// @param unitForPeople
    ///            unit of an amount formatted for display
    private static FieldValue amount(FieldValue sent, String unitForPeople, Map<String, BigDecimal> factors) {
        if (!(sent instanceof FieldValue.Text(String text))) return sent;
        return parse(plain(text, unitForPeople), factors).<FieldValue>map(KubernetesQuantityParser::number)
                .orElseGet(() -> new FieldValue.Unreadable(text));
    }

    private static String plain(String text, String unitForPeople) {
        if (unitForPeople.isEmpty() || text.indexOf(' ') < 0 || text.length() > MAX_LENGTH) return text;
        var forPeople = FOR_PEOPLE.matcher(text);
        if (!forPeople.matches()) return text;
        boolean isCores = forPeople.group(2) != null;
        if (isCores != unitForPeople.equals("Cores")) return text;
        return isCores ? forPeople.group(1) : forPeople.group(1) + forPeople.group(3);
    }

    private static Optional<BigDecimal> parse(String text, Map<String, BigDecimal> factors) {
        if (text.length() > MAX_LENGTH) return Optional.empty();
        int suffix = endOfDecimal(text);
        var factor = factors.get(text.substring(suffix));
        if (suffix > 0 && factor != null)
            return Optional.of(new BigDecimal(text.substring(0, suffix)).multiply(factor));
        var exponent = EXPONENT.matcher(text);
        if (!exponent.matches()) return Optional.empty();
        var number = new BigDecimal(exponent.group(1)).scaleByPowerOfTen(Integer.parseInt(exponent.group(2)));
        return Optional.of(number.multiply(factors.getOrDefault("", BigDecimal.ONE)));
    }

    /// Where the digits at the beginning end, with at most one point among them; 0 when there are no digits.
    private static int endOfDecimal(String text) {
        int digits = 0;
        boolean hasPoint = false;
        int at = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9') digits++;
            else if (c == '.' && !hasPoint) hasPoint = true;
            else
                break;
        }
        return digits == 0 ? 0 : at;
    }

    private static FieldValue.Number number(BigDecimal number) {
        return new FieldValue.Number(withoutZeros(number));
    }

    /// Without trailing zeros, and never as `1E+3`.
    static BigDecimal withoutZeros(BigDecimal number) {
        if (number.scale() == 0) return number;
        var least = number.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0) : least;
    }
}
