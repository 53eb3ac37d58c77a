package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import poolscope.fuzz.FuzzTarget;
import poolscope.pool.FieldValue;

/// Amounts beside exact arithmetic with fractions of whole numbers.
public final class QuantityFuzz implements FuzzTarget {
    private static final int MAX_LENGTH = 40;
    private static final Pattern QUANTITY = Pattern
            .compile("(\\d*)(?:\\.(\\d*))?(?:(m|k|[MGTP]i?|Ki)|[eE]([+-]?\\d{1,2}))?");
    private static final Pattern DISPLAYED_CORES = Pattern.compile("([0-9.]+) Cores?");
    private static final Pattern DISPLAYED_MEMORY = Pattern.compile("([0-9.]+ [KMGTP]i)B");
    private static final String SUFFIXES = "kMGTP";
    private static final Fraction MEBI = new Fraction(BigInteger.TWO.pow(20), BigInteger.ONE);

    private record Fraction(BigInteger over, BigInteger under) {
        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction inverse() {
            return new Fraction(under, over);
        }

        static Fraction powerOfTen(int exponent) {
            var power = new Fraction(BigInteger.TEN.pow(Math.abs(exponent)), BigInteger.ONE);
            return exponent < 0 ? power.inverse() : power;
        }

        boolean is(BigDecimal number) {
            return new BigDecimal(over).compareTo(number.multiply(new BigDecimal(under))) == 0;
        }
    }

    @Override
    public List<byte[]> seeds() {
        return Stream
                .of("3920m", "4", "0.5", ".5", "1.", "1e3", "12E-2", "768Gi", "6.52 GiB", "160 Cores", "1Ki", "1Pi",
                        "1k", "1P", "1..2", "-1")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void check(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        compare(text, KubernetesQuantityParser.cards(FieldValue.text(text)), quantity(text));
        compare(text, KubernetesQuantityParser.cores(FieldValue.text(text)), quantity(plain(text, DISPLAYED_CORES)));
        compare(text, KubernetesQuantityParser.mebibytes(FieldValue.text(text)),
                quantity(plain(text, DISPLAYED_MEMORY)).map(bytes -> bytes.times(MEBI.inverse())));
    }

    private static void compare(String text, FieldValue read, Optional<Fraction> expected) {
        if (expected.isEmpty()) {
            assertThat(read).isEqualTo(new FieldValue.Unreadable(text));
            return;
        }
        assertThat(read).as(text).isInstanceOf(FieldValue.Number.class);
        assertThat(expected.get().is(read.asNumber().orElseThrow())).as("%s of %s", read, text).isTrue();
        assertThat(read.toString()).doesNotContain("E+");
    }

    private static String plain(String text, Pattern displayed) {
        var matcher = displayed.matcher(text);
        return text.length() <= MAX_LENGTH && matcher.matches() ? matcher.group(1).replace(" ", "") : text;
    }

    private static Optional<Fraction> quantity(String text) {
        var matcher = QUANTITY.matcher(text);
        if (text.length() > MAX_LENGTH || !matcher.matches()) return Optional.empty();
        String decimals = matcher.group(2) == null ? "" : matcher.group(2);
        String digits = matcher.group(1) + decimals;
        if (digits.isEmpty()) return Optional.empty();
        var number = new Fraction(new BigInteger(digits), BigInteger.ONE)
                .times(Fraction.powerOfTen(-decimals.length()));
        if (matcher.group(4) != null)
            return Optional.of(number.times(Fraction.powerOfTen(Integer.parseInt(matcher.group(4)))));
        return Optional.of(matcher.group(3) == null ? number : number.times(factor(matcher.group(3))));
    }

    private static Fraction factor(String suffix) {
        if (suffix.equals("m")) return Fraction.powerOfTen(-3);
        int power = 1 + SUFFIXES.indexOf(suffix.equals("Ki") ? 'k' : suffix.charAt(0));
        return suffix.endsWith("i")
                ? new Fraction(BigInteger.TWO.pow(10 * power), BigInteger.ONE)
                : Fraction.powerOfTen(3 * power);
    }
}
