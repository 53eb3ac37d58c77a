package poolscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;

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
                if (!field.isDerived()) write(json, field, field.identity(pool));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, PoolField field, FieldValue fieldValue) throws IOException {
        switch (fieldValue) {
            // a portion is made of two other fields
            case FieldValue.Absent _, FieldValue.Portion _, FieldValue.Before _ -> {
            }
            case FieldValue.Unreadable(String raw) -> json.writeStringField(field.id(), raw);
            case FieldValue.Number(BigDecimal number) -> json.writeNumberField(field.id(), number);
            case FieldValue.Text(String text) -> json.writeStringField(field.id(), text);
            case FieldValue.Time(Instant instant) -> json.writeStringField(field.id(), instant.toString());
            case FieldValue.Day(LocalDate date) -> json.writeStringField(field.id(), date.toString());
            case FieldValue.State(PoolStatus status) -> {
                if (!status.word().isEmpty()) json.writeStringField(field.id(), status.word());
            }
        }
    }
}
