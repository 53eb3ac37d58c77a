package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.json.JsonValueReader;
import poolscope.pool.FieldValue;
import poolscope.pool.node.KnownNodeLabels;

/// JSON form of [KnownNodeLabels]: labels and annotations together, because responses differ in which is which.
final class NodeLabelsJson {
    private FieldValue nodePool = FieldValue.ABSENT;
    private FieldValue nodePoolName = FieldValue.ABSENT;
    private FieldValue subPool = FieldValue.ABSENT;
    private FieldValue spare = FieldValue.ABSENT;
    private FieldValue drain = FieldValue.ABSENT;
    private FieldValue lock = FieldValue.ABSENT;
    private FieldValue billingStatus = FieldValue.ABSENT;
    private FieldValue billingMode = FieldValue.ABSENT;
    private FieldValue resourceId = FieldValue.ABSENT;
    private FieldValue cabinet = FieldValue.ABSENT;
    private FieldValue superNode = FieldValue.ABSENT;
    private FieldValue placement = FieldValue.ABSENT;

    void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "os.modelarts.node/nodepool" -> nodePool = in.word();
            case "os.modelarts.node/nodepoolname" -> nodePoolName = in.word();
            case "os.modelarts.node/elastic.quota" -> subPool = in.word();
            case "os.modelarts.node/ha.redundant.enabled" -> spare = LenientJsonReader.word(in);
            case "os.modelarts.node/drain" -> drain = LenientJsonReader.word(in);
            case "os.modelarts.node/lock.action" -> lock = LenientJsonReader.word(in);
            case "os.modelarts/npu-topology-placement" -> placement = in.word();
            default -> readRareField(in);
        }
    }

    private void readRareField(JsonValueReader in) throws IOException {
        var name = in.name();
        switch (name) {
            case "os.modelarts/billing.status" -> billingStatus = in.word();
            case "os.modelarts/billing.mode" -> billingMode = in.word();
            case "os.modelarts/resource.id" -> resourceId = in.key();
            case "cce.kubectl.kubernetes.io/cabinet" -> cabinet = in.word();
            default -> {
                if (name.endsWith("spod.id")) superNode = in.word();
                else
                    in.skip();
            }
        }
    }

    FieldValue placement() {
        return placement;
    }

    KnownNodeLabels labels() {
        var pool = nodePool instanceof FieldValue.Absent ? nodePoolName : nodePool;
        return new KnownNodeLabels(pool, subPool, spare, drain, lock, billingStatus, billingMode, resourceId, cabinet,
                superNode);
    }
}
