package poolscope.pool.node;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;

/// Nodes and jobs for tests.
public final class NodeSamples {
    public static final String NPU = "huawei.com/ascend-1980";
    public static final String SNT9 = "modelarts.bm.snt9.xlarge.8";
    public static final String GPU = "nvidia.com/gpu";
    public static final String GPU_FLAVOR = "some.gpu.flavor";

    private NodeSamples() {}

    public static ResourceAmounts amount(long cpu, long memory, String key, long cards) {
        return new ResourceAmounts(FieldValue.Number.of(cpu), FieldValue.Number.of(memory),
                Map.of(key, FieldValue.Number.of(cards)));
    }

    /// A node that takes jobs, with 100 cores, 1000 MiB and 8 cards, all CPU and memory of it free.
    public static PoolNode gpuNode(String name, long freeCards) {
        return node(name, GPU_FLAVOR, amount(100, 1000, GPU, 8), amount(100, 1000, GPU, freeCards), null);
    }

    /// A node with two rings of four.
    public static PoolNode ringNode(String name, @Nullable String bits, long freeCards) {
        return node(name, SNT9, amount(100, 1000, NPU, 8), amount(100, 1000, NPU, freeCards), bits);
    }

    public static PoolNode node(String name, String flavor, ResourceAmounts total, ResourceAmounts free,
            @Nullable String bits) {
        return new PoolNode(FieldValue.text(name), FieldValue.text(flavor), FieldValue.text("Available"),
                FieldValue.text("z1"), FieldValue.text("ip-" + name), FieldValue.ABSENT, total, free,
                bits == null ? FieldValue.ABSENT : FieldValue.text(bits), List.of(), KnownNodeLabels.NONE,
                NodeSoftware.NOT_REPORTED);
    }

    public static PoolNode withPhase(PoolNode node, FieldValue phase) {
        return new PoolNode(node.name(), node.flavor(), phase, node.zone(), node.privateIp(), node.createdAt(),
                node.total(), node.free(), node.placement(), node.taints(), node.labels(), node.system());
    }

    public static PoolNode withTaints(PoolNode node, NodeTaint... taints) {
        return new PoolNode(node.name(), node.flavor(), node.phase(), node.zone(), node.privateIp(), node.createdAt(),
                node.total(), node.free(), node.placement(), List.of(taints), node.labels(), node.system());
    }

    public static PoolNode withLabels(PoolNode node, KnownNodeLabels labels) {
        return new PoolNode(node.name(), node.flavor(), node.phase(), node.zone(), node.privateIp(), node.createdAt(),
                node.total(), node.free(), node.placement(), node.taints(), labels, node.system());
    }

    public static KnownNodeLabels labels(FieldValue spare, FieldValue drain, FieldValue billingStatus) {
        var absent = FieldValue.ABSENT;
        return new KnownNodeLabels(absent, absent, spare, drain, absent, billingStatus, absent, absent, absent, absent);
    }

    public static PoolJob job(String name, String type, String status, ResourceAmounts needs, PoolJob.Share... shares) {
        var absent = FieldValue.ABSENT;
        return new PoolJob(FieldValue.text(name), FieldValue.text(name), FieldValue.text(type), FieldValue.text(status),
                absent, needs, absent, new PoolJob.Timing(absent, absent, absent), absent,
                List.of(shares).stream().map(PoolJob.Share::hostIp).toList(), List.of(shares));
    }
}
