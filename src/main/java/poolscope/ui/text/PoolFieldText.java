package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.Billing;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardDistribution;
import poolscope.pool.PoolStatus;
import poolscope.pool.table.GroupKey;

/// Formats fields and their values: short in a cell, full in a tooltip.
///
/// Numbers have as many decimals as needed, at most two, and the same number in a column; memory is in GiB, with the
/// exact MiB in the tooltip; a missing value is a dash, never 0. For the FX thread only: formats are not thread-safe.
public final class PoolFieldText {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    /// Text of a missing value.
    public static final String UNKNOWN = "—";

    /// The id of the workspace that a project has from its beginning (api-notes.md).
    private static final String DEFAULT_WORKSPACE = "0";
    private static final int RAW_LENGTH = 40;
    private static final int LONGEST = 200;
    private static final BigDecimal TINY = new BigDecimal("0.01");

    private final Texts texts;
    private final ZoneId zone;
    private final List<DecimalFormat> fixed;
    private final DecimalFormat upToTwo;
    private final DecimalFormat exact;
    private final EstimatedPrepaidEndText estimatedEnds;
    private final PoolTotalsText totals;
    private final NodeSpecificationText specifications;
    private final DateTimeFormatter minutes = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private final DateTimeFormatter seconds = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'xxx", Locale.ROOT);

    public PoolFieldText(Texts texts, ZoneId zone) {
        this(texts, zone, InstantSource.system());
    }

    /// @param clock
    ///            decides which days have passed
    public PoolFieldText(Texts texts, ZoneId zone, InstantSource clock) {
        this.texts = texts;
        estimatedEnds = new EstimatedPrepaidEndText(texts, clock);
        totals = new PoolTotalsText(texts, this);
        specifications = new NodeSpecificationText(texts, this);
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

    /// Sums over pools.
    public PoolTotalsText totals() {
        return totals;
    }

    /// Specifications of nodes, and what a node of one has.
    public NodeSpecificationText specifications() {
        return specifications;
    }

    /// The field's name, as in the column header.
    public String name(PoolField field) {
        return texts.format("field." + field.id());
    }

    /// The unit shown beside the name, empty for none.
    public String unit(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES ? "GiB" : "";
    }

    /// The column header where numbers are written unchanged: in files and on the clipboard.
    public String header(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES
                ? texts.format("export.header.mebibytes", name(field))
                : name(field);
    }

    /// The column header with the unit of the screen.
    public String shownHeader(PoolField field) {
        return field.unit() == PoolField.Unit.MEBIBYTES
                ? texts.format("export.header.gibibytes", name(field))
                : name(field);
    }

    /// The field's meaning, with its name in the API.
    public String meaning(PoolField field) {
        return texts.format("field." + field.id() + ".meaning") + "\n" + field.id();
    }

    public String group(PoolField.Group group) {
        return texts.format("group." + group.name());
    }

    /// The value as in a table cell.
    ///
    /// @param decimals
    ///            decimals of the column, 0 to 2; ignored for counts
    public String cell(PoolField field, FieldValue fieldValue, int decimals) {
        return fieldValue instanceof FieldValue.Number(BigDecimal number)
                ? fixed.get(decimals).format(shown(field, number))
                : cell(field, fieldValue);
    }

    /// The value outside a table, with the decimals that it needs.
    public String cell(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> UNKNOWN;
            case FieldValue.Unreadable(String raw) ->
                field.unit() == PoolField.Unit.TIME ? ExternalTextCleaner.of(cut(raw)) + " ⚠" : UNKNOWN;
            case FieldValue.Number(BigDecimal number) -> number(field, number);
            case FieldValue.Portion(BigDecimal part, BigDecimal all) ->
                upToTwo.format(part) + " / " + upToTwo.format(all);
            case FieldValue.Time(Instant instant) -> minutes.format(instant.atZone(zone));
            case FieldValue.Before(Instant instant) ->
                texts.format("value.before", minutes.format(instant.atZone(zone)));
            case FieldValue.Day(LocalDate day) -> estimatedEnds.cell(day);
            case FieldValue.State(PoolStatus status) -> status(status);
            case FieldValue.Text(String text) when field == PoolField.PERIOD_TYPE -> period(text);
            case FieldValue.Text(String text) when field == PoolField.BOUGHT -> bought(text);
            case FieldValue.Text(String text) when field == PoolField.WORKSPACE && text.equals(DEFAULT_WORKSPACE) ->
                texts.format("workspace.default", text);
            case FieldValue.Text(String text) -> ExternalTextCleaner.of(text);
        };
    }

    /// How long a pool was paid ahead, such as *12 months*; a unit that is not documented as it was sent. Empty when
    /// the service did not say both.
    public String paidAhead(Billing.Prepaid prepaid) {
        if (!(prepaid.periodNumber() instanceof FieldValue.Number(BigDecimal number))
                || !(prepaid.periodType() instanceof FieldValue.Text(String unit)) || unit.isEmpty())
            return "";
        return length(number, unit);
    }

    private String length(BigDecimal number, String unit) {
        return switch (unit) {
            case "month" -> texts.format("period.months", number);
            case "year" -> texts.format("period.years", number);
            default -> exact.format(number) + " × " + ExternalTextCleaner.of(unit);
        };
    }

    /// What [Billing.Prepaid#bought] says.
    private String bought(String text) {
        if (text.equals(Billing.UNKNOWN_PERIOD)) return texts.format("period.unknown");
        int blank = text.indexOf(' ');
        return blank > 0 && NUMBER.matcher(text.substring(0, blank)).matches()
                ? length(new BigDecimal(text.substring(0, blank)), text.substring(blank + 1))
                : ExternalTextCleaner.of(text);
    }

    /// The documented units of a period in words, another one as it was sent.
    private String period(String unit) {
        return switch (unit) {
            case "month" -> texts.format("period.month");
            case "year" -> texts.format("period.year");
            default -> ExternalTextCleaner.of(unit);
        };
    }

    /// The full value for a tooltip: the exact number with its unit, the time with its offset, or the unreadable text.
    public String whole(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> texts.format("value.absent");
            case FieldValue.Unreadable(String raw) ->
                texts.format("value.unreadable", ExternalTextCleaner.of(cut(raw)));
            case FieldValue.Number(BigDecimal number) when field.unit() == PoolField.Unit.MEBIBYTES ->
                texts.format("value.mebibytes", exact.format(number), exact.format(DisplayDecimals.gibibytes(number)));
            case FieldValue.Number(BigDecimal number) -> exact.format(number);
            case FieldValue.Portion(BigDecimal part, BigDecimal all) ->
                texts.format("value.portion", part, all, all.subtract(part));
            case FieldValue.Time(Instant instant) ->
                seconds.format(instant.atZone(zone)) + "\n" + instant.toEpochMilli() + " ms";
            case FieldValue.Before(Instant instant) ->
                texts.format("value.before.whole", seconds.format(instant.atZone(zone)));
            case FieldValue.Day(LocalDate day) -> estimatedEnds.cell(day) + "\n" + texts.format("estimate.formula");
            case FieldValue.State(PoolStatus status) -> statusMeaning(status);
            case FieldValue.Text(String text) -> ExternalTextCleaner.of(text);
        };
    }

    /// The estimated end of a pool's period with its calculation, or why there is none.
    public String wholeEstimatedEnd(Pool pool) {
        return estimatedEnds.whole(pool, pool.billing() instanceof Billing.Prepaid prepaid ? paidAhead(prepaid) : "");
    }

    /// The estimated end of a pool's period, or why there is none.
    public String estimatedEnd(Pool pool) {
        return switch (EstimatedPrepaidEnd.of(pool)) {
            case EstimatedPrepaidEnd.On on -> estimatedEnds.cell(on.end());
            case EstimatedPrepaidEnd.None none -> estimatedEnds.reason(none, pool);
        };
    }

    /// The full value of one of the fields about free resources: also how many of the free cards jobs can have.
    public String whole(PoolField field, FieldValue fieldValue, FreeResources free) {
        if (field.isFromNodes() && fieldValue instanceof FieldValue.Absent
                && free.source() != FreeResources.Source.NONE)
            return texts.format("value.nodesNotRead");
        boolean isOfCards = field.isFromNodes() || field == PoolField.FREE_ACCELERATORS;
        var usable = isOfCards ? usable(free) : "";
        return usable.isEmpty() ? whole(field, fieldValue) : whole(field, fieldValue) + "\n" + usable;
    }

    /// How many of the free cards jobs can have, and why not the others; empty until the nodes were read.
    public String usable(FreeResources free) {
        var onNodes = free.onNodes();
        if (!(onNodes.usable() instanceof FieldValue.Number(BigDecimal usable))) return "";
        return texts.format("free.usable.at",
                usable(free.accelerators().asNumber().orElse(usable), usable, onNodes.notUsable()),
                cell(PoolField.CREATED_AT, onNodes.readAt()));
    }

    /// The same in short, without the time.
    String usable(BigDecimal free, BigDecimal usable, Map<PoolFreeCardDistribution.Obstacle, BigDecimal> notUsable) {
        if (notUsable.isEmpty() && free.compareTo(usable) == 0) return texts.format("free.all", number(usable));
        var reasons = notUsable.entrySet()
                .stream()
                .map(one -> texts.format("free.not." + one.getKey().name(), number(one.getValue())))
                .collect(Collectors.joining(texts.format("fit.join")));
        return texts.format("free.usable", number(free), number(usable),
                reasons.isEmpty() ? "" : texts.format("free.not", reasons));
    }

    private String number(BigDecimal cards) {
        return number(PoolField.FREE_ACCELERATORS, cards);
    }

    /// Text of an undocumented field, made safe to draw and shortened.
    public String asSent(String text) {
        return ExternalTextCleaner.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    /// A number in the unit of [#unit], with as many decimals as needed, at most two unless it is tiny.
    public String figure(PoolField field, FieldValue fieldValue) {
        if (!(fieldValue instanceof FieldValue.Number(BigDecimal number))) return UNKNOWN;
        return number(field, number);
    }

    /// The common value of a group, and its number of pools.
    public String groupHead(GroupKey key, int pools) {
        return groupHead(groupName(key), pools);
    }

    /// The same with a shortened name.
    public String groupHead(String name, int pools) {
        return texts.format("group.head", name, pools);
    }

    /// The common value of a group.
    public String groupName(GroupKey key) {
        return switch (key) {
            case GroupKey.Said(var common, var values) -> IntStream.range(0, common.size())
                    .mapToObj(at -> cell(common.get(at), values.get(at)))
                    .collect(Collectors.joining(" · "));
            case GroupKey.Payment payment -> texts.format("payment." + payment.name());
        };
    }

    /// The name of a family of accelerators.
    public String family(AcceleratorFamily family) {
        return texts.format("family." + family.name());
    }

    /// The name of the status; an undocumented status is shown unchanged.
    public String status(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.format("status." + status.word());
            case OTHER -> status.word().isEmpty() ? UNKNOWN : ExternalTextCleaner.of(status.word());
        };
    }

    /// The meaning of the status, with its name in the API.
    public String statusMeaning(PoolStatus status) {
        return switch (status.kind()) {
            case RUNNING, DEPLOYING, CONCERNING, ABNORMAL -> texts.format("status." + status.word() + ".meaning");
            case OTHER -> status.word().isEmpty()
                    ? texts.format("status.unsaid.meaning")
                    : texts.format("status.other.meaning", ExternalTextCleaner.of(status.word()));
        };
    }

    /// Whether people are shown all of a number, so that nothing can be added to it.
    public boolean isExact(PoolField field, BigDecimal number) {
        return field.unit() != PoolField.Unit.MEBIBYTES && exact.format(number).equals(number(field, number));
    }

    /// With as many decimals as needed, at most two unless it is tiny.
    String number(PoolField field, BigDecimal number) {
        var shown = shown(field, number);
        return (shown.abs().compareTo(TINY) < 0 ? exact : upToTwo).format(shown);
    }

    /// A number with that many decimals, 0 to 2; one that they would round to nothing is written exactly.
    String number(BigDecimal shown, int decimals) {
        boolean isRoundedToZero = shown.signum() != 0 && shown.abs().compareTo(TINY) < 0;
        return (isRoundedToZero ? exact : fixed.get(decimals)).format(shown);
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
