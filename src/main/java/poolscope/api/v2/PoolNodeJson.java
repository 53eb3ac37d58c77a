package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.NodeSoftware;
import poolscope.pool.node.NodeTaint;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ResourceAmounts;

/// JSON form of [PoolNode].
public final class PoolNodeJson {
    private FieldValue name = FieldValue.ABSENT;
    private FieldValue flavor = FieldValue.ABSENT;
    private FieldValue phase = FieldValue.ABSENT;
    private FieldValue zone = FieldValue.ABSENT;
    private FieldValue privateIp = FieldValue.ABSENT;
    private FieldValue createdAt = FieldValue.ABSENT;
    private ResourceAmounts total = ResourceAmounts.NOT_REPORTED;
    private ResourceAmounts free = ResourceAmounts.NOT_REPORTED;
    private FieldValue driverPhase = FieldValue.ABSENT;
    private FieldValue driverVersion = FieldValue.ABSENT;
    private FieldValue os = FieldValue.ABSENT;
    private final List<NodeTaint> taints = new ArrayList<>();
    private final NodeLabelsJson labels = new NodeLabelsJson();

    private PoolNodeJson() {}

    /// Reads one page of a pool's nodes.
    public static V2ItemPage<PoolNode> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<PoolNode> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            var item = new PoolNodeJson();
            LenientJsonReader.forEachField(in, item::readField);
            return item.node();
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "metadata" -> LenientJsonReader.forEachField(in, this::readMetadata);
            case "spec" -> LenientJsonReader.forEachField(in, this::readSpec);
            case "status" -> LenientJsonReader.forEachField(in, this::readStatus);
            default -> in.skip();
        }
    }

    private void readMetadata(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "name" -> name = in.key();
            case "creationTimestamp" -> createdAt = LenientJsonReader.time(in);
            case "labels", "annotations" -> LenientJsonReader.forEachField(in, labels::readField);
            default -> in.skip();
        }
    }

    private void readSpec(JsonValueReader in) throws IOException {
        if (in.name().equals("flavor")) flavor = in.word();
        else
            in.skip();
    }

    private void readStatus(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "phase" -> phase = in.word();
            case "az" -> zone = in.word();
            case "privateIp" -> privateIp = in.key();
            case "resources" -> total = ResourceAmountsJson.read(in);
            case "availableResources" -> free = ResourceAmountsJson.read(in);
            case "taints" -> LenientJsonReader.forEachElement(in, this::readTaint);
            case "driver" -> LenientJsonReader.forEachField(in, this::readDriver);
            case "os" -> LenientJsonReader.forEachField(in, this::readOs);
            default -> in.skip();
        }
    }

    private void readDriver(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "phase" -> driverPhase = in.word();
            case "version" -> driverVersion = in.word();
            default -> in.skip();
        }
    }

    private void readOs(JsonValueReader in) throws IOException {
        if (in.name().equals("name")) os = in.word();
        else
            in.skip();
    }

    /// An unreadable taint is kept as a taint, so that the node does not count as free.
    private void readTaint(JsonValueReader in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            var unreadable = in.absentOrUnreadable();
            taints.add(new NodeTaint(unreadable, unreadable, unreadable, unreadable));
            return;
        }
        FieldValue key = FieldValue.ABSENT;
        FieldValue fieldValue = FieldValue.ABSENT;
        FieldValue effect = FieldValue.ABSENT;
        FieldValue since = FieldValue.ABSENT;
        while (in.nextField()) {
            switch (in.name()) {
                case "key" -> key = in.word();
                case "value" -> fieldValue = LenientJsonReader.word(in);
                case "effect" -> effect = in.word();
                case "timeAdded" -> since = LenientJsonReader.time(in);
                default -> in.skip();
            }
        }
        taints.add(new NodeTaint(key, fieldValue, effect, since));
    }

    private PoolNode node() {
        return new PoolNode(name, flavor, phase, zone, privateIp, createdAt, total, free, labels.placement(), taints,
                labels.labels(), new NodeSoftware(driverPhase, driverVersion, os));
    }
}
