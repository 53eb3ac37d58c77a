package poolscope.pool.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// What a filter says of the status, apart from the rest: what the status list on the screen shows and changes.
///
/// @param statuses
///            the terms that ask for nothing but the status; [PoolFilter#ALL] when there are none
/// @param rest
///            all other terms
public record FilterConditionsOnStatus(PoolFilter statuses, PoolFilter rest) {

    /// Takes a filter apart.
    public static FilterConditionsOnStatus in(PoolFilter filter) {
        var choice = FilterConditionsOnField.in(filter, PoolField.STATUS);
        return new FilterConditionsOnStatus(choice.own(), choice.rest());
    }

    /// Whether the filter speaks of the status at all.
    public boolean isMade() {
        return !(statuses instanceof PoolFilter.All);
    }

    /// Whether pools of that status are shown.
    public boolean allows(PoolStatus status) {
        return statuses.matches(Pool.withNothingBut(status), Instant.EPOCH);
    }

    /// The filter with that status added to those asked for, or taken out again; `known` are the statuses that can be
    /// chosen. The last one taken out means that the status does not matter.
    public PoolFilter toggled(PoolStatus status, Collection<PoolStatus> known) {
        var chosen = new LinkedHashSet<PoolStatus>();
        if (isMade()) Stream.concat(known.stream(), Stream.of(status)).filter(this::allows).forEach(chosen::add);
        if (!chosen.remove(status)) chosen.add(status);
        if (chosen.isEmpty()) return rest;
        List<FilterCondition.StatusName> names = chosen.stream().sorted().map(FilterCondition::statusName).toList();
        return new FilterCondition.StatusIs(names).and(rest);
    }
}
