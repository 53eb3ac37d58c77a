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
    private FieldValue description = FieldValue.ABSENT;
    private FieldValue instanceType = FieldValue.ABSENT;
    private FieldValue node = FieldValue.ABSENT;
    private FieldValue poolId = FieldValue.ABSENT;
    private FieldValue publishedAt = FieldValue.ABSENT;
    private FieldValue notBefore = FieldValue.ABSENT;
    private FieldValue startedAt = FieldValue.ABSENT;
    private FieldValue finishedAt = FieldValue.ABSENT;

    private ScheduledEventJson() {}

    /// Reads one page of the planned maintenance.
    public static V2ItemPage<ScheduledEvent> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<ScheduledEvent> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), "events", in -> {
            var item = new ScheduledEventJson();
            LenientJsonReader.forEachField(in, item::readField);
            return item.event();
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "id" -> id = in.key();
            case "type" -> type = in.word();
            case "state" -> state = in.word();
            case "description" -> description = in.text();
            case "instanceType" -> instanceType = in.word();
            case "nodeName" -> node = in.key();
            case "poolName" -> poolId = in.key();
            default -> readTime(in);
        }
    }

    private void readTime(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "publishTime" -> publishedAt = LenientJsonReader.time(in);
            case "notBefore" -> notBefore = LenientJsonReader.time(in);
            case "startTime" -> startedAt = LenientJsonReader.time(in);
            case "finishTime" -> finishedAt = LenientJsonReader.time(in);
            default -> in.skip();
        }
    }

    private ScheduledEvent event() {
        var times = new ScheduledEvent.Times(publishedAt, notBefore, startedAt, finishedAt);
        return new ScheduledEvent(id, type, state, description, instanceType, node, poolId, times);
    }
}
