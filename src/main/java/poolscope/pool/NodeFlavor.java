package poolscope.pool;

import java.util.Map;
import java.util.Optional;

/// What one node of a specification has, as far as the table of flavors in api-notes.md knows it.
///
/// This is decoration, beside the specification as it came and never in its place: nothing is counted, filtered or
/// fitted by it, because what a node has is more than what a pool may allocate. A name that the table does not have is
/// not guessed at.
///
/// @param accelerators
///            cards a node; 0 for none
/// @param accelerator
///            the type of the cards, empty for none
public record NodeFlavor(int vCpus, int memoryGiB, int accelerators, String accelerator) {
    private static final String V100 = "V100";
    private static final String V100_OF_32_GB = "V100 32 GB";
    private static final String ASCEND_910 = "Ascend 910";

    private static final Map<String, NodeFlavor> KNOWN = Map.ofEntries(Map.entry("modelarts.vm.cpu.2u", bare(2, 8)),
            Map.entry("modelarts.vm.cpu.8u", bare(8, 32)), Map.entry("modelarts.vm.cpu.8ud", bare(8, 32)),
            Map.entry("modelarts.vm.cpu.16u64g.d", bare(16, 64)), Map.entry("modelarts.vm.cpu.48u96g.d", bare(48, 96)),
            Map.entry("modelarts.vm.gpu.v100", new NodeFlavor(8, 64, 1, V100)),
            Map.entry("modelarts.bm.gpu.v100NV32", new NodeFlavor(8, 64, 1, V100)),
            Map.entry("modelarts.bm.gpu.4v100NV32.nosdi", new NodeFlavor(32, 256, 4, V100_OF_32_GB)),
            Map.entry("modelarts.p3.8xlarge.public", new NodeFlavor(72, 512, 8, V100_OF_32_GB)),
            Map.entry("modelarts.kat1.xlarge", new NodeFlavor(24, 96, 1, ASCEND_910)),
            Map.entry("modelarts.kat1.8xlarge", new NodeFlavor(192, 768, 8, ASCEND_910)),
            Map.entry("modelarts.bm.snt9.xlarge.8", new NodeFlavor(192, 768, 8, ASCEND_910)));

    private static NodeFlavor bare(int vCpus, int memoryGiB) {
        return new NodeFlavor(vCpus, memoryGiB, 0, "");
    }

    /// What a node of that specification has; empty when the table does not know the name.
    public static Optional<NodeFlavor> of(Value specification) {
        return Optional.ofNullable(KNOWN.get(specification.asText("")));
    }
}
