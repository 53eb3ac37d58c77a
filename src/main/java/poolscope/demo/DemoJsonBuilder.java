package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Small JSON documents.
final class DemoJsonBuilder {
    /// Writes the fields of an object.
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private DemoJsonBuilder() {}

    /// An object with these fields, in UTF-8.
    static byte[] bytes(Fields fields) {
        return object(fields).getBytes(StandardCharsets.UTF_8);
    }

    /// An object with these fields, as text.
    static String object(Fields fields) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
