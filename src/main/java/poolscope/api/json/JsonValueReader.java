package poolscope.api.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;

/// Reads JSON values one after the other without guessing (measured 6 in api-notes.md): missing or null is absent,
/// never 0; a value of a wrong type is kept as the text that came; decimals stay decimals.
///
/// Each method reads the value at which the parser stands and leaves the parser at its last token.
public final class JsonValueReader {
    /// Milliseconds from 1973 to 9999. Values in seconds are below this range until the year 5138, values in
    /// microseconds above it (P12).
    private static final long FIRST_MILLISECOND = 100_000_000_000L;
    private static final long LAST_MILLISECOND = 253_402_300_799_999L;

    private final JsonParser parser;
    private final byte[] document;
    private final ValueInterner valueInterner;

    public JsonValueReader(byte[] document, ValueInterner valueInterner) throws IOException {
        this.parser = StrictJsonParser.FACTORY.createParser(document);
        this.document = document;
        this.valueInterner = valueInterner;
    }

    public ValueInterner valueInterner() {
        return valueInterner;
    }

    public JsonToken next() throws IOException {
        var token = parser.nextToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    public boolean isAt(JsonToken token) {
        return parser.hasToken(token);
    }

    /// Goes to the value of the object's next field.
    ///
    /// @return false at the end of the object
    public boolean nextField() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) return false;
        parser.nextToken();
        return true;
    }

    /// The name of the field whose value this is.
    public String name() throws IOException {
        var name = parser.currentName();
        return name == null ? "" : name;
    }

    public void skip() throws IOException {
        parser.skipChildren();
    }

    public int start() {
        return (int) parser.currentTokenLocation().getByteOffset();
    }

    /// The bytes from there to the end of the current token.
    public RawJson sliceFrom(int start) throws IOException {
        parser.finishToken();
        return new RawJson(document, start, (int) parser.currentLocation().getByteOffset());
    }

    /// A text that is different in every pool: not interned.
    public FieldValue uniqueText() throws IOException {
        return isAt(JsonToken.VALUE_STRING) ? FieldValue.text(parser.getText()) : absentOrUnreadable();
    }

    public FieldValue text() throws IOException {
        return isAt(JsonToken.VALUE_STRING) ? valueInterner.text(parser.getText()) : absentOrUnreadable();
    }

    /// A key that is different in every pool, so it is not interned. Some responses send it as a number; an empty one
    /// is absent.
    public FieldValue key() throws IOException {
        if (!isWord()) return absentOrUnreadable();
        return parser.getText().isEmpty() ? FieldValue.ABSENT : FieldValue.text(parser.getText());
    }

    /// A word that many pools share and that some responses send as a number. An empty one is absent.
    public FieldValue word() throws IOException {
        if (!isWord()) return absentOrUnreadable();
        return parser.getText().isEmpty() ? FieldValue.ABSENT : valueInterner.text(parser.getText());
    }

    /// Any text is a status; another value is kept as the JSON that came, so that `1` never becomes `running` (P09).
    public PoolStatus status() throws IOException {
        if (isAt(JsonToken.VALUE_NULL)) return PoolStatus.NOT_REPORTED;
        return valueInterner.status(isAt(JsonToken.VALUE_STRING) ? parser.getText() : raw());
    }

    /// A quantity: a decimal not below zero, also as text.
    public FieldValue quantity() throws IOException {
        if (isAt(JsonToken.VALUE_NUMBER_INT) && parser.getTextLength() < 4 && parser.getIntValue() >= 0)
            return valueInterner.small(parser.getIntValue());
        if (!isNumber() && !isAt(JsonToken.VALUE_STRING)) return absentOrUnreadable();
        return known(valueInterner.quantity(parser.getText()));
    }

    /// A number of things: whole, not below zero, not quoted, at most 2^31 - 1.
    public FieldValue count() throws IOException {
        return isNumber() ? known(valueInterner.count(parser.getText())) : absentOrUnreadable();
    }

    /// Milliseconds since 1970 UTC, also as text (api-notes.md: an older edition quotes them).
    public FieldValue time() throws IOException {
        if (!isNumber() && !isAt(JsonToken.VALUE_STRING)) return absentOrUnreadable();
        var millis = JsonNumberParser.whole(parser.getText(), FIRST_MILLISECOND, LAST_MILLISECOND);
        return millis.isPresent()
                ? new FieldValue.Time(Instant.ofEpochMilli(millis.getAsLong()))
                : valueInterner.unreadable(raw());
    }

    private FieldValue known(FieldValue number) throws IOException {
        return number.isKnown() ? number : valueInterner.unreadable(raw());
    }

    public FieldValue absentOrUnreadable() throws IOException {
        return isAt(JsonToken.VALUE_NULL) ? FieldValue.ABSENT : valueInterner.unreadable(raw());
    }

    private String raw() throws IOException {
        int start = start();
        parser.skipChildren();
        var slice = sliceFrom(start);
        return new String(document, start, slice.to() - start, StandardCharsets.UTF_8);
    }

    private boolean isWord() {
        return isAt(JsonToken.VALUE_STRING) || isNumber();
    }

    private boolean isNumber() {
        return isAt(JsonToken.VALUE_NUMBER_INT) || isAt(JsonToken.VALUE_NUMBER_FLOAT);
    }
}
