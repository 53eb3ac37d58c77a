package poolscope.pool.filter;

import java.util.List;

/// What people type of a name in a hurry: the first letter of each English word, the letter of each Chinese character,
/// numbers whole. `xlc` are the initials of 训练池, `tp7` those of `train-pool-7`.
final class PinyinAndWordInitials {
    private final char[] letters;
    private int length;

    private PinyinAndWordInitials(int most) {
        letters = new char[most];
    }

    /// The initials of a name, in small letters and half width.
    static PinyinAndWordInitials of(String name) {
        var pinyinAndWordInitials = new PinyinAndWordInitials(name.length());
        char before = ' ';
        int endOfWord = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = SearchTextNormalizer.fold(name.charAt(i));
            if (i < endOfWord) {
                before = c;
                continue;
            }
            var word = PinyinInitialFinder.isChinese(c) ? PinyinSyllables.ofWord(name, i) : List.<String>of();
            if (!word.isEmpty()) {
                word.forEach(syllable -> pinyinAndWordInitials.add(syllable.charAt(0)));
                endOfWord = i + word.size();
            } else if (PinyinInitialFinder.isChinese(c)) pinyinAndWordInitials.add(PinyinInitialFinder.initial(c));
            else if (Character.isDigit(c)
                    || Character.isLetter(c) && (!Character.isLetter(before) || PinyinInitialFinder.isChinese(before)))
                pinyinAndWordInitials.add(c);
            before = c;
        }
        return pinyinAndWordInitials;
    }

    private void add(char letter) {
        letters[length++] = letter;
    }

    /// Whether the word, in small letters and half width, stands somewhere in them. A character of unknown reading
    /// stands for any letter, but not all of a word may rest on those, and a bare number is no initials.
    boolean contain(String word) {
        for (int from = 0; from + word.length() <= length; from++)
            if (containAt(word, from)) return true;
        return false;
    }

    private boolean containAt(String word, int from) {
        boolean sure = false;
        for (int i = 0; i < word.length(); i++) {
            char there = letters[from + i];
            char asked = word.charAt(i);
            if (there == PinyinInitialFinder.ANY) {
                if (asked < 'a' || asked > 'z') return false;
            } else if (there != asked) return false;
            else
                sure |= Character.isLetter(asked);
        }
        return sure;
    }
}
