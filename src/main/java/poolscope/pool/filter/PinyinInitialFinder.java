package poolscope.pool.filter;

import java.text.Collator;
import java.util.Locale;

/// The first letter of a Chinese character's pinyin, so that `xlc` finds 训练池.
///
/// The JDK's collation of `zh-CN` puts the 3,755 everyday characters (the first level of GB 2312) in the order of
/// pinyin; the first character of each letter is where the next letter begins. All other characters follow them in
/// another order: their letter is [#ANY], which stands for every letter (圳, 昇 and all traditional ones). A character
/// with several readings has the one that the collation sorts it by: 重 is Z (zhòng), 厦 is X (xià). The words in which it
/// has another one are in [PinyinOfCharacters].
final class PinyinInitialFinder {
    /// A Chinese character whose letter is not known.
    static final char ANY = '?';
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final String[] FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝".split("");
    private static final String BEYOND = "亍";
    private static final int BASE = 0x4E00;
    private static final int CHARACTERS = 0x9FFF - BASE + 1;

    /// The letters looked up so far, 0 for the others. Two threads may look up the same one, and find the same.
    private static final char[] KNOWN = new char[CHARACTERS];

    private PinyinInitialFinder() {}

    /// Loaded when the first Chinese character is looked up, for that takes a moment.
    private static final class Order {
        private static final Collator OF_PINYIN = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    }

    static boolean isChinese(char c) {
        return c >= BASE && c < BASE + CHARACTERS;
    }

    /// Whether a text has a character that [#isChinese(char)].
    static boolean isChinese(String text) {
        for (int i = 0; i < text.length(); i++)
            if (isChinese(text.charAt(i))) return true;
        return false;
    }

    /// The small letter of a character that [#isChinese(char)].
    static char initial(char chinese) {
        int place = chinese - BASE;
        char letter = KNOWN[place];
        if (letter == 0) KNOWN[place] = letter = find(String.valueOf(chinese));
        return letter;
    }

    /// One at a time, for a [Collator] is not thread-safe.
    private static synchronized char find(String character) {
        if (Order.OF_PINYIN.compare(character, BEYOND) >= 0) return ANY;
        int low = 0;
        int high = FIRST.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (Order.OF_PINYIN.compare(FIRST[middle], character) <= 0) low = middle;
            else
                high = middle - 1;
        }
        return LETTERS.charAt(low);
    }
}
