package poolscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import poolscope.pool.FieldValue;

/// A JSON array with an object for each row, its fields named as the columns. Numbers are numbers; what the service did
/// not say is left out (P08); what could not be read is a text, as sent.
final class JsonRowWriter<R> implements RowWriter<R> {
    private final ExportTableLayout<R> layout;
    private final CellTextFormatter cellTextFormatter;
    private final JsonGenerator json;
    private boolean any;

    JsonRowWriter(OutputStream out, ExportTableLayout<R> layout) throws IOException {
        this.layout = layout;
        cellTextFormatter = new CellTextFormatter(layout.zone(), UnaryOperator.identity());
        json = new JsonFactory().createGenerator(Utf8Writer.on(out)).setPrettyPrinter(new MinimalPrettyPrinter(",\n"));
    }

    @Override
    public void begin() throws IOException {
        json.writeRaw("[");
    }

    @Override
    public void write(R row) throws IOException {
        if (!any) json.writeRaw("\n");
        any = true;
        json.writeStartObject();
        for (var column : layout.columns())
            write(column.header(), column.value().apply(row));
        json.writeEndObject();
    }

    private void write(String name, FieldValue fieldValue) throws IOException {
        var text = cellTextFormatter.of(fieldValue);
        if (text.isEmpty()) return;
        json.writeFieldName(name);
        if (fieldValue instanceof FieldValue.Number(BigDecimal _)) json.writeNumber(text.get());
        else
            json.writeString(text.get());
    }

    @Override
    public void end() throws IOException {
        json.writeRaw(any ? "\n]\n" : "]\n");
        json.flush();
    }
}
