package poolscope.pool.watch;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterCondition;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;

/// What the filter text of a rule means, or why it can't be watched.
public sealed interface ParsedWatchFilter {

    /// It can be watched.
    record Valid(PoolFilter filter) implements ParsedWatchFilter {}

    /// The text is no filter.
    record Invalid(FilterProblem problem) implements ParsedWatchFilter {}

    /// It asks for a field that is known only for some minutes after somebody has opened the pool's nodes. Its pools
    /// would seem to change whenever that time is over.
    record NeedsNodes(PoolField field) implements ParsedWatchFilter {}

    /// @param zone
    ///            of dates in the text
    static ParsedWatchFilter of(String text, ZoneId zone) {
        var parsed = PoolFilter.parse(text, zone);
        if (parsed.verdict() != PoolFilter.Verdict.VALID) return new Invalid(parsed.problems().getFirst());
        return fields(parsed.filter()).filter(ParsedWatchFilter::comesFromNodes)
                .findFirst()
                .<ParsedWatchFilter>map(NeedsNodes::new)
                .orElseGet(() -> new Valid(parsed.filter()));
    }

    /// The filter; empty when it can't be watched.
    default Optional<PoolFilter> filterIfValid() {
        return this instanceof Valid(var filter) ? Optional.of(filter) : Optional.empty();
    }

    private static boolean comesFromNodes(PoolField field) {
        return field == PoolField.LARGEST_FREE_BLOCK || field == PoolField.WHOLE_FREE_NODES;
    }

    /// The fields that the filter names.
    private static Stream<PoolField> fields(PoolFilter filter) {
        return switch (filter) {
            case PoolFilter.All _ -> Stream.empty();
            case PoolFilter.And(List<PoolFilter> parts) -> parts.stream().flatMap(ParsedWatchFilter::fields);
            case PoolFilter.Or(List<PoolFilter> parts) -> parts.stream().flatMap(ParsedWatchFilter::fields);
            case PoolFilter.Not(PoolFilter part) -> fields(part);
            case FilterCondition.Word _ -> Stream.empty();
            case FilterCondition.Has(PoolField field) -> Stream.of(field);
            case FilterCondition.Contains(PoolField field, var _) -> Stream.of(field);
            case FilterCondition.Matches(PoolField field, var _) -> Stream.of(field);
            case FilterCondition.Compare(PoolField field, var _, FilterCondition.OfField(PoolField other)) ->
                Stream.of(field, other);
            case FilterCondition.Compare(PoolField field, var _, var _) -> Stream.of(field);
            case FilterCondition.OneOf(PoolField field, var _) -> Stream.of(field);
            case FilterCondition.Age _ -> Stream.of(PoolField.CREATED_AT);
            case FilterCondition.StatusIs _, FilterCondition.StatusStarts _ -> Stream.of(PoolField.STATUS);
        };
    }
}
