package poolscope.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A secret text. It can be compared, stored and sent; [#toString] does not print it (P28).
public final class Secret {
    private static final int MAX_LENGTH = 32 * 1024;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// A pasted token or key without surrounding blanks, line breaks and byte order mark. Any other character that a
    /// header can't carry is refused here: the JDK would quote the whole value in an exception (P30).
    public static ValidationResult<Secret> ofHeader(String pasted) {
        return checkHeader(pasted).then(text -> ValidationResult.accepted(new Secret(text)));
    }

    /// A password: any text that is not empty, unchanged.
    public static ValidationResult<Secret> ofPassword(String typed) {
        return typed.isEmpty()
                ? ValidationResult.refused(ValidationError.SECRET_EMPTY)
                : ValidationResult.accepted(new Secret(typed));
    }

    /// The check of [#ofHeader] for keys that are not secret.
    static ValidationResult<String> checkHeader(String pasted) {
        String text = trim(pasted);
        if (text.isEmpty()) return ValidationResult.refused(ValidationError.SECRET_EMPTY);
        if (text.length() > MAX_LENGTH) return ValidationResult.refused(ValidationError.SECRET_TOO_LONG);
        if (text.chars().anyMatch(c -> c > 0x7e || c == '"' || c == '\''))
            return ValidationResult.refused(ValidationError.SECRET_NOT_ASCII);
        if (text.chars().anyMatch(c -> c <= ' ')) return ValidationResult.refused(ValidationError.SECRET_BROKEN);
        return ValidationResult.accepted(text);
    }

    private static String trim(String pasted) {
        int from = 0;
        int to = pasted.length();
        while (from < to && isBlank(pasted.charAt(from)))
            from++;
        while (from < to && isBlank(pasted.charAt(to - 1)))
            to--;
        return pasted.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == BYTE_ORDER_MARK || c == NO_BREAK_SPACE;
    }

    /// The secret itself, for the code that sends or stores it.
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret s && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8),
                s.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
