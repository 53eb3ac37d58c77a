package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poolscope.api.Failure.UnreadableAnswer.Cause;
import poolscope.api.json.JsonObjectBodyReader;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;

/// JSON form of any list of v2: `items` with `metadata.continue`. Any bytes give a page or an
/// [UnreadableResponseException]. A list whose `items` are missing or null is unreadable, not empty.
final class V2ItemPageJson<T> {
    private static final int MAX_ITEMS = 200_000;
    private static final Pattern ZERO = Pattern.compile("0+");

    /// Reads the object at which the cursor stands.
    @FunctionalInterface
    interface ItemReader<T> {
        T read(JsonValueReader in) throws IOException;
    }

    private final String name;
    private final ItemReader<T> reader;
    private @Nullable List<T> items;
    private String next = "";
    private long total = V2ItemPage.NOT_REPORTED;
    private int unreadable;
    private FieldValue errorCode = FieldValue.ABSENT;
    private boolean hasMessage;

    private V2ItemPageJson(String name, ItemReader<T> reader) {
        this.name = name;
        this.reader = reader;
    }

    /// Reads a list whose array is named `items`.
    static <T> V2ItemPage<T> read(byte[] body, ValueInterner valueInterner, ItemReader<T> reader)
            throws UnreadableResponseException {
        return read(body, valueInterner, "items", reader);
    }

    /// @param name
    ///            name of the array
    static <T> V2ItemPage<T> read(byte[] body, ValueInterner valueInterner, String name, ItemReader<T> reader)
            throws UnreadableResponseException {
        var page = new V2ItemPageJson<>(name, reader);
        JsonObjectBodyReader.forEachField(body, valueInterner, page::readField);
        return page.page();
    }

    private V2ItemPage<T> page() throws UnreadableResponseException {
        boolean failed = errorCode instanceof FieldValue.Text(String code) ? !ZERO.matcher(code).matches() : hasMessage;
        if (failed) throw new UnreadableResponseException(Cause.REPORTS_FAILURE, "");
        if (items == null) throw new UnreadableResponseException(Cause.WRONG_SHAPE, name);
        return new V2ItemPage<>(items, next, total, unreadable);
    }

    private void readField(JsonValueReader in) throws IOException, UnreadableResponseException {
        if (in.name().equals(name)) {
            items = items(in);
            return;
        }
        switch (in.name()) {
            case "metadata" -> LenientJsonReader.forEachField(in, this::readMetadata);
            case "total", "count" -> total = whole(in);
            case "error_code" -> errorCode = in.key();
            case "error_msg", "error_message" -> hasMessage |= in.key().isKnown();
            default -> in.skip();
        }
    }

    private void readMetadata(JsonValueReader in) throws IOException {
        if (in.name().equals("continue")) next = in.key().asText("");
        else
            in.skip();
    }

    private static long whole(JsonValueReader in) throws IOException {
        return LenientJsonReader.count(in).asNumber().map(n -> n.longValue()).orElse(V2ItemPage.NOT_REPORTED);
    }

    private @Nullable List<T> items(JsonValueReader in) throws IOException, UnreadableResponseException {
        if (in.isAt(JsonToken.VALUE_NULL)) return null;
        if (!in.isAt(JsonToken.START_ARRAY)) throw new UnreadableResponseException(Cause.WRONG_SHAPE, name);
        var read = new ArrayList<T>();
        while (in.next() != JsonToken.END_ARRAY) {
            if (read.size() + unreadable == MAX_ITEMS)
                throw new UnreadableResponseException(Cause.TOO_MANY_ENTRIES, "");
            if (in.isAt(JsonToken.START_OBJECT)) read.add(reader.read(in));
            else {
                in.skip();
                unreadable++;
            }
        }
        return read;
    }
}
