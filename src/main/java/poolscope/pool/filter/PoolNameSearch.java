package poolscope.pool.filter;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Finds names by what people type of them in a hurry: words in any order, parts of words, the initials of English
/// words (`tp7` finds `train-pool-7`), those of Chinese characters (`xlc` finds 训练池), and their whole pinyin
/// (`xunlian`). Full-width letters and digits count as their twins.
public final class PoolNameSearch {
    private static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    private static final int INSIDE = 2;
    private static final int INITIALS = 3;
    private static final int BESIDE = 4;
    private static final int NOT_FOUND = Integer.MAX_VALUE;

    private final List<String> words;

    private PoolNameSearch(List<String> words) {
        this.words = words;
    }

    /// A search for what was typed; for everything when nothing was.
    public static PoolNameSearch of(String typed) {
        return new PoolNameSearch(Arrays.stream(plain(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList());
    }

    /// How well a name fits, 0 best; empty when a word is found nowhere in it.
    ///
    /// @param beside
    ///            what belongs to the name and is found too, but less well: an id, the menu that a command stands in
    public OptionalInt rank(String name, String beside) {
        var plainName = plain(name);
        int sum = 0;
        for (var word : words) {
            int rank = rank(word, plainName, beside);
            if (rank == NOT_FOUND) return OptionalInt.empty();
            sum += rank;
        }
        return OptionalInt.of(sum);
    }

    private static int rank(String word, String name, String beside) {
        int at = name.indexOf(word);
        if (at == 0) return BEGINS;
        if (at > 0) return isWordBegin(name, at) ? WORD_BEGINS : INSIDE;
        if (PinyinAndWordInitials.of(name).contain(word) || PinyinSyllables.contain(name, word)) return INITIALS;
        var plainBeside = plain(beside);
        return plainBeside.contains(word) || PinyinAndWordInitials.of(plainBeside).contain(word)
                || PinyinSyllables.contain(plainBeside, word) ? BESIDE : NOT_FOUND;
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
