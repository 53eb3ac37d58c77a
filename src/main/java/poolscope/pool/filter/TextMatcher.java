package poolscope.pool.filter;

import java.util.Arrays;

/// A text to look for in others, regardless of case, of full or half width, of the shape of quotes, of characters that
/// can't be seen, and of whether accents are part of a letter or follow it: see [SearchTextNormalizer]. It is prepared
/// once, because it is then looked for a million times: nothing is copied or allocated per look, but for the few texts
/// that have such characters.
///
/// A look is Horspool's: it reads the letter below the phrase's last one and, by what it is, moves on as far as it can.
public final class TextMatcher {
    private static final int STEPS = 128;

    private final String text;
    private final char[] folded;
    private final String small;
    /// How far to move on, by the last seven bits of the letter; letters that share them take the shorter way.
    private final byte[] steps = new byte[STEPS];

    private TextMatcher(String text) {
        this.text = text;
        folded = SearchTextNormalizer.composed(text).toCharArray();
        for (int i = 0; i < folded.length; i++)
            folded[i] = SearchTextNormalizer.fold(folded[i]);
        small = new String(folded);
        int last = folded.length - 1;
        Arrays.fill(steps, (byte) Math.min(folded.length, Byte.MAX_VALUE));
        for (int i = 0; i < last; i++)
            steps[folded[i] & 127] = (byte) Math.min(last - i, Byte.MAX_VALUE);
    }

    public static TextMatcher of(String text) {
        return new TextMatcher(text);
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// As it is compared: in small letters and half width.
    String folded() {
        return small;
    }

    /// Whether the text contains it. At worst it takes time in proportion to both lengths, in practice less than to
    /// that of the text.
    public boolean isIn(String text) {
        int last = folded.length - 1;
        if (last < 0) return true;
        var other = SearchTextNormalizer.composed(text);
        int at = last;
        while (at < other.length()) {
            char c = SearchTextNormalizer.fold(other.charAt(at));
            if (c == folded[last] && startsAt(other, at - last)) return true;
            at += steps[c & 127];
        }
        return false;
    }

    /// Whether the text contains it, or the pinyin of its Chinese characters does.
    public boolean isInOrPinyinOf(String text) {
        return isIn(text) || isPinyinOf(text);
    }

    /// Whether the pinyin of its Chinese characters contains it, whole or their initials.
    boolean isPinyinOf(String text) {
        if (!PinyinInitialFinder.isChinese(text) || small.isBlank()) return false;
        return PinyinAndWordInitials.of(text).contain(small) || PinyinOfCharacters.find(text, small).isPresent();
    }

    /// Whether the pinyin of the text's first characters begins with it, whole or their initials. One letter is too
    /// little to tell.
    boolean beginsPinyinOf(String text) {
        if (small.length() < 2 || !PinyinInitialFinder.isChinese(text)) return false;
        return PinyinAndWordInitials.of(text).find(small).stream().anyMatch(range -> range.from() == 0)
                || PinyinOfCharacters.find(text, small).filter(range -> range.from() == 0).isPresent();
    }

    /// Whether the text begins with it.
    boolean begins(String text) {
        var other = SearchTextNormalizer.composed(text);
        return other.length() >= folded.length && startsAt(other, 0);
    }

    private boolean startsAt(String other, int at) {
        for (int i = 0; i < folded.length; i++)
            if (SearchTextNormalizer.fold(other.charAt(at + i)) != folded[i]) return false;
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextMatcher textMatcher && text.equals(textMatcher.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
