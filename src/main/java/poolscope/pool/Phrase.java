package poolscope.pool;

import java.util.Arrays;

/// A text to look for in others, regardless of case and of full or half width. It is prepared once, because it is then looked for
/// a million times: nothing is copied or allocated per look.
///
/// A look is Horspool's: it reads the letter below the phrase's last one and, by what it is, moves on as far as it can.
public final class Phrase {
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++)
            ASCII[c] = Character.toLowerCase(c);
    }

    private final String text;
    private final char[] folded;
    private final String small;
    /// How far to move on, by the last seven bits of the letter; letters that share them take the shorter way.
    private final byte[] steps = new byte[ASCII.length];

    private Phrase(String text) {
        this.text = text;
        folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++)
            folded[i] = fold(text.charAt(i));
        small = new String(folded);
        int last = folded.length - 1;
        Arrays.fill(steps, (byte) Math.min(folded.length, Byte.MAX_VALUE));
        for (int i = 0; i < last; i++)
            steps[folded[i] & 127] = (byte) Math.min(last - i, Byte.MAX_VALUE);
    }

    public static Phrase of(String text) {
        return new Phrase(text);
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// As it is compared: in small letters and half width.
    String folded() {
        return small;
    }

    /// Whether the text contains it. At worst it takes time in proportion to both lengths, in practice less than to that of
    /// the text.
    public boolean isIn(String other) {
        int last = folded.length - 1;
        if (last < 0) return true;
        int at = last;
        while (at < other.length()) {
            char c = fold(other.charAt(at));
            if (c == folded[last] && startsAt(other, at - last)) return true;
            at += steps[c & 127];
        }
        return false;
    }

    /// Whether the text begins with it.
    boolean begins(String other) {
        return other.length() >= folded.length && startsAt(other, 0);
    }

    private boolean startsAt(String other, int at) {
        for (int i = 0; i < folded.length; i++)
            if (fold(other.charAt(at + i)) != folded[i]) return false;
        return true;
    }

    static char fold(char c) {
        return c < 128 ? ASCII[c] : foldBeyondAscii(c);
    }

    /// By way of capitals, because some alphabets have two small letters for one capital.
    private static char foldBeyondAscii(char c) {
        char half = FilterScanner.half(c);
        return half < 128 ? ASCII[half] : Character.toLowerCase(Character.toUpperCase(half));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Phrase phrase && text.equals(phrase.text);
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
