package poolscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;

/// The fields of a pool as a JSON object, for one whose own JSON was not kept: a pool of before the program started.
final class KnownPoolFieldsJsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private KnownPoolFieldsJsonWriter() {}

    /// What is known of the pool, by the ids of the fields; an empty object when nothing is.
    static String of(Pool pool) throws IOException {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            for (var field : PoolField.all(false))
                write(json, field, field.of(pool));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, PoolField field, Value value) throws IOException {
        switch (value) {
            // a portion is made of two other fields
            case Value.Absent _, Value.Portion _ -> {
            }
            case Value.Unreadable(String raw) -> json.writeStringField(field.id(), raw);
            case Value.Number(BigDecimal number) -> json.writeNumberField(field.id(), number);
            case Value.Text(String text) -> json.writeStringField(field.id(), text);
            case Value.Time(Instant instant) -> json.writeStringField(field.id(), instant.toString());
            case Value.Day(LocalDate date) -> json.writeStringField(field.id(), date.toString());
            case Value.State(PoolStatus status) -> {
                if (!status.word().isEmpty()) json.writeStringField(field.id(), status.word());
            }
        }
    }
}
