package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.ScheduledEvent;

/// JSON form of [ScheduledEvent]. Its array is named `events`.
public final class ScheduledEventJson {
    private FieldValue id = FieldValue.ABSENT;
    private FieldValue type = FieldValue.ABSENT;
    private FieldValue state = FieldValue.ABSENT;
    private FieldValue node = FieldValue.ABSENT;
    private FieldValue poolId = FieldValue.ABSENT;
    private FieldValue notBefore = FieldValue.ABSENT;
    private FieldValue startedAt = FieldValue.ABSENT;

    private ScheduledEventJson() {}

    /// Reads one page of the planned maintenance.
    public static V2ItemPage<ScheduledEvent> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<ScheduledEvent> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), "events", in -> {
            var item = new ScheduledEventJson();
            LenientJsonReader.forEachField(in, item::readField);
            return new ScheduledEvent(item.id, item.type, item.state, item.node, item.poolId, item.notBefore,
                    item.startedAt);
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "id" -> id = in.key();
            case "type" -> type = in.word();
            case "state" -> state = in.word();
            case "nodeName" -> node = in.key();
            case "poolName" -> poolId = in.key();
            case "notBefore" -> notBefore = LenientJsonReader.time(in);
            case "startTime" -> startedAt = LenientJsonReader.time(in);
            default -> in.skip();
        }
    }
}
