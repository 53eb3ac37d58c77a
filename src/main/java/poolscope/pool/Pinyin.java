package poolscope.pool;

import java.text.Collator;
import java.util.Locale;

/// The first letter of a Chinese character's pinyin, so that `xlc` finds 训练池.
///
/// The JDK's collation of `zh-CN` puts the 3,755 everyday characters (the first level of GB 2312) in the order of pinyin; the
/// first character of each letter is where the next letter begins. All other characters follow them in another order: their letter
/// is [#ANY], which stands for every letter (圳, 昇 and all traditional ones). A character with several readings has the one that
/// the collation sorts it by: 重 is Z (zhòng), 厦 is X (xià), so 重庆 is found by `zq`.
final class Pinyin {
    /// A Chinese character whose letter is not known.
    static final char ANY = '?';
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final String[] FIRST = "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝".split("");
    private static final String BEYOND = "亍";
    private static final int BASE = 0x4E00;
    private static final int CHARACTERS = 0x9FFF - BASE + 1;

    private final Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
    private final char[] known = new char[CHARACTERS];

    static boolean isChinese(char c) {
        return c >= BASE && c < BASE + CHARACTERS;
    }

    /// The small letter of a character that [#isChinese(char)]. Not thread-safe: a [Collator] is not.
    char initial(char chinese) {
        int place = chinese - BASE;
        if (known[place] == 0) known[place] = look(String.valueOf(chinese));
        return known[place];
    }

    private char look(String character) {
        if (collator.compare(character, BEYOND) >= 0) return ANY;
        int low = 0;
        int high = FIRST.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (collator.compare(FIRST[middle], character) <= 0) low = middle;
            else
                high = middle - 1;
        }
        return LETTERS.charAt(low);
    }
}
