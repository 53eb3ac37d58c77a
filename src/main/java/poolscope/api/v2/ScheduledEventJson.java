package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.Value;
import poolscope.pool.node.ScheduledEvent;

/// JSON form of [ScheduledEvent]. Its array is named `events`.
public final class ScheduledEventJson {
    private Value id = Value.ABSENT;
    private Value type = Value.ABSENT;
    private Value state = Value.ABSENT;
    private Value description = Value.ABSENT;
    private Value instanceType = Value.ABSENT;
    private Value node = Value.ABSENT;
    private Value poolId = Value.ABSENT;
    private Value publishedAt = Value.ABSENT;
    private Value notBefore = Value.ABSENT;
    private Value startedAt = Value.ABSENT;
    private Value finishedAt = Value.ABSENT;

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
