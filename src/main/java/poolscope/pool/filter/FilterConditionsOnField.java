package poolscope.pool.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// What a filter says of one field, apart from the rest: what the list of the field's values shows and changes.
///
/// @param own
///            the terms that ask for nothing but the field; [PoolFilter#ALL] when there are none
/// @param rest
///            all other terms
public record FilterConditionsOnField(PoolField field, PoolFilter own, PoolFilter rest) {
    private static final int MOST_LISTED = 500;
    /// Each of them is up to three terms.
    private static final int MOST_CONDITIONS = 150;

    /// Takes a filter apart.
    public static FilterConditionsOnField in(PoolFilter filter, PoolField field) {
        var scope = scope(field);
        var own = new ArrayList<PoolFilter>();
        var rest = new ArrayList<PoolFilter>();
        for (var term : filter.terms())
            (asksOnlyFor(scope, term) ? own : rest).add(term);
        return new FilterConditionsOnField(field, PoolFilter.allOf(own), PoolFilter.allOf(rest));
    }

    /// Whether the filter speaks of the field at all.
    public boolean isMade() {
        return !(own instanceof PoolFilter.All);
    }

    /// Whether the pool is shown, as far as the field decides that.
    public boolean allows(Pool pool, Instant now) {
        return !isMade() || own.matches(pool, now);
    }

    /// The rest of the filter, and of the field the ticked ones of these values. It names them or the others, whichever
    /// are fewer; in the second case it also shows values that nobody has seen yet.
    ///
    /// @param all
    ///            the values that could be ticked, in the order to name them; [FieldValue#ABSENT] for "not said"
    public PoolFilter with(Set<FieldValue> ticked, Collection<FieldValue> all) {
        var ones = all.stream().filter(ticked::contains).toList();
        var others = all.stream().filter(fieldValue -> !ticked.contains(fieldValue)).toList();
        if (others.isEmpty()) return rest;
        return rest.and(ones.size() <= others.size() ? anyOf(ones) : anyOf(others).negate());
    }

    /// Whether a filter that separates so many values from so many others can still be read.
    public boolean canTell(int ticked, int others) {
        return Math.min(ticked, others) <= (isListed() ? MOST_LISTED : MOST_CONDITIONS);
    }

    /// Whether several values of the field are one condition.
    private boolean isListed() {
        return switch (field.unit()) {
            case TEXT, ID, STATUS, COUNT, CORES, MEBIBYTES, CARDS, DAY -> true;
            case PORTION, TIME -> false;
        };
    }

    private PoolFilter anyOf(List<FieldValue> values) {
        var said = values.stream().filter(FieldValue::isSaid).toList();
        var parts = new ArrayList<PoolFilter>();
        if (said.size() < 2 || !isListed()) said.forEach(fieldValue -> parts.add(PoolFilter.is(field, fieldValue)));
        else if (field.unit() == PoolField.Unit.STATUS)
            parts.add(new FilterCondition.StatusIs(said.stream().map(FilterCondition::statusName).toList()));
        else
            parts.add(new FilterCondition.OneOf(field, new LinkedHashSet<>(said)));
        if (said.size() < values.size()) parts.add(PoolFilter.is(field, FieldValue.ABSENT));
        return PoolFilter.anyOf(parts);
    }

    /// The fields that a filter can speak of to say something of this one.
    private static Set<PoolField> scope(PoolField field) {
        return field == PoolField.NODES
                ? EnumSet.of(PoolField.AVAILABLE_NODES, PoolField.NODE_COUNT)
                : EnumSet.of(field);
    }

    private static boolean asksOnlyFor(Set<PoolField> fields, PoolFilter filter) {
        return switch (filter) {
            case PoolFilter.All _ -> false;
            case PoolFilter.And(var parts) -> parts.stream().allMatch(part -> asksOnlyFor(fields, part));
            case PoolFilter.Or(var parts) -> parts.stream().allMatch(part -> asksOnlyFor(fields, part));
            case PoolFilter.Not(var part) -> asksOnlyFor(fields, part);
            case FilterCondition.StatusIs _, FilterCondition.StatusStarts _ -> fields.contains(PoolField.STATUS);
            case FilterCondition.Age _ -> fields.contains(PoolField.CREATED_AT);
            case FilterCondition.Matches matches -> fields.contains(matches.field());
            case FilterCondition.Has has -> fields.contains(has.field());
            case FilterCondition.Contains contains -> fields.contains(contains.field());
            case FilterCondition.OneOf oneOf -> fields.contains(oneOf.field());
            case FilterCondition.Compare(var field, _, FilterCondition.OfField(var other)) ->
                fields.contains(field) && fields.contains(other);
            case FilterCondition.Compare compare -> fields.contains(compare.field());
            case FilterCondition.Word _ -> false;
        };
    }
}
