package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import poolscope.pool.Flavor;
import poolscope.pool.GroupKey;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Sum;
import poolscope.pool.Value;

/// What a field and its value are called: short in a cell, whole in a tooltip.
///
/// Numbers keep the same decimals down a column; memory is written in GiB with the raw MiB in the tooltip; what the service did
/// not say is a dash, never 0. For the FX thread alone: formats are not thread-safe.
public final class FieldText {
    /// What stands where the service said nothing.
    public static final String UNKNOWN = "—";

    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);
    private static final int RAW_LENGTH = 40;
    private static final int LONGEST = 200;
    private static final BigDecimal TINY = new BigDecimal("0.01");
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000);

    private final Texts texts;
    private final ZoneId zone;
    private final DecimalFormat whole;
    private final DecimalFormat rounded;
    private final DecimalFormat one;
    private final DecimalFormat two;
    private final DecimalFormat exact;
    private final DecimalFormat brief;
    private final DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);

    public FieldText(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        var symbols = DecimalFormatSymbols.getInstance(texts.locale());
        whole = new DecimalFormat("#,##0.###", symbols);
        rounded = new DecimalFormat("#,##0", symbols);
        one = new DecimalFormat("#,##0.0", symbols);
        two = new DecimalFormat("#,##0.00", symbols);
        brief = new DecimalFormat("#,##0.##", symbols);
        exact = new DecimalFormat("#,##0.##########", symbols);
    }

    /// The field's name, as on a column header.
    public String name(PoolField field) {
        return texts.say("field." + field.id());
    }

    /// The unit that stands beside the name, empty for none.
    public String unit(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? "GiB" : "";
    }

    /// What stands above the column where numbers are written as sent: in files and on the clipboard.
    public String header(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? texts.say("export.header.mebibytes", name(field)) : name(field);
    }

    /// What the field means, with the API's own word for it.
    public String meaning(PoolField field) {
        return texts.say("field." + field.id() + ".meaning") + "\n" + field.id();
    }

    public String group(PoolField.Group group) {
        return texts.say("group." + group.name());
    }

    /// The value as in a table cell.
    public String cell(PoolField field, Value value) {
        return switch (value) {
            case Value.Absent _ -> UNKNOWN;
            case Value.Unreadable(String raw) -> field.unit() == PoolField.Unit.TIME ? Inert.text(cut(raw)) + " ⚠" : UNKNOWN;
            case Value.Number(BigDecimal number) -> number(field, number);
            case Value.Portion(BigDecimal part, BigDecimal all) -> whole.format(part) + " / " + whole.format(all);
            case Value.Time(Instant instant) -> minutes.format(instant.atZone(zone));
            case Value.State(PoolStatus status) -> status(status);
            case Value.Text(String text) -> Inert.text(text);
        };
    }

    /// The value in full, for a tooltip: the raw number with its unit, the moment with its offset, and what could not be read.
    public String whole(PoolField field, Value value) {
        return switch (value) {
            case Value.Absent _ -> texts.say("value.absent");
            case Value.Unreadable(String raw) -> texts.say("value.unreadable", Inert.text(cut(raw)));
            case Value.Number(BigDecimal number) when field.unit() == PoolField.Unit.MEBIBYTES ->
                texts.say("value.mebibytes", exact.format(number), exact.format(gibibytes(number)));
            case Value.Number(BigDecimal number) -> exact.format(number);
            case Value.Portion(BigDecimal part, BigDecimal all) ->
                texts.say("value.portion", part, all, all.subtract(part));
            case Value.Time(Instant instant) -> seconds.format(instant.atZone(zone)) + "\n" + instant.toEpochMilli() + " ms";
            case Value.State(PoolStatus status) -> statusMeaning(status);
            case Value.Text(String text) when field == PoolField.SPECIFICATION && !flavor(value).isEmpty() ->
                Inert.text(text) + "\n" + flavor(value);
            case Value.Text(String text) -> Inert.text(text);
        };
    }

    /// What a node of that specification has, in brackets because it is not what the service said; empty when it is not known.
    public String flavor(Value specification) {
        return Flavor.of(specification).map(one -> one.accelerators() == 0
                ? texts.say("flavor.plain", one.vCpus(), one.memoryGiB())
                : texts.say("flavor.cards", one.vCpus(), one.memoryGiB(), one.accelerators(), one.accelerator())).orElse("");
    }

    /// What the service sent beyond the catalogue: as it came, but safe to draw and not endless.
    public String asSent(String text) {
        return Inert.text(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    /// A number as people say it, in the unit of [#unit]: as many decimals as it needs, two at most unless it is tiny.
    public String figure(PoolField field, Value value) {
        if (!(value instanceof Value.Number(BigDecimal number))) return UNKNOWN;
        var shown = field.unit() == PoolField.Unit.MEBIBYTES ? gibibytes(number) : number;
        return (shown.abs().compareTo(TINY) < 0 ? exact : brief).format(shown);
    }

    /// What pools of a group have in common, and how many they are.
    public String groupHead(GroupKey key, int pools) {
        var name = switch (key) {
            case GroupKey.Said(var values) ->
                values.stream().map(value -> cell(PoolField.NAME, value)).collect(Collectors.joining(" · "));
            case GroupKey.Payment payment -> texts.say("payment." + payment.name());
        };
        return texts.say("group.head", name, pools);
    }

    /// A sum as in a table cell, without decimals when it is large; a question mark says that some pools are not in it.
    public String sum(PoolField field, Sum sum) {
        var text = switch (sum.total()) {
            case Value.Number(BigDecimal number) when number.compareTo(LARGE) >= 0 ->
                rounded.format(field.unit() == PoolField.Unit.MEBIBYTES ? gibibytes(number) : number);
            case Value.Number _,Value.Portion _,Value.Absent _,Value.Unreadable _,Value.Time _,Value.State _,Value.Text _ ->
                cell(field, sum.total());
        };
        return sum.unknown() > 0 && sum.known() > 0 ? text + " ?" : text;
    }

    /// A sum in one line: total, least, greatest and average, and how many pools are not in it.
    public String summary(PoolField field, Sum sum) {
        var numbers = sum.total() instanceof Value.Number
                ? texts.say("sum.summary", name(field), unit(field), cell(field, sum.total()), cell(field, sum.smallest()),
                        cell(field, sum.largest()), cell(field, sum.average()))
                : texts.say("sum.total", name(field), cell(field, sum.total()));
        return sum.unknown() > 0 ? texts.say("sum.unknown", numbers, sum.unknown()) : numbers;
    }

    /// A sum in full, with how many pools are not in it.
    public String wholeSum(PoolField field, Sum sum) {
        return texts.say("sum.whole", whole(field, sum.total()), sum.known(), sum.unknown());
    }

    /// The status as a word; a status that the document does not know stands as it came.
    public String status(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.say("status." + status.word());
            case OTHER -> status.word().isEmpty() ? UNKNOWN : Inert.text(status.word());
        };
    }

    /// What the status means, with the API's word.
    public String statusMeaning(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.say("status." + status.word() + ".meaning");
            case OTHER -> status.word().isEmpty()
                    ? texts.say("status.unsaid.meaning")
                    : texts.say("status.other.meaning", Inert.text(status.word()));
        };
    }

    private String number(PoolField field, BigDecimal number) {
        return switch (field.unit()) {
            case MEBIBYTES -> one.format(gibibytes(number));
            case CORES -> two.format(number);
            case CARDS -> one.format(number);
            case COUNT, PORTION, TEXT, ID, STATUS, TIME -> whole.format(number);
        };
    }

    /// A large memory, in TiB.
    String tebibytes(BigDecimal mebibytes) {
        return one.format(gibibytes(gibibytes(mebibytes)));
    }

    private static BigDecimal gibibytes(BigDecimal mebibytes) {
        return mebibytes.divide(MIB_PER_GIB, MathContext.DECIMAL64);
    }

    private static String cut(String raw) {
        return raw.length() <= RAW_LENGTH ? raw : raw.substring(0, RAW_LENGTH) + "…";
    }
}
