package poolscope.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lines of JSON as maps, lists, texts, exact numbers, truth values and null.
final class JsonLineCodec {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).maxNumberLength(200).build())
            .build()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final JsonParser parser;
    private final int mostValues;
    private int values;

    /// @param mostValues
    ///            of one line
    JsonLineCodec(JsonParser parser, int mostValues) {
        this.parser = parser;
        this.mostValues = mostValues;
    }

    /// The next line; null at the end.
    ///
    /// @throws TooLargeException
    ///             if it has more values than were allowed
    /// @throws IOException
    ///             if it is not a JSON object
    @Nullable
    Map<String, @Nullable Object> next() throws IOException {
        values = 0;
        var token = parser.nextToken();
        if (token == null) return null;
        if (token != JsonToken.START_OBJECT) throw new IOException("a line is not a JSON object");
        return object();
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private @Nullable Object value() throws IOException {
        if (++values > mostValues) throw new TooLargeException();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY)
                    elements.add(value());
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("a line ends too early");
        };
    }

    /// Writes a value of those types.
    static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> members -> {
                out.writeStartObject();
                for (var member : members.entrySet()) {
                    out.writeFieldName(String.valueOf(member.getKey()));
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
            case Collection<?> elements -> {
                out.writeStartArray();
                for (var element : elements)
                    write(out, element);
                out.writeEndArray();
            }
            case BigDecimal number -> out.writeNumber(number);
            case Integer number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            default -> out.writeString(value.toString());
        }
    }
}
