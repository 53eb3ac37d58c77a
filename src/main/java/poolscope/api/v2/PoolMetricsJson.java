package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.ResourceAmounts;

/// JSON form of [PoolMetrics].
final class PoolMetricsJson {
    private FieldValue poolId = FieldValue.ABSENT;
    private ResourceAmounts capacity = ResourceAmounts.NOT_REPORTED;
    private ResourceAmounts allocated = ResourceAmounts.NOT_REPORTED;

    private PoolMetricsJson() {}

    /// Reads the metrics of all pools.
    ///
    /// @param valueInterner
    ///            the one of the pools, so that they share equal amounts
    static V2ItemPage<PoolMetrics> read(ApiResponse response, ValueInterner valueInterner)
            throws UnreadableResponseException {
        return read(response.body(), valueInterner);
    }

    static V2ItemPage<PoolMetrics> read(byte[] body, ValueInterner valueInterner) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, valueInterner, in -> {
            var item = new PoolMetricsJson();
            LenientJsonReader.forEachField(in, item::readField);
            return PoolMetrics.of(item.poolId, item.capacity, item.allocated, valueInterner);
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "metadata" -> LenientJsonReader.forEachField(in, this::readMetadata);
            case "table" -> LenientJsonReader.forEachField(in, this::readTable);
            default -> in.skip();
        }
    }

    private void readMetadata(JsonValueReader in) throws IOException {
        if (in.name().equals("name")) poolId = in.key();
        else
            in.skip();
    }

    private void readTable(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "capacity" -> LenientJsonReader.forEachField(in, this::readCapacity);
            case "allocated" -> LenientJsonReader.forEachField(in, this::readAllocated);
            default -> in.skip();
        }
    }

    private void readCapacity(JsonValueReader in) throws IOException {
        if (in.name().equals("value")) capacity = ResourceAmountsJson.readMetrics(in);
        else
            in.skip();
    }

    private void readAllocated(JsonValueReader in) throws IOException {
        if (in.name().equals("value")) allocated = ResourceAmountsJson.readMetrics(in);
        else
            in.skip();
    }
}
