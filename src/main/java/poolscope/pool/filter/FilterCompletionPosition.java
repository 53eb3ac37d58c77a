package poolscope.pool.filter;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

/// A place in a filter's text where the name of a field, or one of its values, is being written.
///
/// @param from
///            where what is written begins
/// @param to
///            where it ends
/// @param start
///            what is written of it, in small half-width letters
/// @param of
///            the field whose value it is; empty for the name of a field
/// @param bare
///            a name that no operator follows
/// @param language
///            the one in which statuses and periods are offered: the one that is being written. For the name of a field
///            the one of the screen: on a Chinese one the pinyin of a name finds it too
public record FilterCompletionPosition(int from, int to, String start, Optional<PoolField> of, boolean bare,
        FilterKeywordLanguage language) {
    private static final int MOST = 8;
    private static final Pattern VALUE = Pattern.compile("([\\p{L}_]+)\\s*(?::|!?=)\\s*([^\\s\"(),:=<>~]*)$");
    private static final Pattern LISTED = Pattern.compile("([\\p{L}_]+)\\s+(?:" + String.join("|", FilterKeywords.IN)
            + ")\\s*\\((?:[^()\"]*[,、])?\\s*([^\\s\"(),、]*)$");
    private static final Pattern NAME = Pattern
            .compile("(?:^|[\\s(!])((?:(?:" + Stream.of(FilterKeywords.HAS, FilterKeywords.MISSING)
                    .flatMap(Collection::stream)
                    .collect(Collectors.joining("|")) + "):)?)([\\p{L}_]+)$");

    /// Something that could stand there.
    ///
    /// @param text
    ///            as it is written
    /// @param pools
    ///            how many pools say so; empty for the name of a field
    public record Offer(String text, OptionalInt pools) {}

    /// What is being written before the cursor; nothing where completing would be guessing.
    ///
    /// @param screen
    ///            the language of the screen
    public static Optional<FilterCompletionPosition> at(String text, int cursor, FilterKeywordLanguage screen) {
        var before = new StringBuilder(cursor);
        text.substring(0, cursor).chars().forEach(c -> before.append(FilterScanner.half((char) c)));
        if (before.chars().filter(c -> c == '"').count() % 2 == 1) return Optional.empty();
        return value(before, VALUE).or(() -> value(before, LISTED)).or(() -> name(before, screen));
    }

    private static Optional<FilterCompletionPosition> value(CharSequence before, Pattern pattern) {
        var found = pattern.matcher(before);
        if (!found.find()) return Optional.empty();
        return FilterFieldNames.find(found.group(1))
                .filter(FilterCompletionPosition::hasWords)
                .map(field -> new FilterCompletionPosition(found.start(2), found.end(2), small(found.group(2)),
                        Optional.of(field), false, FilterKeywordLanguage.of(found.group(1) + found.group(2))));
    }

    private static Optional<FilterCompletionPosition> name(CharSequence before, FilterKeywordLanguage screen) {
        var found = NAME.matcher(before);
        return found.find()
                ? Optional.of(new FilterCompletionPosition(found.start(2), found.end(2), small(found.group(2)),
                        Optional.empty(), !found.group(1).isEmpty(), screen))
                : Optional.empty();
    }

    /// Few different words that many pools share: the only values that are worth offering.
    private static boolean hasWords(PoolField field) {
        return field.unit() == PoolField.Unit.TEXT || field.unit() == PoolField.Unit.STATUS;
    }

    /// The likeliest first; nothing when what stands there is complete. Reads every pool.
    public List<Offer> offers(Collection<Pool> pools) {
        var offers = of.map(field -> values(pools, field)).orElseGet(this::names);
        return offers.size() == 1 && small(offers.getFirst().text()).equals(start) ? List.of() : offers;
    }

    private List<Offer> values(Collection<Pool> pools, PoolField field) {
        var typed = TextMatcher.of(start);
        var counts = new HashMap<FieldValue, Integer>();
        for (var pool : pools)
            counts.merge(field.of(pool), 1, Integer::sum);
        return counts.entrySet()
                .stream()
                .flatMap(entry -> written(field, entry.getKey())
                        .map(text -> new Offer(text, OptionalInt.of(entry.getValue()))))
                .filter(offer -> small(offer.text()).contains(start) || isPinyinOf(typed, offer.text()))
                .sorted(Comparator.<Offer>comparingInt(offer -> -offer.pools().orElse(0)).thenComparing(Offer::text))
                .limit(MOST)
                .toList();
    }

    private Stream<String> written(PoolField field, FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Text(String text) ->
                text.isEmpty() ? Stream.empty() : Stream.of(FilterPrinter.text(shown(field, text)));
            case FieldValue.State(PoolStatus status) ->
                status.word().isEmpty() ? Stream.empty() : Stream.of(FilterPrinter.text(shown(status)));
            case FieldValue.Absent _, FieldValue.Unreadable _, FieldValue.Number _, FieldValue.Portion _,
                    FieldValue.Time _, FieldValue.Before _, FieldValue.Day _ ->
                Stream.empty();
        };
    }

    private String shown(PoolField field, String text) {
        return field == PoolField.PERIOD_TYPE ? FilterLiterals.printedPeriodUnit(text, language) : text;
    }

    private String shown(PoolStatus status) {
        return status.kind() == PoolStatus.Kind.OTHER
                ? FilterLiterals.printedFurtherStatus(status.word(), language)
                : FilterLiterals.printed(status.kind(), language);
    }

    /// One name a field, in the language that is being written, with the sign that usually follows. Names whose pinyin
    /// is being written come after those that begin so.
    private List<Offer> names() {
        var typed = TextMatcher.of(start);
        var offers = new LinkedHashMap<PoolField, Offer>();
        names(name -> name.startsWith(start), offers);
        if (language == FilterKeywordLanguage.CHINESE) names(typed::beginsPinyinOf, offers);
        return offers.values().stream().limit(MOST).toList();
    }

    private void names(Predicate<String> isWritten, Map<PoolField, Offer> into) {
        for (var field : PoolField.values())
            FilterFieldNames.of(field)
                    .stream()
                    .filter(isWritten)
                    .findFirst()
                    .ifPresent(name -> into.putIfAbsent(field,
                            new Offer(bare ? name : name + sign(field), OptionalInt.empty())));
    }

    /// One letter is too little to tell.
    private static boolean isPinyinOf(TextMatcher typed, String text) {
        return typed.text().length() > 1 && typed.isPinyinOf(text);
    }

    private static String sign(PoolField field) {
        return switch (field.unit()) {
            case TEXT, ID, STATUS -> ":";
            case COUNT, PORTION, CORES, MEBIBYTES, CARDS -> ">=";
            case TIME -> ">";
            case DAY -> "<";
        };
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
