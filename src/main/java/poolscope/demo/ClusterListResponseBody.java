package poolscope.demo;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// The response body of `GET /v1/{project_id}/clusters`.
record ClusterListResponseBody(DemoFleetPlan plan, String projectId, V1Fleet.Page page) implements DemoResponse.Body {
    /// Above this many rows the response is sent in chunks and never held in memory as a whole.
    private static final int ROWS_TO_HOLD = 10_000;
    private static final int BYTES_A_ROW = 512;

    static DemoResponse.Body of(DemoFleetPlan plan, String projectId, V1Fleet.Page page) {
        var streamed = new ClusterListResponseBody(plan, projectId, page);
        if (page.rows().size() > ROWS_TO_HOLD) return streamed;
        var held = new ByteArrayOutputStream(64 + page.rows().size() * BYTES_A_ROW);
        try {
            streamed.writeTo(held);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new DemoResponse.Bytes(held.toByteArray());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (var json = new JsonFactory().createGenerator(out)) {
            var writer = new ClusterJsonWriter(plan, projectId, json);
            json.writeStartObject();
            json.writeNumberField("total_count", page.total());
            json.writeNumberField("count", page.rows().size());
            json.writeArrayFieldStart("clusters");
            for (var pool : page.rows())
                writer.write(pool, page.tick());
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
