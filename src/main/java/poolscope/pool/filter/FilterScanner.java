package poolscope.pool.filter;

import java.util.List;
import java.util.Optional;

/// Splits a filter's text into tokens. Outside quotes it reads full-width letters as their ASCII twins; every character
/// stays one character, so that places are those of the original text.
final class FilterScanner {
    /// `u` and four digits.
    private static final int CODE = 5;
    private static final int HEX = 16;

    /// A token of the text.
    ///
    /// @param quoted
    ///            it stood in quotes: it is verbatim, and `from` and `to` include them
    record Token(String text, int from, int to, boolean quoted) {}

    /// An operator between a field and a value.
    ///
    /// @param sign
    ///            in its canonical form
    record Operator(String sign, int from, int to) {}

    private final String text;
    private int at;

    FilterScanner(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    int length() {
        return text.length();
    }

    boolean atEnd() {
        return at >= text.length();
    }

    void goTo(int place) {
        at = place;
    }

    /// The ASCII twin of a full-width character, or the character itself. Curly quotes are quotes.
    static char half(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') return (char) (c - 0xFEE0);
        return switch (c) {
            case '\u3000', '\u00A0' -> ' ';
            case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
            default -> c;
        };
    }

    static boolean isBlank(char c) {
        return Character.isWhitespace(half(c)) || Character.isISOControl(c) || c == '\u00A0';
    }

    /// The next character but `ahead`, or a blank beyond the end.
    private char peek(int ahead) {
        return at + ahead < text.length() ? half(text.charAt(at + ahead)) : ' ';
    }

    void skipBlanks() {
        while (!atEnd() && isBlank(text.charAt(at)))
            at++;
    }

    boolean sees(char c) {
        return !atEnd() && peek(0) == c;
    }

    boolean takes(char c) {
        if (!sees(c)) return false;
        at++;
        return true;
    }

    /// The comma between values of a list; in Chinese that is often the one of enumerations.
    private boolean seesComma() {
        return sees(',') || sees('\u3001');
    }

    boolean takesComma() {
        boolean comma = seesComma();
        if (comma) at++;
        return comma;
    }

    /// Whether one of these words comes next and ends there.
    boolean seesWord(List<String> words) {
        return lengthOf(words) > 0;
    }

    boolean takesWord(List<String> words) {
        int length = lengthOf(words);
        at += length;
        return length > 0;
    }

    private int lengthOf(List<String> words) {
        int length = 0;
        while (length <= FilterKeywords.LONGEST_RESERVED && isOfName(length))
            length++;
        if (length == 0 || length > FilterKeywords.LONGEST_RESERVED) return 0;
        for (var word : words) {
            if (word.length() != length) continue;
            int i = 0;
            while (i < length && Character.toLowerCase(peek(i)) == word.charAt(i))
                i++;
            if (i == length) return length;
        }
        return 0;
    }

    /// A word up to a blank, bracket, quote or operator.
    Token name() {
        int from = at;
        while (isOfName(0))
            at++;
        return piece(from);
    }

    private boolean isOfName(int ahead) {
        if (at + ahead >= text.length() || isBlank(text.charAt(at + ahead))) return false;
        return switch (peek(ahead)) {
            case '"', '(', ')', ':', '=', '<', '>', '~', '\u2264', '\u2265', '\u2260' -> false;
            case '!' -> peek(ahead + 1) != '=';
            default -> true;
        };
    }

    /// A value after an operator up to a blank, bracket or quote, and in lists up to a comma.
    Token value(boolean inList) {
        int from = at;
        while (!atEnd() && !isBlank(text.charAt(at)) && !sees('"') && !sees('(') && !sees(')')
                && !(inList && seesComma()))
            at++;
        return piece(from);
    }

    private Token piece(int from) {
        var half = new StringBuilder(at - from);
        for (int i = from; i < at; i++)
            half.append(half(text.charAt(i)));
        return new Token(half.toString(), from, at, false);
    }

    /// A text in quotes, or nothing when they don't close. Stands after it, or at the end.
    Optional<Token> quoted() {
        int from = at++;
        var content = new StringBuilder();
        while (!atEnd()) {
            char c = text.charAt(at++);
            if (half(c) == '"') return Optional.of(new Token(content.toString(), from, at, true));
            if (c == '\\' && !atEnd() && (text.charAt(at) == '\\' || half(text.charAt(at)) == '"'))
                c = text.charAt(at++);
            else if (c == '\\' && isCodeAhead()) {
                c = (char) Integer.parseInt(text, at + 1, at + CODE, HEX);
                at += CODE;
            }
            content.append(c);
        }
        return Optional.empty();
    }

    /// Whether a character follows by its number, a backslash, `u` and four digits.
    private boolean isCodeAhead() {
        return at + CODE <= text.length() && text.charAt(at) == 'u'
                && text.substring(at + 1, at + CODE).chars().allMatch(c -> "0123456789abcdefABCDEF".indexOf(c) >= 0);
    }

    /// An operator, when one comes next.
    Optional<Operator> sign() {
        int from = at;
        boolean equal = peek(1) == '=';
        return switch (peek(0)) {
            case ':' -> sign(from, 1, ":");
            case '~' -> sign(from, 1, "~");
            case '=' -> sign(from, equal ? 2 : 1, "=");
            case '!' -> equal ? sign(from, 2, "!=") : Optional.empty();
            case '<' -> peek(1) == '>' ? sign(from, 2, "!=") : equal ? sign(from, 2, "<=") : sign(from, 1, "<");
            case '>' -> equal ? sign(from, 2, ">=") : sign(from, 1, ">");
            case '\u2264' -> sign(from, 1, "<=");
            case '\u2265' -> sign(from, 1, ">=");
            case '\u2260' -> sign(from, 1, "!=");
            default -> Optional.empty();
        };
    }

    private Optional<Operator> sign(int from, int length, String sign) {
        at += length;
        return Optional.of(new Operator(sign, from, at));
    }
}
