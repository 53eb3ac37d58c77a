package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.NodeFlavor;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.pool.table.GroupKey;
import poolscope.pool.table.PoolTotals;

/// What a field and its value are called: short in a cell, whole in a tooltip.
///
/// Numbers have as many decimals as they need, two at most, and the same down a column; memory is written in GiB with
/// the raw MiB in the tooltip; what the service did not say is a dash, never 0. For the FX thread alone: formats are
/// not thread-safe.
public final class FieldText {
    /// What stands where the service said nothing.
    public static final String UNKNOWN = "—";

    private static final int RAW_LENGTH = 40;
    private static final int LONGEST = 200;
    private static final BigDecimal TINY = new BigDecimal("0.01");

    private final Texts texts;
    private final ZoneId zone;
    private final List<DecimalFormat> fixed;
    private final DecimalFormat upToTwo;
    private final DecimalFormat exact;
    private final DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);

    public FieldText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        var symbols = DecimalFormatSymbols.getInstance(texts.locale());
        fixed = Stream.of("#,##0", "#,##0.0", "#,##0.00").map(pattern -> format(pattern, symbols)).toList();
        upToTwo = format("#,##0.##", symbols);
        exact = format("#,##0.##########", symbols);
    }

    private static DecimalFormat format(String pattern, DecimalFormatSymbols symbols) {
        var format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    /// The field's name, as on a column header.
    public String name(PoolField field) {
        return texts.format("field." + field.id());
    }

    /// The unit that stands beside the name, empty for none.
    public String unit(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? "GiB" : "";
    }

    /// What stands above the column where numbers are written as sent: in files and on the clipboard.
    public String header(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES
                ? texts.format("export.header.mebibytes", name(field))
                : name(field);
    }

    /// What the field means, with the API's own word for it.
    public String meaning(PoolField field) {
        return texts.format("field." + field.id() + ".meaning") + "\n" + field.id();
    }

    public String group(PoolField.Group group) {
        return texts.format("group." + group.name());
    }

    /// The value as in a cell of a table, whose numbers all have so many decimals.
    ///
    /// @param decimals
    ///            0 to 2; of what is counted there are none
    public String cell(PoolField field, Value value, int decimals) {
        return value instanceof Value.Number(BigDecimal number)
                ? fixed.get(decimals).format(shown(field, number))
                : cell(field, value);
    }

    /// The value where it stands alone: with the decimals that it needs.
    public String cell(PoolField field, Value value) {
        return switch (value) {
            case Value.Absent _ -> UNKNOWN;
            case Value.Unreadable(String raw) ->
                field.unit() == PoolField.Unit.TIME ? SafeText.text(cut(raw)) + " ⚠" : UNKNOWN;
            case Value.Number(BigDecimal number) -> number(field, number);
            case Value.Portion(BigDecimal part, BigDecimal all) -> upToTwo.format(part) + " / " + upToTwo.format(all);
            case Value.Time(Instant instant) -> minutes.format(instant.atZone(zone));
            case Value.State(PoolStatus status) -> status(status);
            case Value.Text(String text) -> SafeText.text(text);
        };
    }

    /// The value in full, for a tooltip: the raw number with its unit, the moment with its offset, and what could not
    /// be read.
    public String whole(PoolField field, Value value) {
        return switch (value) {
            case Value.Absent _ -> texts.format("value.absent");
            case Value.Unreadable(String raw) -> texts.format("value.unreadable", SafeText.text(cut(raw)));
            case Value.Number(BigDecimal number) when field.unit() == PoolField.Unit.MEBIBYTES ->
                texts.format("value.mebibytes", exact.format(number), exact.format(DisplayDecimals.gibibytes(number)));
            case Value.Number(BigDecimal number) -> exact.format(number);
            case Value.Portion(BigDecimal part, BigDecimal all) ->
                texts.format("value.portion", part, all, all.subtract(part));
            case Value.Time(Instant instant) ->
                seconds.format(instant.atZone(zone)) + "\n" + instant.toEpochMilli() + " ms";
            case Value.State(PoolStatus status) -> statusMeaning(status);
            case Value.Text(String text) when field == PoolField.SPECIFICATION && !flavor(value).isEmpty() ->
                SafeText.text(text) + "\n" + flavor(value);
            case Value.Text(String text) -> SafeText.text(text);
        };
    }

    /// What a node of that specification has, in brackets because it is not what the service said; empty when it is
    /// not known.
    public String flavor(Value specification) {
        return NodeFlavor.of(specification)
                .map(one -> one.accelerators() == 0
                        ? texts.format("flavor.plain", one.vCpus(), one.memoryGiB())
                        : texts.format("flavor.cards", one.vCpus(), one.memoryGiB(), one.accelerators(),
                                one.accelerator()))
                .orElse("");
    }

    /// What the service sent beyond the catalogue: as it came, but safe to draw and not endless.
    public String asSent(String text) {
        return SafeText.text(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    /// A number as people say it, in the unit of [#unit]: as many decimals as it needs, two at most unless it is tiny.
    public String figure(PoolField field, Value value) {
        if (!(value instanceof Value.Number(BigDecimal number))) return UNKNOWN;
        return number(field, number);
    }

    /// What pools of a group have in common, and how many they are.
    public String groupHead(GroupKey key, int pools) {
        var name = switch (key) {
            case GroupKey.Said(var values) ->
                values.stream().map(value -> cell(PoolField.NAME, value)).collect(Collectors.joining(" · "));
            case GroupKey.Payment payment -> texts.format("payment." + payment.name());
        };
        return texts.format("group.head", name, pools);
    }

    /// What pools add up to, without a unit. Cards of several families stand each with their figure: they have no
    /// common sum.
    public String sum(PoolField field, PoolTotals poolTotals) {
        if (isOfFamilies(field, poolTotals))
            return cards(field, poolTotals).entrySet()
                    .stream()
                    .map(one -> texts.format("sum.family", family(one.getKey()), number(field, one.getValue())))
                    .collect(Collectors.joining(texts.format("status.join")));
        return cell(field, poolTotals.of(field).total());
    }

    /// The same as in a table cell: a question mark says that some pools are not in it. There is no room for each
    /// family of cards, so that they are several stands there, and no sum.
    ///
    /// @param decimals
    ///            those of the column
    public String sumInCell(PoolField field, PoolTotals poolTotals, int decimals) {
        var fieldSum = poolTotals.of(field);
        var text = isOfFamilies(field, poolTotals)
                ? texts.format("sum.mixed")
                : cell(field, fieldSum.total(), decimals);
        return fieldSum.unknown() > 0 && fieldSum.known() > 0 ? text + " ?" : text;
    }

    /// Whether it is a sum of cards of different families.
    static boolean isOfFamilies(PoolField field, PoolTotals poolTotals) {
        return cards(field, poolTotals).size() > 1;
    }

    private static Map<AcceleratorFamily, BigDecimal> cards(PoolField field, PoolTotals poolTotals) {
        return switch (field) {
            case ACCELERATORS -> poolTotals.cards();
            case FREE_ACCELERATORS -> poolTotals.freeCards();
            default -> Map.of();
        };
    }

    /// What a family of accelerators is called.
    public String family(AcceleratorFamily family) {
        return texts.format("family." + family.name());
    }

    /// A sum in one line: total, least, greatest and average, and how many pools are not in it.
    public String summary(PoolField field, PoolTotals poolTotals) {
        var fieldSum = poolTotals.of(field);
        var numbers = fieldSum.total() instanceof Value.Number && !isOfFamilies(field, poolTotals)
                ? texts.format("sum.summary", name(field), unit(field), cell(field, fieldSum.total()),
                        cell(field, fieldSum.smallest()), cell(field, fieldSum.largest()),
                        cell(field, fieldSum.average()))
                : texts.format("sum.total", name(field), sum(field, poolTotals));
        return fieldSum.unknown() > 0 ? texts.format("sum.unknown", numbers, fieldSum.unknown()) : numbers;
    }

    /// A sum in full, with how many pools are not in it.
    public String wholeSum(PoolField field, PoolTotals poolTotals) {
        var fieldSum = poolTotals.of(field);
        var sum = texts.format("sum.whole",
                isOfFamilies(field, poolTotals) ? sum(field, poolTotals) : whole(field, fieldSum.total()),
                fieldSum.known(), fieldSum.unknown());
        return poolTotals.logical() == 0 ? sum : sum + "\n" + texts.format("sum.logical", poolTotals.logical());
    }

    /// The status as a word; a status that the document does not know stands as it came.
    public String status(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.format("status." + status.word());
            case OTHER -> status.word().isEmpty() ? UNKNOWN : SafeText.text(status.word());
        };
    }

    /// What the status means, with the API's word.
    public String statusMeaning(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.format("status." + status.word() + ".meaning");
            case OTHER -> status.word().isEmpty()
                    ? texts.format("status.unsaid.meaning")
                    : texts.format("status.other.meaning", SafeText.text(status.word()));
        };
    }

    /// As people say it: as many decimals as it needs, two at most unless it is tiny.
    private String number(PoolField field, BigDecimal number) {
        var shown = shown(field, number);
        return (shown.abs().compareTo(TINY) < 0 ? exact : upToTwo).format(shown);
    }

    private static BigDecimal shown(PoolField field, BigDecimal number) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? DisplayDecimals.gibibytes(number) : number;
    }

    /// A large memory, in TiB.
    String tebibytes(BigDecimal mebibytes) {
        return upToTwo.format(DisplayDecimals.gibibytes(DisplayDecimals.gibibytes(mebibytes)));
    }

    private static String cut(String raw) {
        return raw.length() <= RAW_LENGTH ? raw : raw.substring(0, RAW_LENGTH) + "…";
    }
}
