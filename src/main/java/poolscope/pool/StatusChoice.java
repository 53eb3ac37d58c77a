package poolscope.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What a filter says of the status, apart from the rest: what the status list on the screen shows and changes.
///
/// @param statuses
///            the terms that ask for nothing but the status; [PoolFilter#ALL] when there are none
/// @param rest
///            all other terms
public record StatusChoice(PoolFilter statuses, PoolFilter rest) {

    /// Takes a filter apart.
    public static StatusChoice in(PoolFilter filter) {
        var statuses = new ArrayList<PoolFilter>();
        var rest = new ArrayList<PoolFilter>();
        for (var term : filter.terms())
            (asksOnlyForStatus(term) ? statuses : rest).add(term);
        return new StatusChoice(PoolFilter.allOf(statuses), PoolFilter.allOf(rest));
    }

    /// Whether the filter speaks of the status at all.
    public boolean isMade() {
        return !(statuses instanceof PoolFilter.All);
    }

    /// Whether pools of that status are shown.
    public boolean allows(PoolStatus status) {
        return statuses.matches(Pool.withNothingBut(status), Instant.EPOCH);
    }

    /// The filter with that status added to those asked for, or taken out again; `known` are the statuses that can be chosen. The
    /// last one taken out means that the status does not matter.
    public PoolFilter toggled(PoolStatus status, Collection<PoolStatus> known) {
        var chosen = new LinkedHashSet<PoolStatus>();
        if (isMade()) Stream.concat(known.stream(), Stream.of(status)).filter(this::allows).forEach(chosen::add);
        if (!chosen.remove(status)) chosen.add(status);
        if (chosen.isEmpty()) return rest;
        List<FilterTerm.StatusName> names = chosen.stream().sorted().<FilterTerm.StatusName>map(StatusChoice::name).toList();
        return new FilterTerm.StatusIs(names).and(rest);
    }

    private static FilterTerm.StatusName name(PoolStatus status) {
        return status.kind() == PoolStatus.Kind.OTHER
                ? new FilterTerm.OfWord(status.word())
                : new FilterTerm.OfKind(status.kind());
    }

    private static boolean asksOnlyForStatus(PoolFilter filter) {
        return switch (filter) {
            case PoolFilter.All _ -> false;
            case PoolFilter.And(var parts) -> parts.stream().allMatch(StatusChoice::asksOnlyForStatus);
            case PoolFilter.Or(var parts) -> parts.stream().allMatch(StatusChoice::asksOnlyForStatus);
            case PoolFilter.Not(var part) -> asksOnlyForStatus(part);
            case FilterTerm.StatusIs _,FilterTerm.StatusStarts _ -> true;
            case FilterTerm.Matches matches -> matches.field() == PoolField.STATUS;
            case FilterTerm.Has has -> has.field() == PoolField.STATUS;
            case FilterTerm.Word _,FilterTerm.Contains _,FilterTerm.Compare _,FilterTerm.Age _,FilterTerm.OneOf _ -> false;
        };
    }
}
