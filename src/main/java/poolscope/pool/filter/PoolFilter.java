package poolscope.pool.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// Which of the pools that we have are shown: a value, written and read as text. (What the server is asked is something
/// else.)
///
/// ```
/// filter      = [ alternative ] ;
/// alternative = conjunction { "or" conjunction } ;
/// conjunction = negation { [ "and" ] negation } ;           (* side by side means and *)
/// negation    = { "not" | "!" } term ;
/// term        = "(" alternative ")" | "*" | word | phrase | fact ;   (* word, phrase: in a text, or pinyin initials of the name *)
/// fact        = field ":" value                             (* contains; status begins with; numbers and times equal *)
///             | field ( "=" | "!=" ) value                  (* exactly so, letter by letter *)
///             | field ( "<" | "<=" | ">" | ">=" ) ( value | field )
///             | field "~" ( word | phrase )                 (* a regular expression is found in it *)
///             | field "in" "(" value { "," value } ")"      (* exactly one of them *)
///             | ( "has" | "missing" ) ":" field ;
/// value       = word | phrase | number | memory | age | time ;
/// memory      = number [ "KiB" | "MiB" | "GiB" | "TiB" ] ;  (* MiB if bare; K, KB, Ki … mean the same *)
/// age         = digits ( "s" | "m" | "h" | "d" | "w" | "mo" | "y" ) ;        (* mo = 30 days, y = 365 days *)
/// time        = date | date "T" hours ":" minutes [ ":" seconds ] [ "Z" | offset ] ;
/// phrase      = '"' { any | '\"' | '\\' } '"' ;             (* verbatim *)
/// ```
///
/// - A plain word or phrase is looked for in every text, id and status of a pool, and in the pinyin initials of a name
///   in Chinese (`xlc` finds 训练池). Words and `:` ignore case and width.
/// - Fields have short names, the document's ids and Chinese names: see [FilterFieldNames]. Keywords in Chinese: 且 或 非 有
///   缺; like the English ones they stand apart from words by a blank, a bracket or a colon. `：＞＜＝（），“”！～`, full-width
///   letters, digits and blanks are read as their ASCII twins, `≤ ≥ ≠ == <>` as `<= >= != = !=`; text in quotes stays as
///   it is.
/// - `status:` takes the four documented words, `other`, their Chinese names, or the beginning of any word of the
///   service; `status="scaling"` is exactly that word. A status that was not sent is one of `other`.
/// - Only numbers stand against fields (`avail<nodes`). Only `< <= > >=` compare ages. A date is a whole day of the
///   zone.
/// - Logic has two values. A comparison with something that is absent or unreadable is false, `!=` too; so `not gpu=8`
///   shows the pools whose number is not known and `gpu!=8` doesn't. That keeps the laws of sets (`not` is the
///   complement, `and` the intersection, `or` the union).
///
/// Values are made by [#parse] and the factories; the records refuse shapes that text can't have (an *and* of one,
/// for example).
public sealed interface PoolFilter
        permits PoolFilter.All, PoolFilter.And, PoolFilter.Or, PoolFilter.Not, FilterCondition {

    /// Matches everything.
    PoolFilter ALL = new All();

    /// Every pool.
    record All() implements PoolFilter {}

    /// The pools that match all parts; at least two different ones, none of them an *and* or everything.
    record And(List<PoolFilter> parts) implements PoolFilter {
        public And {
            parts = List.copyOf(parts);
            require(parts.size() > 1 && parts.stream().noneMatch(part -> part instanceof And || part instanceof All));
        }
    }

    /// The pools that match some part; at least two different ones, none of them an *or* or everything.
    record Or(List<PoolFilter> parts) implements PoolFilter {
        public Or {
            parts = List.copyOf(parts);
            require(parts.size() > 1 && parts.stream().noneMatch(part -> part instanceof Or || part instanceof All));
        }
    }

    /// The pools that don't match the part, which is not itself a negation.
    record Not(PoolFilter part) implements PoolFilter {
        public Not {
            require(!(part instanceof Not));
        }
    }

    /// What was read from a text. Never an exception, whatever the text.
    ///
    /// @param filter
    ///            what the valid parts say; worth showing when `verdict` is not [Verdict#WRONG]
    /// @param problems
    ///            in the order of the text, empty when valid
    record Parsed(String text, PoolFilter filter, Verdict verdict, List<FilterProblem> problems) {
        public Parsed {
            problems = List.copyOf(problems);
        }
    }

    /// Whether a text is a filter.
    enum Verdict {
        /// Yes.
        VALID,
        /// Not yet, but more letters at its end can make it one.
        INCOMPLETE,
        /// No.
        WRONG
    }

    /// What the text says, with dates in UTC.
    static Parsed parse(String text) {
        return parse(text, ZoneOffset.UTC);
    }

    /// What the text says, with dates and times in that zone.
    static Parsed parse(String text, ZoneId zone) {
        return new FilterParser(text, zone).parse();
    }

    /// Whether the pool is shown. `now` is what ages count from.
    default boolean matches(Pool pool, Instant now) {
        return FilterEvaluator.matches(this, pool, now);
    }

    /// Whether a value that decides about the pool is not known, so that [#matches] says only what is shown meanwhile.
    default boolean isUndecided(Pool pool, Instant now) {
        return FilterEvaluator.of(this, pool, now) == FilterEvaluator.UNKNOWN;
    }

    /// The canonical text: parsed again (in the zone of its dates) it gives this filter. Empty for [#ALL].
    default String print() {
        return print(FilterKeywordLanguage.ENGLISH);
    }

    /// The text in that language: parsed again (in the zone of its dates) it gives this filter. Empty for [#ALL].
    default String print(FilterKeywordLanguage language) {
        return this instanceof All ? "" : FilterPrinter.print(this, language);
    }

    /// What must all be true: one chip each.
    default List<PoolFilter> terms() {
        return switch (this) {
            case All _ -> List.of();
            case And(List<PoolFilter> parts) -> parts;
            case Or _, Not _, FilterCondition _ -> List.of(this);
        };
    }

    /// Shows only what both show. Saying the same twice changes nothing.
    default PoolFilter and(PoolFilter other) {
        return allOf(List.of(this, other));
    }

    /// Shows what either shows.
    default PoolFilter or(PoolFilter other) {
        return anyOf(List.of(this, other));
    }

    /// Shows exactly what this hides.
    default PoolFilter negate() {
        return this instanceof Not(PoolFilter part) ? part : new Not(this);
    }

    /// Without that one of the [#terms].
    default PoolFilter without(PoolFilter term) {
        return replace(term, ALL);
    }

    /// With another term in the place of that one of the [#terms].
    default PoolFilter replace(PoolFilter term, PoolFilter by) {
        return allOf(terms().stream().map(each -> each.equals(term) ? by : each).toList());
    }

    /// Pools that match all of these; of none, every pool.
    static PoolFilter allOf(Collection<? extends PoolFilter> filters) {
        var parts = new LinkedHashSet<PoolFilter>();
        for (var filter : filters)
            parts.addAll(filter.terms());
        return parts.size() > 1 ? new And(List.copyOf(parts)) : parts.isEmpty() ? ALL : parts.getFirst();
    }

    /// Pools that match some of these; of none, no pool.
    static PoolFilter anyOf(Collection<? extends PoolFilter> filters) {
        var parts = new LinkedHashSet<PoolFilter>();
        for (var filter : filters)
            parts.addAll(filter instanceof Or(List<PoolFilter> alternatives) ? alternatives : List.of(filter));
        if (parts.contains(ALL)) return ALL;
        return parts.size() > 1 ? new Or(List.copyOf(parts)) : parts.isEmpty() ? ALL.negate() : parts.getFirst();
    }

    /// "Only this value": the pools whose field says the same, also when it says nothing. Its negation is "not
    /// this value".
    static PoolFilter is(PoolField field, FieldValue fieldValue) {
        return FilterCondition.is(field, fieldValue);
    }

    /// The pools whose field compares so to that value, when such a comparison makes sense.
    static Optional<PoolFilter> compare(PoolField field, ComparisonOperator comparisonOperator, FieldValue fieldValue) {
        return FilterCondition.compare(field, comparisonOperator, fieldValue);
    }

    private static void require(boolean lawful) {
        if (!lawful) throw new IllegalArgumentException("use the factories of PoolFilter");
    }
}
