package poolscope.pool.filter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// Finds names by what people type of them in a hurry: words in any order, parts of words, the initials of English
/// words (`tp7` finds `train-pool-7`), those of Chinese characters (`xlc` finds 训练池), and their whole pinyin
/// (`xunlian`). Full-width letters and digits count as their twins.
public final class PoolNameSearch {
    // ranks of a word, the best first; that of a name is their sum
    /// The rank of a name that begins with the only word.
    public static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    /// The rank of a name of which a synonym has the whole word.
    public static final int SYNONYM_WORD = 2;
    private static final int INSIDE = 3;
    private static final int SYNONYM_PART = 4;
    private static final int INITIALS = 5;
    private static final int SYNONYM_INITIALS = 6;
    private static final int BESIDE = 7;
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private final List<String> words;
    /// Questions are asked in common words, so a synonym counts as much as the name.
    private final boolean isQuestion;

    private PoolNameSearch(List<String> words, boolean isQuestion) {
        this.words = words;
        this.isQuestion = isQuestion;
    }

    /// A search for what was typed; for everything when nothing was.
    public static PoolNameSearch of(String typed) {
        return new PoolNameSearch(words(typed), false);
    }

    private static List<String> words(String typed) {
        return Arrays.stream(plain(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /// Whether nothing was typed.
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// The same search without those of its words that ask a question, such as “which” and “most”; this one when it has
    /// none or no others.
    ///
    /// @param questionWords
    ///            in small letters; a Chinese one is also taken out of the inside of a word
    public PoolNameSearch withoutQuestionWords(Collection<String> questionWords) {
        var others = words.stream()
                .flatMap(word -> Arrays.stream(withoutMarksAndChinese(word, questionWords).split(" ")))
                .filter(word -> !word.isEmpty() && !questionWords.contains(word))
                .toList();
        return others.isEmpty() || others.equals(words) ? this : new PoolNameSearch(others, true);
    }

    private static String withoutMarksAndChinese(String word, Collection<String> questionWords) {
        var left = word.replace('?', ' ').replace('\'', '’');
        for (var each : questionWords)
            if (PinyinInitialFinder.isChinese(each)) left = left.replace(each, " ");
        return left;
    }

    /// How well a name fits, 0 best; empty when a word is found nowhere in it.
    ///
    /// @param beside
    ///            what belongs to the name and is found too, but less well: an id, the menu that a command stands in
    /// @param synonyms
    ///            a whole word of one fits less well than the beginning of a word of the name, and better than a part of
    ///            an English word of it; without question words, it fits as well as the beginning of the name
    public OptionalInt rank(String name, String beside, List<String> synonyms) {
        var plainName = plain(name);
        int sum = 0;
        for (var word : words) {
            int rank = rankInName(word, plainName);
            if (rank != BEGINS) rank = Math.min(rank, rankInSynonyms(word, synonyms));
            if (rank == NOT_FOUND && contains(plain(beside), word)) rank = BESIDE;
            if (rank == NOT_FOUND) return OptionalInt.empty();
            sum += rank;
        }
        return OptionalInt.of(sum);
    }

    /// Whether the name is what was typed, and nothing else.
    public boolean isWhole(String name) {
        return !words.isEmpty() && plain(name).stripLeading().startsWith(words.getFirst()) && words.equals(words(name));
    }

    /// The parts of a text in which a word is found, in their order and without overlap. A text whose normal form has
    /// another length has none.
    public List<TextRange> ranges(String text) {
        var plain = plain(text);
        if (plain.length() != text.length()) return List.of();
        var covered = new boolean[text.length()];
        for (var word : words)
            rangesOf(word, plain).forEach(range -> Arrays.fill(covered, range.from(), range.to(), true));
        return rangesIn(covered);
    }

    /// The first synonym because of which the name is found: with a word that the name itself has not.
    public Optional<String> synonymFound(String name, List<String> synonyms) {
        if (synonyms.isEmpty()) return Optional.empty();
        var plainName = plain(name);
        return words.stream()
                .filter(word -> rankInName(word, plainName) == NOT_FOUND)
                .flatMap(word -> synonyms.stream()
                        .filter(synonym -> rankInSynonym(word, plain(synonym)) != NOT_FOUND)
                        .min(Comparator.comparingInt(synonym -> rankInSynonym(word, plain(synonym))))
                        .stream())
                .findFirst();
    }

    private static int rankInName(String word, String name) {
        int at = name.indexOf(word);
        if (at == 0) return BEGINS;
        // Chinese has no spaces between words
        if (at > 0) return isWordBegin(name, at) || PinyinInitialFinder.isChinese(word) ? WORD_BEGINS : INSIDE;
        return PinyinOfCharacters.find(name, word)
                .map(range -> range.from() == 0 ? BEGINS : WORD_BEGINS)
                .orElseGet(() -> PinyinAndWordInitials.of(name).contain(word) ? INITIALS : NOT_FOUND);
    }

    private int rankInSynonyms(String word, List<String> synonyms) {
        int best = NOT_FOUND;
        for (var synonym : synonyms)
            best = Math.min(best, rankInSynonym(word, plain(synonym)));
        return isQuestion && best == SYNONYM_WORD ? BEGINS : best;
    }

    /// Inside an English word nothing is found: with some hundred synonyms three letters would find half of them.
    private static int rankInSynonym(String word, String synonym) {
        int best = NOT_FOUND;
        for (int at = synonym.indexOf(word); at >= 0; at = synonym.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean isWordEnd = end == synonym.length() || isWordBegin(synonym, end + 1);
            if (PinyinInitialFinder.isChinese(word) && at > 0) best = Math.min(best, SYNONYM_PART);
            else if (at == 0 || isWordBegin(synonym, at))
                best = Math.min(best, isWordEnd ? SYNONYM_WORD : SYNONYM_PART);
        }
        boolean isChinese = best == NOT_FOUND && PinyinInitialFinder.isChinese(synonym);
        return isChinese && contains(synonym, word) ? SYNONYM_INITIALS : best;
    }

    private static boolean contains(String text, String word) {
        return text.contains(word) || PinyinAndWordInitials.of(text).contain(word)
                || PinyinOfCharacters.find(text, word).isPresent();
    }

    private static List<TextRange> rangesOf(String word, String text) {
        int at = text.indexOf(word);
        if (at >= 0) return List.of(new TextRange(at, at + word.length()));
        var initials = PinyinAndWordInitials.of(text).find(word);
        return initials.isEmpty() ? PinyinOfCharacters.find(text, word).map(List::of).orElse(List.of()) : initials;
    }

    private static List<TextRange> rangesIn(boolean[] covered) {
        var ranges = new ArrayList<TextRange>();
        for (int from = 0; from < covered.length; from++) {
            if (!covered[from]) continue;
            int to = from;
            while (to < covered.length && covered[to])
                to++;
            ranges.add(new TextRange(from, to));
            from = to;
        }
        return List.copyOf(ranges);
    }

    private static boolean isWordBegin(String text, int at) {
        return !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) >= 0x80) return folded(Normalizer.normalize(text, Normalizer.Form.NFKC));
        return text.toLowerCase(Locale.ROOT);
    }

    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        SearchTextNormalizer.composed(text).chars().forEach(c -> folded.append(SearchTextNormalizer.fold((char) c)));
        return folded.toString();
    }
}
