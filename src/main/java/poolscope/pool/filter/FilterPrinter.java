package poolscope.pool.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// Writes a filter as text that means the same.
final class FilterPrinter {
    private final FilterKeywordLanguage language;

    private FilterPrinter(FilterKeywordLanguage language) {
        this.language = language;
    }

    static String print(PoolFilter filter, FilterKeywordLanguage language) {
        return new FilterPrinter(language).print(filter);
    }

    private String print(PoolFilter filter) {
        return switch (filter) {
            case PoolFilter.All _ -> FilterKeywords.EVERYTHING.getFirst();
            case PoolFilter.And(List<PoolFilter> parts) -> join(parts, " ");
            case PoolFilter.Or(List<PoolFilter> parts) -> join(parts, " " + keyword(FilterKeywords.OR) + " ");
            case PoolFilter.Not(FilterCondition.Has(PoolField field)) ->
                keyword(FilterKeywords.MISSING) + ":" + nameWithoutBlank(field);
            case PoolFilter.Not(FilterCondition.StatusIs(var names)) when names.size() == 1 ->
                name(PoolField.STATUS) + "!=" + name(names.getFirst());
            case PoolFilter.Not(PoolFilter part) -> keyword(FilterKeywords.NOT) + " " + inner(part);
            case FilterCondition term -> print(term);
        };
    }

    private String join(List<PoolFilter> parts, String between) {
        return parts.stream().map(this::inner).collect(Collectors.joining(between));
    }

    /// In brackets where they can be of use to the reader, even where *and* binds tighter.
    private String inner(PoolFilter part) {
        return part instanceof PoolFilter.And || part instanceof PoolFilter.Or ? "(" + print(part) + ")" : print(part);
    }

    private String print(FilterCondition term) {
        return switch (term) {
            case FilterCondition.Word(TextMatcher textMatcher) -> plainWord(textMatcher.text());
            case FilterCondition.Has(PoolField field) -> keyword(FilterKeywords.HAS) + ":" + nameWithoutBlank(field);
            case FilterCondition.Contains(PoolField field, TextMatcher textMatcher) ->
                name(field) + ":" + text(field, textMatcher.text());
            case FilterCondition.Matches(PoolField field, BoundedRegex boundedRegex) ->
                name(field) + "~" + quoted(boundedRegex.text());
            case FilterCondition.Compare(PoolField field, ComparisonOperator comparisonOperator, FilterCondition.Operand operand) ->
                name(field) + comparisonOperator.sign() + operand(field, operand);
            case FilterCondition.Age(ComparisonOperator comparisonOperator, long amount, AgeUnit unit) ->
                keyword(FilterFieldNames.AGE) + comparisonOperator.sign() + amount + unit.sign(language);
            case FilterCondition.OneOf(PoolField field, var values) ->
                oneOf(field, values.stream().map(fieldValue -> value(field, fieldValue)).toList());
            case FilterCondition.StatusIs(List<FilterCondition.StatusName> names) -> names.size() > 1
                    ? oneOf(PoolField.STATUS, names.stream().map(this::name).toList())
                    : name(PoolField.STATUS) + (names.getFirst() instanceof FilterCondition.OfKind ? ":" : "=")
                            + name(names.getFirst());
            case FilterCondition.StatusStarts(TextMatcher textMatcher) ->
                name(PoolField.STATUS) + ":" + word(textMatcher.text());
        };
    }

    /// In quotes also where the next term would make it a name of two parts.
    private static String plainWord(String word) {
        return FilterFieldNames.isFirstPart(word) ? quoted(word) : text(word);
    }

    private String operand(PoolField field, FilterCondition.Operand operand) {
        return switch (operand) {
            case FilterCondition.Exactly(FieldValue fieldValue) -> value(field, fieldValue);
            case FilterCondition.OfField(PoolField other) -> nameWithoutBlank(other);
            case FilterCondition.Day(LocalDate date, var _) -> date.toString();
        };
    }

    private String value(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Number(var number) -> FilterLiterals.print(field, number);
            case FieldValue.Time(Instant instant) -> instant.toString();
            case FieldValue.Day(LocalDate date) -> date.toString();
            case FieldValue.Text(String text) -> text(field, text);
            case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Portion _, FieldValue.State _,
                    FieldValue.Before _ ->
                throw new IllegalArgumentException("not part of a filter");
        };
    }

    /// A value that is a word of a Chinese screen for another value stands in quotes.
    private String text(PoolField field, String text) {
        if (field != PoolField.PERIOD_TYPE) return text(text);
        return FilterLiterals.periodUnit(text).isPresent()
                ? quoted(text)
                : text(FilterLiterals.printedPeriodUnit(text, language));
    }

    private String oneOf(PoolField field, Collection<String> values) {
        return name(field) + " " + keyword(FilterKeywords.IN) + " ("
                + String.join(language == FilterKeywordLanguage.ENGLISH ? ", " : "、", values) + ")";
    }

    private String keyword(List<String> words) {
        return FilterKeywords.printed(words, language);
    }

    private String name(PoolField field) {
        return FilterFieldNames.printed(field, language);
    }

    /// Where a blank ends the name.
    private String nameWithoutBlank(PoolField field) {
        return name(field).replace(" ", "");
    }

    private String name(FilterCondition.StatusName name) {
        return switch (name) {
            case FilterCondition.OfKind(PoolStatus.Kind kind) -> FilterLiterals.printed(kind, language);
            case FilterCondition.OfWord(String word) -> {
                var shown = FilterLiterals.printedFurtherStatus(word, language);
                yield shown.equals(word) ? word(word) : shown;
            }
        };
    }

    /// A word of the service stands in quotes where it could be taken for what a screen calls another one.
    private static String word(String word) {
        return FilterLiterals.kind(word).isPresent() || FilterLiterals.furtherStatus(word).isPresent()
                ? quoted(word)
                : text(word);
    }

    /// Bare where that is read back as it is.
    static String text(String text) {
        boolean bare = !text.isEmpty() && text.chars().allMatch(FilterPrinter::isPlain)
                && !FilterKeywords.isReserved(text);
        return bare ? text : quoted(text);
    }

    private static boolean isPlain(int c) {
        return FilterScanner.half((char) c) == c
                && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/');
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (isLost(c)) {
                for (char half : Character.toChars(c))
                    quoted.append("\\u").append(HexFormat.of().toHexDigits(half));
                return;
            }
            if (c == '\\' || Character.isBmpCodePoint(c) && FilterScanner.half((char) c) == '"') quoted.append('\\');
            quoted.appendCodePoint(c);
        });
        return quoted.append('"').toString();
    }

    /// Whether a field of one line or a file would lose it, or nobody would see it.
    private static boolean isLost(int c) {
        return ExternalTextCleaner.isHidden(c)
                || Character.isBmpCodePoint(c) && Character.getType(c) == Character.UNASSIGNED;
    }
}
