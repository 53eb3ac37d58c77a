package poolscope.ui.text;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import poolscope.live.changes.ComparisonMoment;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.SnapshotToCompareWith;
import poolscope.live.changes.WholeConnectionChange;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolChange;
import poolscope.settings.ChangeComparisonBase;

/// Formats changes of pools and the moment that they are counted from. A sign or a word always stands beside a colour.
public final class ChangeText {
    private static final int LONGEST_FILE = 32;

    private final Texts texts;
    private final PoolFieldText fields;
    private final ZoneId zone;
    private final Clock clock;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private final DateTimeFormatter moment = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// @param clock
    ///            says which moments are of today
    public ChangeText(Texts texts, PoolFieldText fields, ZoneId zone, Clock clock) {
        this.texts = texts;
        this.fields = fields;
        this.zone = zone;
        this.clock = clock;
    }

    /// The sign of a row.
    public static String sign(PoolChange change) {
        return switch (change) {
            case PoolChange.Appeared _ -> "+";
            case PoolChange.Changed _ -> "~";
            case PoolChange.Gone _ -> "−";
        };
    }

    /// The sign of a cell: up or down for what has an order that people know, otherwise that it is different.
    public static String sign(FieldChange change) {
        boolean isOrdered = change.field().unit().isNumeric() && change.from().isKnown() && change.to().isKnown();
        if (!isOrdered) return "Δ";
        return change.from().compareTo(change.to()) < 0 ? "↑" : "↓";
    }

    /// What the change is, in a word, and whether it is better or worse.
    public String kind(PoolChange change) {
        return withMeaning(word(change), change.meaning());
    }

    /// What the change is, in a word.
    public String word(PoolChange change) {
        return switch (change) {
            case PoolChange.Appeared _ -> texts.format("change.new");
            case PoolChange.Changed _ -> texts.format("change.changed");
            case PoolChange.Gone _ -> texts.format("change.gone");
        };
    }

    /// Better, worse, or nothing.
    public String meaning(ChangeBetterOrWorse meaning) {
        return switch (meaning) {
            case WORSE, BETTER -> texts.format("change.meaning." + meaning.name());
            case NEUTRAL -> "";
        };
    }

    private String withMeaning(String text, ChangeBetterOrWorse meaning) {
        return meaning == ChangeBetterOrWorse.NEUTRAL ? text : texts.format("change.with", text, meaning(meaning));
    }

    /// The old and the new value.
    public String fromTo(FieldChange change) {
        return texts.format("change.fromTo", value(change, change.from()), value(change, change.to()));
    }

    /// A value of a changed field.
    public String value(FieldChange change, FieldValue fieldValue) {
        return fields.cell(change.field(), fieldValue);
    }

    /// The tooltip of a changed cell.
    public String cell(FieldChange change, ChangeLogEntry mark, ComparisonMoment base) {
        return withMeaning(fromTo(change), change.meaning()) + "\n" + seen(mark, base);
    }

    /// The tooltip of the sign of a row.
    public String row(ChangeLogEntry mark, ComparisonMoment base) {
        return all(mark.change()) + "\n" + seen(mark, base);
    }

    /// What the change is: its fields, one a line, or that the pool is new or gone.
    public String all(PoolChange change) {
        return NetChangesCalculator.visible(change).orElse(change) instanceof PoolChange.Changed changed
                ? changed(changed.fields())
                : kind(change);
    }

    private String changed(List<FieldChange> changes) {
        return changes.stream()
                .filter(change -> !change.isRepetition())
                .map(change -> texts.format("change.field", fields.name(change.field()),
                        withMeaning(fromTo(change), change.meaning())))
                .collect(Collectors.joining("\n"));
    }

    private String seen(ChangeLogEntry mark, ComparisonMoment base) {
        return texts.format("change.seen", moment(mark.seenAt()), since(base));
    }

    /// What became of all pools of a connection.
    public String whole(WholeConnectionChange change) {
        return texts.format("change.connection." + change.kind().name(), change.pools());
    }

    /// The moment that changes are counted from, with its name.
    public String since(ComparisonMoment base) {
        if (base.snapshot().isPresent())
            return texts.format("change.since.file", fileAndMoment(base.snapshot().get().comparison()));
        if (base.isEarliest())
            return base.actual().map(at -> texts.format("change.since.earliest", moment(at))).orElse("");
        return base.shown()
                .map(at -> texts.format("change.since." + base.base().name(), moment(at)))
                .orElseGet(() -> texts.format("change.since.unknown." + base.base().name()));
    }

    /// The name of a file, cut when it is long, and the moment of it that pools are compared with.
    public String fileAndMoment(SnapshotToCompareWith file) {
        var name = SnapshotText.name(file.file());
        return texts.format("change.file",
                name.length() > LONGEST_FILE ? name.substring(0, LONGEST_FILE - 1) + "…" : name, moment(file.moment()));
    }

    /// Why the changes are counted from another moment than the one that was chosen; empty when they are not.
    public String earliest(ComparisonMoment base) {
        return base.isEarliest() ? base.actual().map(at -> texts.format("change.earliest", moment(at))).orElse("") : "";
    }

    /// The name of a moment to compare with.
    public String base(ChangeComparisonBase base) {
        return texts.format("change.base." + base.name());
    }

    /// How many changes there are, how many of them are worse, and since when.
    public String summary(PoolChanges changes) {
        var left = changes.base().snapshot().map(file -> file.notCompared().size()).orElse(0);
        return left == 0 ? compared(changes) : texts.format("change.summary.notCompared", compared(changes), left);
    }

    private String compared(PoolChanges changes) {
        if (changes.base().actual().isEmpty()) return texts.format("change.summary.none", since(changes.base()));
        if (changes.count() == 0)
            return changes.acknowledged() == 0
                    ? texts.format(changes.isWatched() ? "change.summary.nothing" : "change.summary.unwatched",
                            since(changes.base()))
                    : texts.format("change.summary.acknowledged", changes.acknowledged(), since(changes.base()));
        var text = texts.format("change.summary", changes.count(), since(changes.base()));
        return changes.worse() == 0 ? text : texts.format("change.summary.worse", text, changes.worse());
    }

    /// The longest that [#summary] may become while no more than these pools change.
    public String longestSummary(PoolChanges changes, int pools) {
        return texts.format("change.summary.worse", texts.format("change.summary", pools, since(changes.base())),
                pools);
    }

    /// The longest that [#brief] may become while no more than these pools change.
    public String longestBrief(int pools) {
        return texts.format("change.brief.worse", pools, pools);
    }

    /// How many changes there are, in a narrow place.
    public String brief(PoolChanges changes) {
        if (changes.count() == 0) return texts.format("change.brief.nothing");
        return changes.worse() == 0
                ? texts.format("change.brief", changes.count())
                : texts.format("change.brief.worse", changes.count(), changes.worse());
    }

    /// A pool's name.
    public String poolName(FieldValue name) {
        return fields.cell(PoolField.NAME, name);
    }

    /// A time of day; of another day with its date.
    public String moment(Instant at) {
        var there = at.atZone(zone);
        boolean isToday = there.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
        return (isToday ? time : moment).format(there);
    }
}
