package poolscope.pool.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Numbers, amounts of memory, ages, times and statuses as written in a filter, in both directions.
final class FilterLiterals {
    private static final Pattern PERIOD = Pattern.compile("(\\d+(?:\\.\\d+)?) *(months?|years?|个月|月|年)");
    private static final int LONGEST_NUMBER = 1_000;
    private static final int MOST_DIGITS_OF_AGE = 9;
    private static final int LENGTH_OF_DATE = 10;
    private static final Pattern DATE = Pattern.compile("^(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?(?!\\d)");
    private static final int PLAINEST = 20;
    /// Suffixes by the power of 1024 from KiB up.
    private static final List<List<String>> MEMORY = List.of(List.of("kib", "kb", "ki", "k"),
            List.of("mib", "mb", "mi", "m"), List.of("gib", "gb", "gi", "g"), List.of("tib", "tb", "ti", "t"));
    private static final List<String> MEMORY_SIGNS = List.of("", "GiB", "TiB");
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);

    private static final String MONTH = "month";
    private static final String YEAR = "year";
    private static final List<String> RUNNING = List.of("running", "运行中", "运行");
    private static final List<String> DEPLOYING = List.of("deploying", "部署中", "部署", "创建中", "创建");
    private static final List<String> CONCERNING = List.of("concerning", "告警", "需关注", "关注");
    private static final List<String> ABNORMAL = List.of("abnormal", "异常");
    /// What Chinese screens call words of v2 that stand for no kind of status, by those words.
    private static final Map<String, String> FURTHER = Map.of(PoolStatus.DELETING.word(), "删除中",
            PoolStatus.WAITING.word(), "等待中");
    private static final List<String> OTHER = List.of("other", "其他", "其它");

    private FilterLiterals() {}

    /// A number, of memory in MiB.
    static Optional<BigDecimal> number(PoolField field, String text) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? memory(text) : number(text);
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER
                || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0))
            return Optional.empty();
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> memory(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        for (int power = 0; power < MEMORY.size(); power++)
            for (var suffix : MEMORY.get(power))
                if (small.endsWith(suffix)) {
                    var unit = power == 0 ? BigDecimal.ONE.divide(STEP) : STEP.pow(power - 1);
                    return number(text.substring(0, text.length() - suffix.length()))
                            .flatMap(number -> product(number, unit));
                }
        return number(text);
    }

    private static Optional<BigDecimal> product(BigDecimal a, BigDecimal b) {
        try {
            return Optional.of(a.multiply(b));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// The number so that [#number] reads it back; memory in the greatest unit of which it is a whole number.
    static String print(PoolField field, BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (Math.abs((long) plain.scale()) > PLAINEST) return plain.toString();
        if (field.unit() != PoolField.Unit.MEBIBYTES || plain.scale() > 0) return plain.toPlainString();
        var whole = plain.toBigInteger();
        int power = 0;
        while (power + 1 < MEMORY_SIGNS.size() && whole.signum() != 0
                && whole.mod(STEP.toBigInteger()).equals(BigInteger.ZERO)) {
            whole = whole.divide(STEP.toBigInteger());
            power++;
        }
        return whole + MEMORY_SIGNS.get(power);
    }

    /// An age such as `7d`.
    static Optional<FilterCondition> age(ComparisonOperator comparisonOperator, String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9')
            digits++;
        if (digits == 0 || digits > MOST_DIGITS_OF_AGE) return Optional.empty();
        long amount = Long.parseLong(text.substring(0, digits));
        return AgeUnit.named(text.substring(digits))
                .map(unit -> new FilterCondition.Age(comparisonOperator, amount, unit));
    }

    /// A date, which is a whole day of the zone, or a moment.
    static Optional<FilterCondition.Operand> time(String text, ZoneId zone) {
        var iso = withIsoDate(text);
        try {
            if (iso.length() == LENGTH_OF_DATE) return Optional.of(new FilterCondition.Day(LocalDate.parse(iso), zone));
            return Optional.of(new FilterCondition.Exactly(new FieldValue.Time(moment(iso, zone))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// A date at the beginning in ISO form: `2024/1/1`, `2024-1-1` and `2024年1月1日` are the same day.
    private static String withIsoDate(String text) {
        return DATE.matcher(text)
                .replaceFirst(date -> date.group(1) + "-" + twoDigits(date.group(2)) + "-" + twoDigits(date.group(3)));
    }

    private static String twoDigits(String number) {
        return number.length() > 1 ? number : "0" + number;
    }

    /// A day such as `2026-03-01` or `2026/3/1`.
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(withIsoDate(text)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Whether a day may begin so.
    static boolean isStartOfDay(String text) {
        return text.length() < LENGTH_OF_DATE && text.chars().allMatch(c -> "0123456789-/年月".indexOf(c) >= 0);
    }

    private static Instant moment(String iso, ZoneId zone) {
        boolean offset = iso.indexOf('+', 1) > 0 || iso.lastIndexOf('-') > iso.indexOf('T');
        if (iso.endsWith("Z") || iso.endsWith("z")) return Instant.parse(iso);
        return offset ? OffsetDateTime.parse(iso).toInstant() : LocalDateTime.parse(iso).atZone(zone).toInstant();
    }

    /// Whether a time may begin so.
    static boolean isStartOfTime(String text) {
        return text.chars().allMatch(c -> "0123456789-+/:.TtZz年月".indexOf(c) >= 0);
    }

    /// The kind of that name, in either language.
    static Optional<PoolStatus.Kind> kind(String name) {
        return Arrays.stream(PoolStatus.Kind.values())
                .filter(kind -> written(kind).contains(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The service's word for a status that a Chinese screen calls so and that is of no kind.
    static Optional<String> furtherStatus(String name) {
        return FURTHER.entrySet()
                .stream()
                .filter(word -> word.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// What the language's screen calls a status of no kind; other words as they are.
    static String printedFurtherStatus(String word, FilterKeywordLanguage language) {
        return language == FilterKeywordLanguage.ENGLISH ? word : Objects.requireNonNullElse(FURTHER.get(word), word);
    }

    /// The word of a kind that is printed: the service's own one, or the one on a Chinese screen.
    static String printed(PoolStatus.Kind kind, FilterKeywordLanguage language) {
        return written(kind).get(language == FilterKeywordLanguage.ENGLISH ? 0 : 1);
    }

    /// The unit of a billing period as the service sends it: a Chinese screen says 月 and 年.
    static Optional<String> periodUnit(String text) {
        return switch (text) {
            case "月", "包月" -> Optional.of(MONTH);
            case "年", "包年" -> Optional.of(YEAR);
            default -> Optional.empty();
        };
    }

    /// A period as the service sends it, of one that a screen shows: 6 month for *6 months* and *6 个月*.
    static Optional<String> period(String text) {
        var found = PERIOD.matcher(text.strip());
        if (!found.matches()) return Optional.empty();
        boolean isMonth = found.group(2).startsWith("m") || found.group(2).endsWith("月");
        return Optional.of(found.group(1) + " " + (isMonth ? MONTH : YEAR));
    }

    /// The unit of a billing period as that language's screen says it; other words as they are.
    static String printedPeriodUnit(String unit, FilterKeywordLanguage language) {
        if (language == FilterKeywordLanguage.ENGLISH) return unit;
        return unit.equals(MONTH) ? "月" : unit.equals(YEAR) ? "年" : unit;
    }

    /// All that a filter may call a kind, short forms included, in both languages; the service's own word first.
    static List<String> written(PoolStatus.Kind kind) {
        return switch (kind) {
            case RUNNING -> RUNNING;
            case DEPLOYING -> DEPLOYING;
            case CONCERNING -> CONCERNING;
            case ABNORMAL -> ABNORMAL;
            case OTHER -> OTHER;
        };
    }
}
