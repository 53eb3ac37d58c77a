package poolscope.api.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import poolscope.api.Failure.UnreadableAnswer.Cause;

/// Reads a body that must be one JSON object and nothing else.
public final class JsonObjectBodyReader {
    private JsonObjectBodyReader() {}

    /// Reads the value at which the reader stands; [JsonValueReader#name] is its name.
    @FunctionalInterface
    public interface FieldReader {
        void read(JsonValueReader in) throws IOException, UnreadableResponseException;
    }

    /// Calls the reader for each field of the object.
    ///
    /// @throws UnreadableResponseException
    ///             if the body is empty, is not JSON, is something else than an object, or goes on behind it
    public static void forEachField(byte[] body, ValueInterner valueInterner, FieldReader fields)
            throws UnreadableResponseException {
        try {
            var in = new JsonValueReader(JsonToUtf8Converter.of(body), valueInterner);
            var first = in.next();
            if (first == JsonToken.NOT_AVAILABLE) throw new UnreadableResponseException(Cause.EMPTY, "");
            if (first != JsonToken.START_OBJECT) throw new UnreadableResponseException(Cause.NOT_A_LIST, "");
            while (in.nextField())
                fields.read(in);
            if (in.next() != JsonToken.NOT_AVAILABLE)
                throw new UnreadableResponseException(Cause.NOT_JSON, "byte " + in.start());
        } catch (JacksonException e) {
            throw JacksonErrorClassifier.of(e, body);
        } catch (IOException _) {
            // the bytes are no text; reading from an array can't fail otherwise
            throw new UnreadableResponseException(Cause.NOT_JSON, "");
        }
    }
}
