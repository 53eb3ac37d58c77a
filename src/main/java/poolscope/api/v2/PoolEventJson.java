package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.PoolEvent;

/// JSON form of [PoolEvent].
public final class PoolEventJson {
    private FieldValue type = FieldValue.ABSENT;
    private FieldValue reason = FieldValue.ABSENT;
    private FieldValue message = FieldValue.ABSENT;
    private FieldValue count = FieldValue.ABSENT;
    private FieldValue firstAt = FieldValue.ABSENT;
    private FieldValue lastAt = FieldValue.ABSENT;

    private PoolEventJson() {}

    /// Reads one page of a pool's events.
    public static V2ItemPage<PoolEvent> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<PoolEvent> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            var item = new PoolEventJson();
            LenientJsonReader.forEachField(in, item::readField);
            return new PoolEvent(item.type, item.reason, item.message, item.count, item.firstAt, item.lastAt);
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "type" -> type = in.word();
            case "reason" -> reason = in.word();
            case "message" -> message = in.uniqueText();
            case "count" -> count = LenientJsonReader.count(in);
            case "firstTimestamp" -> firstAt = LenientJsonReader.time(in);
            case "lastTimestamp" -> lastAt = LenientJsonReader.time(in);
            default -> in.skip();
        }
    }
}
