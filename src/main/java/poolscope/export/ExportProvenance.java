package poolscope.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import poolscope.pool.Inventory;

/// The account that goes with exported pools: which program wrote them when, what the filter was, and of each
/// connection whether all of its pools are known. There is nothing in it to sign in with: neither a key nor a user in an
/// address.
///
/// @param program
///            its name and version
/// @param rows
///            which pools were chosen, as one word
/// @param filter
///            that was on, in the filter language; empty for none
public record ExportProvenance(String program, Instant at, String rows, String filter, List<Line> connections) {
    private static final int VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /// One connection.
    ///
    /// @param place
    ///            scheme, host and port
    /// @param state
    ///            what it was doing, as one word
    /// @param pools
    ///            how many it has, as far as is known
    /// @param repeated
    ///            empty when all of them are listed as its own
    /// @param readAt
    ///            when the last of its answers arrived
    /// @param why
    ///            why it may be incomplete or out of date; empty when it is neither
    /// @param requestId
    ///            what the service's operators find the last request by, empty when it sent none
    /// @param reading
    ///            how its pools were read; empty before the first answer
    public record Line(Place place, String state, int pools, Optional<Repeated> repeated, Optional<Instant> readAt,
            boolean complete, String why, String requestId, Optional<Inventory.Reading> reading) {}

    /// Pools of a connection that stand in the list as those of another one that asks the same service about the same
    /// project.
    ///
    /// @param with
    ///            the other one's name
    public record Repeated(int pools, String with) {}

    /// Where a connection asks.
    ///
    /// @param narrowing
    ///            what the service was asked for only, such as `status=running`; empty for everything
    public record Place(String name, String project, String endpoint, String narrowing) {}

    public ExportProvenance {
        connections = List.copyOf(connections);
    }

    /// Whether every connection's pools are all known.
    public boolean isComplete() {
        return connections.stream().allMatch(Line::complete);
    }

    /// The account as JSON.
    ///
    /// @param file
    ///            the name of the file that it goes with
    /// @param pools
    ///            how many pools are in that file
    byte[] json(String file, long pools) {
        var bytes = new ByteArrayOutputStream();
        try (var out = JSON.createGenerator(bytes, JsonEncoding.UTF8).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeNumberField("version", VERSION);
            out.writeStringField("program", program);
            out.writeStringField("written_at", at.toString());
            out.writeStringField("file", file);
            out.writeNumberField("pools", pools);
            out.writeStringField("rows", rows);
            out.writeStringField("filter", filter);
            out.writeBooleanField("may_be_incomplete", !isComplete());
            out.writeArrayFieldStart("connections");
            for (var line : connections)
                write(line, out);
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("no I/O happens here", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Line line, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", line.place().name());
        out.writeStringField("project", line.place().project());
        out.writeStringField("endpoint", line.place().endpoint());
        if (!line.place().narrowing().isEmpty()) out.writeStringField("only_found_for", line.place().narrowing());
        out.writeStringField("state", line.state());
        out.writeNumberField("pools", line.pools());
        if (line.repeated().isPresent()) {
            out.writeNumberField("repeated", line.repeated().get().pools());
            out.writeStringField("repeated_with", line.repeated().get().with());
        }
        if (line.readAt().isPresent()) out.writeStringField("read_at", line.readAt().get().toString());
        out.writeBooleanField("complete", line.complete());
        if (!line.why().isEmpty()) out.writeStringField("why", line.why());
        if (!line.requestId().isEmpty()) out.writeStringField("request_id", line.requestId());
        if (line.reading().isPresent()) write(line.reading().get(), out);
        out.writeEndObject();
    }

    private static void write(Inventory.Reading reading, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("reading");
        if (reading.expected() >= 0) out.writeNumberField("total_count", reading.expected());
        out.writeNumberField("unreadable_entries", reading.unreadable());
        out.writeNumberField("duplicate_entries", reading.duplicates());
        out.writeStringField("offset", reading.offset().name().toLowerCase(Locale.ROOT));
        out.writeNumberField("requests", reading.requests());
        out.writeNumberField("milliseconds", reading.took().toMillis());
        out.writeEndObject();
    }
}
