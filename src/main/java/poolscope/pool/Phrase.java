package poolscope.pool;

/// A text to look for in others, regardless of case and of full or half width. It is prepared once, because it is then looked for
/// a million times: nothing is copied or allocated per look.
public final class Phrase {
    private static final char[] ASCII = new char[128];

    static {
        for (char c = 0; c < ASCII.length; c++)
            ASCII[c] = Character.toLowerCase(c);
    }

    private final String text;
    private final char[] folded;

    private Phrase(String text) {
        this.text = text;
        folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++)
            folded[i] = fold(text.charAt(i));
    }

    public static Phrase of(String text) {
        return new Phrase(text);
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// Whether the text contains it. Takes time in proportion to both lengths at worst, in practice to that of the text.
    boolean isIn(String other) {
        if (folded.length == 0) return true;
        char first = folded[0];
        for (int at = 0, last = other.length() - folded.length; at <= last; at++)
            if (fold(other.charAt(at)) == first && startsAt(other, at)) return true;
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

    private static char fold(char c) {
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
