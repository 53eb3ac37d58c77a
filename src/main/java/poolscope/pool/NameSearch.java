package poolscope.pool;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// Finds names by what people type of them in a hurry: words in any order, parts of words, the initials of English words (`tp7`
/// finds `train-pool-7`) and those of Chinese characters (`xlc` finds 训练池). Full-width letters and digits count as their twins.
///
/// Not thread-safe, because [Pinyin] is not: one search, one thread.
public final class NameSearch {
    private static final int BEGINS = 0;
    private static final int WORD_BEGINS = 1;
    private static final int INSIDE = 2;
    private static final int INITIALS = 3;
    private static final int BESIDE = 4;
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final Pinyin pinyin = new Pinyin();
    private final List<String> words;

    private NameSearch(List<String> words) {
        this.words = words;
    }

    /// A search for what was typed; for everything when nothing was.
    public static NameSearch of(String typed) {
        return new NameSearch(Arrays.stream(plain(typed).split("\\s+")).filter(word -> !word.isEmpty()).toList());
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
            if (rank == NOWHERE) return OptionalInt.empty();
            sum += rank;
        }
        return OptionalInt.of(sum);
    }

    private int rank(String word, String name, String beside) {
        int at = name.indexOf(word);
        if (at == 0) return BEGINS;
        if (at > 0) return isWordBegin(name, at) ? WORD_BEGINS : INSIDE;
        if (fits(word, initials(name))) return INITIALS;
        var plainBeside = plain(beside);
        return plainBeside.contains(word) || fits(word, initials(plainBeside)) ? BESIDE : NOWHERE;
    }

    private static boolean isWordBegin(String text, int at) {
        return !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    /// The first letter of each English word, the letter of each Chinese character, numbers whole.
    String initials(String text) {
        var initials = new StringBuilder();
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Pinyin.isChinese(c)) initials.append(pinyin.initial(c));
            else if (Character.isDigit(c)) initials.append(c);
            else if (Character.isLetter(c) && (!Character.isLetter(before) || Pinyin.isChinese(before))) initials.append(c);
            before = c;
        }
        return initials.toString();
    }

    /// Whether the word stands somewhere in the initials. A character of unknown reading stands for any letter, but not all of a
    /// word may rest on those.
    private static boolean fits(String word, String initials) {
        for (int from = 0; from + word.length() <= initials.length(); from++)
            if (fitsAt(word, initials, from)) return true;
        return false;
    }

    private static boolean fitsAt(String word, String initials, int from) {
        boolean sure = false;
        for (int i = 0; i < word.length(); i++) {
            char there = initials.charAt(from + i);
            if (there == word.charAt(i)) sure = true;
            else if (there != Pinyin.ANY || !Character.isLetter(word.charAt(i))) return false;
        }
        return sure;
    }

    private static String plain(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) >= 0x80) return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return text.toLowerCase(Locale.ROOT);
    }
}
