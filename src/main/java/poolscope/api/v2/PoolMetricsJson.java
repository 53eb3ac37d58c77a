package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonCursor;
import poolscope.api.json.UnreadableException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.Value;
import poolscope.pool.node.NodeResources;

/// JSON form of [PoolMetrics].
final class PoolMetricsJson {
    private Value poolId = Value.ABSENT;
    private NodeResources capacity = NodeResources.NOT_REPORTED;
    private NodeResources allocated = NodeResources.NOT_REPORTED;

    private PoolMetricsJson() {}

    /// Reads the metrics of all pools.
    ///
    /// @param valueInterner
    ///            the one of the pools, so that they share equal amounts
    static ItemPage<PoolMetrics> read(ApiResponse response, ValueInterner valueInterner) throws UnreadableException {
        return read(response.body(), valueInterner);
    }

    static ItemPage<PoolMetrics> read(byte[] body, ValueInterner valueInterner) throws UnreadableException {
        return ItemListJson.read(body, valueInterner, in -> {
            var item = new PoolMetricsJson();
            LenientJson.forEachField(in, item::readField);
            return PoolMetrics.of(item.poolId, item.capacity, item.allocated, valueInterner);
        });
    }

    private void readField(JsonCursor in) throws IOException {
        switch (in.name()) {
            case "metadata" -> LenientJson.forEachField(in, this::readMetadata);
            case "table" -> LenientJson.forEachField(in, this::readTable);
            default -> in.skip();
        }
    }

    private void readMetadata(JsonCursor in) throws IOException {
        if (in.name().equals("name")) poolId = in.key();
        else
            in.skip();
    }

    private void readTable(JsonCursor in) throws IOException {
        switch (in.name()) {
            case "capacity" -> LenientJson.forEachField(in, this::readCapacity);
            case "allocated" -> LenientJson.forEachField(in, this::readAllocated);
            default -> in.skip();
        }
    }

    private void readCapacity(JsonCursor in) throws IOException {
        if (in.name().equals("value")) capacity = ResourcesJson.readMetrics(in);
        else
            in.skip();
    }

    private void readAllocated(JsonCursor in) throws IOException {
        if (in.name().equals("value")) allocated = ResourcesJson.readMetrics(in);
        else
            in.skip();
    }
}
