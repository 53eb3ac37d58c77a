package poolscope.pool.filter;

import java.text.Normalizer;

/// What is alike when somebody looks for a text: small and capital letters, full and half width, straight and curly
/// quotes, letters with an accent however they are encoded; and what can't be seen counts for nothing.
final class SearchTextNormalizer {
    private static final char[] ASCII = new char[128];
    /// The first combining mark; a smaller character is never decomposed, and only one of them can't be seen.
    private static final char FIRST_MARK = '\u0300';
    private static final char SOFT_HYPHEN = '\u00AD';

    static {
        for (char c = 0; c < ASCII.length; c++)
            ASCII[c] = Character.toLowerCase(c);
    }

    private SearchTextNormalizer() {}

    /// One character as it is compared.
    static char fold(char c) {
        return c < ASCII.length ? ASCII[c] : foldBeyondAscii(c);
    }

    /// By way of capitals, because some alphabets have two small letters for one capital.
    private static char foldBeyondAscii(char c) {
        char half = FilterScanner.half(c);
        if (half < ASCII.length) return ASCII[half];
        return isApostrophe(half) ? '\'' : Character.toLowerCase(Character.toUpperCase(half));
    }

    private static boolean isApostrophe(char c) {
        return c >= '\u2018' && c <= '\u201B' || c == '\u2032' || c == '\u02BC';
    }

    /// The text with accents as parts of their letters and without what can't be seen; most texts are that already.
    static String composed(String text) {
        for (int i = 0; i < text.length(); i++)
            if (isOdd(text.charAt(i))) return composedAnew(text);
        return text;
    }

    private static String composedAnew(String text) {
        var seen = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /// Whether normalizing may change it or what is before it. Most characters of Chinese, Japanese and Korean are told
    /// by their place, which is quick.
    private static boolean isOdd(char c) {
        if (c < FIRST_MARK) return c == SOFT_HYPHEN;
        if (c >= '\u3400' && c <= '\u9FFF' || c >= '\uAC00' && c <= '\uD7A3') return false;
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.FORMAT, Character.SURROGATE ->
                true;
            default ->
                c >= '\u1100' && c <= '\u11FF' || c >= '\u2126' && c <= '\u212B' || c >= '\uF900' && c <= '\uFAFF';
        };
    }
}
