package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.function.UnaryOperator;
import poolscope.api.json.JsonValueReader;
import poolscope.pool.FieldValue;

/// Reads parts of JSON objects leniently: values of an unexpected kind are left out or kept as they came, never
/// guessed.
///
/// Each method reads the value at which the cursor stands and leaves the cursor at its last token.
final class LenientJsonReader {
    private static final BigDecimal MAX_COUNT = BigDecimal.valueOf(Integer.MAX_VALUE);
    /// Every whole number of this many digits is a count.
    private static final int SHORT = 9;

    private LenientJsonReader() {}

    /// Reads one value, whose name the cursor has.
    @FunctionalInterface
    interface Reader {
        void read(JsonValueReader in) throws IOException;
    }

    /// Calls the reader for each field of an object; anything else has no fields.
    static void forEachField(JsonValueReader in, Reader field) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            in.skip();
            return;
        }
        while (in.nextField())
            field.read(in);
    }

    /// Calls the reader for each element of an array. A value that is no array counts as its only element, and null as
    /// an empty array: responses differ in this.
    static void forEachElement(JsonValueReader in, Reader element) throws IOException {
        if (in.isAt(JsonToken.VALUE_NULL)) return;
        if (!in.isAt(JsonToken.START_ARRAY)) {
            element.read(in);
            return;
        }
        while (in.next() != JsonToken.END_ARRAY)
            element.read(in);
    }

    /// A string, number or boolean, as text.
    static FieldValue word(JsonValueReader in) throws IOException {
        if (in.isAt(JsonToken.VALUE_TRUE)) return FieldValue.text("true");
        return in.isAt(JsonToken.VALUE_FALSE) ? FieldValue.text("false") : in.word();
    }

    /// An amount parsed by [KubernetesQuantityParser]; otherwise the JSON text is kept. Not interned: what is allocated
    /// differs in every pool.
    static FieldValue amount(JsonValueReader in, UnaryOperator<FieldValue> quantity) throws IOException {
        boolean isText = in.isAt(JsonToken.VALUE_STRING);
        var amount = quantity.apply(in.key());
        return isText && amount instanceof FieldValue.Unreadable(String text)
                ? new FieldValue.Unreadable(quoted(text))
                : amount;
    }

    /// A whole number, also as text.
    static FieldValue count(JsonValueReader in) throws IOException {
        var number = in.quantity();
        if (!(number instanceof FieldValue.Number(BigDecimal n)) || n.scale() == 0 && n.precision() <= SHORT)
            return number;
        boolean isWhole = n.compareTo(MAX_COUNT) <= 0 && n.stripTrailingZeros().scale() <= 0;
        if (!isWhole) return new FieldValue.Unreadable(n.toString());
        // 1e2 is 100
        return n.scale() < 0 ? in.valueInterner().number(n.setScale(0)) : number;
    }

    /// RFC 3339, or milliseconds.
    static FieldValue time(JsonValueReader in) throws IOException {
        if (!in.isAt(JsonToken.VALUE_STRING)) return in.time();
        var text = in.uniqueText().asText("");
        if (text.isEmpty()) return FieldValue.ABSENT;
        try {
            return new FieldValue.Time(Rfc3339TimeParser.instant(text));
        } catch (DateTimeException _) {
            return in.time();
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
