package poolscope.ui.text;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.Billing;
import poolscope.pool.DisplayDecimals;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.filter.FilterFieldNames;
import poolscope.pool.table.PoolGroupIdentity;

/// Formats fields and their values: short in a cell, full in a tooltip.
///
/// Numbers have as many decimals as needed, at most two, and the same number in a column; memory is in GiB, with the
/// exact MiB in the tooltip; a missing value is a dash, never 0. For the FX thread only: formats are not thread-safe.
public final class PoolFieldText {
    /// Text of a missing value.
    public static final String UNKNOWN = "—";

    /// The id of the workspace that a project has from its beginning (api-notes.md).
    private static final String DEFAULT_WORKSPACE = "0";
    private static final int RAW_LENGTH = 40;
    private static final int LONGEST = 200;

    private final Texts texts;
    private final ZoneId zone;
    private final TimeText times;
    private final AmountText amounts;
    private final BillingPeriodText periods;
    private final UsableCardsText usableCards;
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
        times = new TimeText(texts, zone);
        amounts = new AmountText(texts.locale());
        periods = new BillingPeriodText(texts, amounts);
        usableCards = new UsableCardsText(texts, this);
    }

    /// The time of day.
    String clock(Instant instant) {
        return times.clock(instant);
    }

    /// Sums over pools.
    public PoolTotalsText totals() {
        return totals;
    }

    /// Specifications of nodes, and what a node of one has.
    public NodeSpecificationText specifications() {
        return specifications;
    }

    /// Prepaid periods.
    public BillingPeriodText periods() {
        return periods;
    }

    /// How many of the free cards jobs can have.
    public UsableCardsText usableCards() {
        return usableCards;
    }

    /// Amounts in the units of the screen.
    AmountText amounts() {
        return amounts;
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

    /// The field's meaning, with its name in a filter if it has one.
    public String meaning(PoolField field) {
        var meaning = texts.format("field." + field.id() + ".meaning");
        if (FilterFieldNames.of(field).isEmpty()) return meaning;
        var name = FilterFieldNames.printed(field, new FilterText(texts).language());
        return meaning + "\n" + texts.format("fields.filter", name);
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
                ? amounts.cell(field, number, decimals)
                : cell(field, fieldValue);
    }

    /// The value outside a table, with the decimals that it needs.
    public String cell(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> UNKNOWN;
            case FieldValue.Unreadable(String raw) ->
                field.unit() == PoolField.Unit.TIME ? ExternalTextCleaner.of(cut(raw)) + " ⚠" : UNKNOWN;
            case FieldValue.Number(BigDecimal number) -> amounts.number(field, number);
            case FieldValue.Portion(BigDecimal part, BigDecimal all) -> amounts.portion(part, all);
            case FieldValue.Time(Instant instant) -> minutes.format(instant.atZone(zone));
            case FieldValue.Before(Instant instant) ->
                texts.format("value.before", minutes.format(instant.atZone(zone)));
            case FieldValue.Day(LocalDate day) -> estimatedEnds.cell(day);
            case FieldValue.State(PoolStatus status) -> status(status);
            case FieldValue.Text(String text) when field == PoolField.PERIOD_TYPE -> periods.unit(text);
            case FieldValue.Text(String text) when field == PoolField.BOUGHT -> periods.bought(text);
            case FieldValue.Text(String text) when field == PoolField.WORKSPACE && text.equals(DEFAULT_WORKSPACE) ->
                texts.format("workspace.default", text);
            case FieldValue.Text(String text) -> ExternalTextCleaner.of(text);
        };
    }

    /// The full value for a tooltip: the exact number with its unit, the time with its offset, or the unreadable text.
    public String whole(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Absent _ -> texts.format("value.absent");
            case FieldValue.Unreadable(String raw) ->
                texts.format("value.unreadable", ExternalTextCleaner.of(cut(raw)));
            case FieldValue.Number(BigDecimal number) when field.unit() == PoolField.Unit.MEBIBYTES -> texts
                    .format("value.mebibytes", amounts.exact(number), amounts.exact(DisplayDecimals.gibibytes(number)));
            case FieldValue.Number(BigDecimal number) -> amounts.exact(number);
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
        return estimatedEnds.whole(pool,
                pool.billing() instanceof Billing.Prepaid prepaid ? periods.paidAhead(prepaid) : "");
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
        var usable = isOfCards ? usableCards.of(free) : "";
        return usable.isEmpty() ? whole(field, fieldValue) : whole(field, fieldValue) + "\n" + usable;
    }

    /// Text of an undocumented field, made safe to draw and shortened.
    public String asSent(String text) {
        return ExternalTextCleaner.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }

    /// A number in the unit of [#unit], with as many decimals as needed, at most two unless it is tiny.
    public String figure(PoolField field, FieldValue fieldValue) {
        if (!(fieldValue instanceof FieldValue.Number(BigDecimal number))) return UNKNOWN;
        return amounts.number(field, number);
    }

    /// The common value of a group, which may be shortened, and its number of pools.
    public String groupHead(String name, int pools) {
        return texts.format("group.head", name, pools);
    }

    /// The common value of a group.
    public String groupName(PoolGroupIdentity key) {
        return switch (key) {
            case PoolGroupIdentity.SharedValues(var common, var values) -> IntStream.range(0, common.size())
                    .mapToObj(at -> cell(common.get(at), values.get(at)))
                    .collect(Collectors.joining(" · "));
            case PoolGroupIdentity.Payment payment -> texts.format("payment." + payment.name());
        };
    }

    /// The name of a family of accelerators.
    public String family(AcceleratorFamily family) {
        return texts.format("family." + family.name());
    }

    /// The name of the family of a type of cards; of a type of no known family the type itself.
    String cardsOf(AcceleratorFamily family, String type) {
        return family == AcceleratorFamily.UNKNOWN ? ExternalTextCleaner.of(type) : family(family);
    }

    /// The name of the status; an undocumented status is shown unchanged.
    public String status(PoolStatus status) {
        if (status.isDocumented()) return texts.format("status." + status.word());
        return status.word().isEmpty() ? UNKNOWN : ExternalTextCleaner.of(status.word());
    }

    /// The meaning of the status, with its name in the API.
    public String statusMeaning(PoolStatus status) {
        if (status.isDocumented()) return texts.format("status." + status.word() + ".meaning");
        return status.word().isEmpty()
                ? texts.format("status.unsaid.meaning")
                : texts.format("status.other.meaning", ExternalTextCleaner.of(status.word()));
    }

    /// Whether people are shown all of a number, so that nothing can be added to it.
    public boolean isExact(PoolField field, BigDecimal number) {
        return field.unit() != PoolField.Unit.MEBIBYTES && amounts.exact(number).equals(amounts.number(field, number));
    }

    private static String cut(String raw) {
        return raw.length() <= RAW_LENGTH ? raw : raw.substring(0, RAW_LENGTH) + "…";
    }
}
