package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// Small JSON documents, written and read field by field.
final class DemoJson {
    /// Writes the fields of an object.
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private DemoJson() {}

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

    /// Every value of a document as text, by its pointer (RFC 6901); empty when it is no JSON.
    static Map<String, String> fields(byte[] document) {
        var fields = new HashMap<String, String>();
        try (var json = new JsonFactory().createParser(document)) {
            for (var token = json.nextToken(); token != null; token = json.nextToken())
                if (token.isScalarValue())
                    fields.put(json.getParsingContext().pathAsPointer().toString(), json.getText());
        } catch (IOException noJson) {
            return Map.of();
        }
        return fields;
    }
}
