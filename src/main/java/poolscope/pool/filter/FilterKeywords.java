package poolscope.pool.filter;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The words of the filter language other than names of fields: the English one first, then the Chinese one that is
/// printed, then other Chinese ones.
final class FilterKeywords {
    static final List<String> AND = List.of("and", "且");
    static final List<String> OR = List.of("or", "或");
    static final List<String> NOT = List.of("not", "非");
    /// Matches every pool.
    static final List<String> EVERYTHING = List.of("*");
    static final List<String> IN = List.of("in", "属于");
    /// In front of `:` and a field.
    static final List<String> HAS = List.of("has", "有");
    /// In front of `:` and a field.
    static final List<String> MISSING = List.of("missing", "没有", "缺");

    /// Words that a value must be quoted for, since they stand alone.
    private static final List<String> RESERVED = Stream.of(AND, OR, NOT, IN).flatMap(Collection::stream).toList();
    /// The length of the longest of these, in characters.
    static final int LONGEST_RESERVED = RESERVED.stream().mapToInt(String::length).max().orElseThrow();

    private FilterKeywords() {}

    /// The word that is printed.
    static String printed(List<String> words, FilterKeywordLanguage language) {
        return words.get(language == FilterKeywordLanguage.ENGLISH || words.size() == 1 ? 0 : 1);
    }

    static boolean isReserved(String text) {
        return is(text, RESERVED);
    }

    static boolean is(String text, List<String> words) {
        return words.stream().anyMatch(text::equalsIgnoreCase);
    }
}
