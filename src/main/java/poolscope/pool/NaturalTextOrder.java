package poolscope.pool;

import java.text.Collator;
import java.util.Arrays;
import java.util.Locale;

/// The order people expect of names: digits count as numbers (`pool-9` before `pool-10`), letters regardless of case,
/// Chinese by pinyin (the collation of `zh-CN`), ASCII before everything else.
///
/// A text is turned once into a key; keys compare as unsigned bytes, which is what makes sorting 100,000 rows cheap.
public final class NaturalTextOrder {
    private static final int BEYOND_ASCII = 0xFF;

    private final Collator collator;

    public NaturalTextOrder() {
        collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        collator.setStrength(Collator.TERTIARY);
    }

    static int compare(String a, String b) {
        var order = new NaturalTextOrder();
        int byKey = Arrays.compareUnsigned(order.key(a), order.key(b));
        return byKey != 0 ? byKey : a.compareTo(b);
    }

    /// The sort key of a text. Not thread-safe: a [Collator] is not.
    public byte[] key(String text) {
        var key = new Key(text.length() + 8);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (isDigit(c)) {
                while (end < text.length() && isDigit(text.charAt(end)))
                    end++;
                appendNumber(key, text, at, end);
            } else if (c < 0x80) {
                key.add(Character.toLowerCase(c));
            } else {
                while (end < text.length() && text.charAt(end) >= 0x80)
                    end++;
                key.add(BEYOND_ASCII);
                for (byte b : collator.getCollationKey(text.substring(at, end)).toByteArray())
                    key.add(b);
            }
            at = end;
        }
        return key.bytes();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A number sorts by how many significant digits it has, then by them.
    private static void appendNumber(Key key, String text, int from, int to) {
        int start = from;
        while (start < to - 1 && text.charAt(start) == '0')
            start++;
        key.add('0');
        key.add(Math.min(to - start, 0xFF));
        for (int i = start; i < to; i++)
            key.add(text.charAt(i));
    }

    /// A growing byte array.
    private static final class Key {
        private byte[] bytes;
        private int length;

        Key(int expected) {
            bytes = new byte[expected];
        }

        void add(int b) {
            if (length == bytes.length) bytes = Arrays.copyOf(bytes, length * 2);
            bytes[length++] = (byte) b;
        }

        byte[] bytes() {
            return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        }
    }
}
