package poolscope.pool.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Filters, pools and texts by chance, the same ones for the same seed. Values come from small sets, so that filters
/// often hit.
public final class FilterGenerator {
    private static final List<String> TEXTS = List.of("a", "A", "pool-01", "训练", "", " ", "and", "IN", "非", "异常",
            "other", "running", "x\"y", "“q”", "a\\", "\\\"", "（ｆｕｌｌ）", "a:b", "(", "gpu", "*", "!", "1", "😀",
            "\u0000\n", "a,b", "has", "ſ", "a\u00A0b");
    private static final List<String> STATUSES = List.of("running", "deploying", "concerning", "abnormal", "",
            "RUNNING", "scaling", "other", "异常", "a b");
    private static final List<String> NUMBERS = List.of("0", "1", "1.0", "-1", "0.5", "8", "1024", "524288", "1048576",
            "1e30", "1E+400", "1e-30", "7.06");
    private static final List<String> PATTERNS = List.of("a|b", "^pool-\\d+$", "[a-z]+", "\"", "\\\\", "", "训.",
            "(?:a)?$");
    private static final List<String> PIECES = List.of("gpu", ">=", "8", " ", "(", ")", "\"", "and", "or", "not", "!",
            "!=", ":", "=", "~", "in", ",", "status", "running", "age", "<", "7d", "created", "2026-01-31", "has:",
            "missing:", "order", "名称", "：", "＞", "　", "“", "mem", "512GiB", "avail", "nodes", "*", "\\", "且", "[",
            "\uD83D", "\u0000", "e9", "９", "T", "+08:00", "Z");

    public final SplittableRandom random;

    public FilterGenerator(long seed) {
        random = new SplittableRandom(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private PoolField field(Predicate<PoolField> like) {
        return one(Arrays.stream(PoolField.values()).filter(field -> field != PoolField.NODES).filter(like).toList());
    }

    private FieldValue.Number number() {
        return new FieldValue.Number(new BigDecimal(one(NUMBERS)));
    }

    private Instant instant() {
        return switch (random.nextInt(6)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.ofEpochMilli(random.nextLong());
            case 2 -> one(List.of(Instant.MIN, Instant.MAX));
            default -> FilterSamples.NOW.minusSeconds(random.nextLong(0, 100) * 86_400);
        };
    }

    public PoolFilter filter(int depth) {
        int choice = depth == 0 ? 3 : random.nextInt(5);
        return switch (choice) {
            case 0 -> PoolFilter.allOf(Stream.generate(() -> filter(depth - 1)).limit(random.nextInt(4)).toList());
            case 1 -> PoolFilter.anyOf(Stream.generate(() -> filter(depth - 1)).limit(random.nextInt(4)).toList());
            case 2 -> filter(depth - 1).negate();
            default -> term();
        };
    }

    private PoolFilter term() {
        return one(List.<Supplier<PoolFilter>>of(() -> new FilterCondition.Word(TextMatcher.of(one(TEXTS))),
                () -> new FilterCondition.Has(field(_ -> true)),
                () -> new FilterCondition.Contains(field(FilterCondition::isText), TextMatcher.of(one(TEXTS))),
                () -> new FilterCondition.Matches(one(List.of(PoolField.STATUS, PoolField.NAME, PoolField.ID)),
                        BoundedRegex.of(one(PATTERNS)).orElseThrow()),
                this::comparison,
                () -> new FilterCondition.Age(
                        one(List.of(ComparisonOperator.LESS, ComparisonOperator.AT_MOST, ComparisonOperator.GREATER,
                                ComparisonOperator.AT_LEAST)),
                        random.nextLong(0, FilterCondition.Age.MOST + 1) >> random.nextInt(30),
                        one(List.of(AgeUnit.values()))),
                this::oneOf,
                () -> new FilterCondition.StatusIs(
                        Stream.generate(this::statusName).limit(1 + random.nextInt(3)).toList()),
                () -> new FilterCondition.StatusStarts(TextMatcher.of(one(STATUSES))))).get();
    }

    private FilterCondition.StatusName statusName() {
        return random.nextBoolean()
                ? new FilterCondition.OfKind(one(List.of(PoolStatus.Kind.values())))
                : new FilterCondition.OfWord(one(STATUSES));
    }

    private PoolFilter comparison() {
        var any = one(List.of(ComparisonOperator.values()));
        return switch (random.nextInt(6)) {
            case 0 -> new FilterCondition.Compare(field(FilterCondition::isText),
                    random.nextBoolean() ? ComparisonOperator.EQUAL : ComparisonOperator.DIFFERENT,
                    new FilterCondition.Exactly(FieldValue.text(one(TEXTS))));
            case 1 -> new FilterCondition.Compare(PoolField.CREATED_AT, any,
                    new FilterCondition.Exactly(new FieldValue.Time(instant())));
            case 2 -> new FilterCondition.Compare(PoolField.CREATED_AT, any,
                    new FilterCondition.Day(
                            LocalDate.of(random.nextInt(0, 10_000), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                            ZoneOffset.UTC));
            case 3 -> new FilterCondition.Compare(field(field -> field.unit().isNumeric()), any,
                    new FilterCondition.OfField(field(field -> field.unit().isNumeric())));
            case 4 -> new FilterCondition.Compare(PoolField.ESTIMATED_END, any,
                    new FilterCondition.Exactly(new FieldValue.Day(LocalDate.of(random.nextInt(0, 10_000), 2, 28))));
            default -> new FilterCondition.Compare(field(field -> field.unit().isNumeric()), any,
                    new FilterCondition.Exactly(number()));
        };
    }

    private PoolFilter oneOf() {
        boolean texts = random.nextBoolean();
        var values = new LinkedHashSet<FieldValue>();
        while (values.size() < 2)
            values.add(texts ? FieldValue.text(one(TEXTS)) : number());
        return new FilterCondition.OneOf(
                field(field -> texts ? FilterCondition.isText(field) : field.unit().isNumeric()), values);
    }

    public Pool pool() {
        var sample = FilterSamples.pool().status(one(STATUSES)).connection(one(TEXTS));
        for (var field : PoolField.values())
            sample.with(field, value(field));
        return sample.make();
    }

    private FieldValue value(PoolField field) {
        return switch (random.nextInt(6)) {
            case 0 -> FieldValue.ABSENT;
            case 1 -> new FieldValue.Unreadable("[1]");
            default -> switch (field.unit()) {
                case TEXT, ID -> FieldValue.text(one(TEXTS));
                case STATUS -> FieldValue.ABSENT;
                case COUNT, PORTION, CORES, MEBIBYTES, CARDS -> number();
                case TIME -> new FieldValue.Time(instant());
                case DAY -> FieldValue.ABSENT;
            };
        };
    }

    String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--)
            text.append(random.nextInt(8) == 0 ? String.valueOf((char) random.nextInt(0x10000)) : one(PIECES));
        return text.toString();
    }

    /// The text with some letters gone, doubled, changed or swapped.
    String mutated(String text) {
        var mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && !mutated.isEmpty(); i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, mutated.charAt(at));
                case 2 -> mutated.insert(at, one(PIECES));
                default -> mutated.setLength(at);
            }
        }
        return mutated.toString();
    }

    /// Each letter outside quotes by chance in full width, as a Chinese keyboard types it.
    String fullWidth(String text) {
        var full = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = quoted && c == '\\';
            if (escape) full.append(text, i, Math.min(text.length(), ++i + 1));
            else if (c == '"') full.append((quoted = !quoted) ? '“' : '”');
            else if (!quoted && c == ' ') full.append('　');
            else
                full.append(!quoted && c > ' ' && c <= '~' && random.nextBoolean() ? (char) (c + 0xFEE0) : c);
        }
        return full.toString();
    }
}
