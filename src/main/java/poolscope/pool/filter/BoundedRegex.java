package poolscope.pool.filter;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression whose time is bounded: matching one text may read a limited number of characters.
///
/// Java's matcher tries all ways, and `(a+)+b` has 2ⁿ of them. Reading is the one thing it must do on each way (empty
/// rounds of `*` are cut short by the matcher, counted groups such as `(…){1000}` are refused here), so counting reads
/// bounds the time. A linear engine without lookaround and back references would refuse filters that are in use, such
/// as `^(?!test)`.
public final class BoundedRegex {
    /// Longer ones nest deeper than the stack.
    private static final int LONGEST = 200;
    private static final int MOST_READS = 4_000;
    private static final int READS_PER_CHARACTER = 40;

    /// The result of matching a text.
    enum Found {
        /// It is in the text.
        YES,
        /// It is not.
        NO,
        /// The limit was reached first.
        GAVE_UP
    }

    private final Pattern pattern;

    private BoundedRegex(Pattern pattern) {
        this.pattern = pattern;
    }

    /// The expression, in Java's syntax, regardless of case; nothing when it is not one or repeats a group so
    /// many times.
    public static Optional<BoundedRegex> of(String text) {
        if (text.length() > LONGEST || hasCountedGroup(text)) return Optional.empty();
        try {
            return Optional
                    .of(new BoundedRegex(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
        } catch (PatternSyntaxException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    /// As it was written.
    public String text() {
        return pattern.pattern();
    }

    Found in(String text) {
        try {
            return pattern.matcher(new BoundedCharSequence(text)).find() ? Found.YES : Found.NO;
        } catch (GaveUp | StackOverflowError _) {
            return Found.GAVE_UP;
        }
    }

    private static boolean hasCountedGroup(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '\\') i++;
            else if (text.charAt(i) == ')' && text.charAt(i + 1) == '{') return true;
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BoundedRegex boundedRegex && text().equals(boundedRegex.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    /// Thrown through the matcher, which can't be stopped otherwise.
    private static final class GaveUp extends RuntimeException {
        GaveUp() {
            super("too many reads", null, false, false);
        }
    }

    /// A text that throws [GaveUp] after a number of reads.
    private static final class BoundedCharSequence implements CharSequence {
        private final String text;
        private long reads;

        BoundedCharSequence(String text) {
            this.text = text;
            reads = MOST_READS + (long) READS_PER_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (--reads < 0) throw new GaveUp();
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return text.subSequence(from, to);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
