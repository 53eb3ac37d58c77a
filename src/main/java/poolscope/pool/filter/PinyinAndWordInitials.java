package poolscope.pool.filter;

import java.util.List;
import java.util.stream.IntStream;

/// What people type of a name in a hurry: the first letter of each English word, the letter of each Chinese character,
/// numbers whole. `xlc` are the initials of 训练池, `tp7` those of `train-pool-7`.
final class PinyinAndWordInitials {
    private final char[] letters;
    /// Where each letter stands in the name.
    private final int[] places;
    private int length;

    private PinyinAndWordInitials(int most) {
        letters = new char[most];
        places = new int[most];
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
            var word = PinyinInitialFinder.isChinese(c) ? PinyinOfCharacters.ofWord(name, i) : List.<String>of();
            if (!word.isEmpty()) {
                for (int each = 0; each < word.size(); each++)
                    pinyinAndWordInitials.add(word.get(each).charAt(0), i + each);
                endOfWord = i + word.size();
            } else if (PinyinInitialFinder.isChinese(c)) pinyinAndWordInitials.add(PinyinInitialFinder.initial(c), i);
            else if (Character.isDigit(c)
                    || Character.isLetter(c) && (!Character.isLetter(before) || PinyinInitialFinder.isChinese(before)))
                pinyinAndWordInitials.add(c, i);
            before = c;
        }
        return pinyinAndWordInitials;
    }

    private void add(char letter, int place) {
        places[length] = place;
        letters[length++] = letter;
    }

    /// Whether the word, in small letters and half width, stands somewhere in them. A character of unknown reading
    /// stands for any letter, but not all of a word may rest on those, and a bare number is no initials.
    boolean contain(String word) {
        return indexOf(word) >= 0;
    }

    /// The characters of the name whose initials the word is; empty when it is not found.
    List<TextRange> find(String word) {
        int from = indexOf(word);
        return from < 0
                ? List.of()
                : IntStream.range(from, from + word.length())
                        .mapToObj(at -> new TextRange(places[at], places[at] + 1))
                        .toList();
    }

    private int indexOf(String word) {
        for (int from = 0; from + word.length() <= length; from++)
            if (containAt(word, from)) return from;
        return -1;
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
