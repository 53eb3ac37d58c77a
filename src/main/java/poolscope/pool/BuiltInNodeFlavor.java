package poolscope.pool;

import java.util.Map;
import java.util.Optional;

/// What one node of a specification has, as far as the table of flavors in api-notes.md knows it.
///
/// This is decoration, beside the specification as it came and never in its place: nothing is counted, filtered or
/// fitted by vCPUs, memory and the number of cards, because what a node has is more than what a pool may allocate; only
/// the family sorts the cards of a pool ([AcceleratorFamily]). A name that the table does not have is not guessed at.
///
/// @param accelerators
///            cards a node; 0 for none
/// @param accelerator
///            the type of the cards, empty for none
/// @param family
///            the family of the cards, empty for none
public record BuiltInNodeFlavor(int vCpus, int memoryGiB, int accelerators, String accelerator,
        Optional<AcceleratorFamily> family) {
    private static final String V100 = "V100";
    private static final String V100_OF_32_GB = "V100 32 GB";
    private static final String ASCEND_910 = "Ascend 910";

    private static final Map<String, BuiltInNodeFlavor> KNOWN = Map.ofEntries(
            Map.entry("modelarts.vm.cpu.2u", bare(2, 8)), Map.entry("modelarts.vm.cpu.8u", bare(8, 32)),
            Map.entry("modelarts.vm.cpu.8ud", bare(8, 32)), Map.entry("modelarts.vm.cpu.16u64g.d", bare(16, 64)),
            Map.entry("modelarts.vm.cpu.48u96g.d", bare(48, 96)),
            Map.entry("modelarts.vm.gpu.v100", with(AcceleratorFamily.V100, 8, 64, 1, V100)),
            Map.entry("modelarts.bm.gpu.v100NV32", with(AcceleratorFamily.V100, 8, 64, 1, V100)),
            Map.entry("modelarts.bm.gpu.4v100NV32.nosdi", with(AcceleratorFamily.V100, 32, 256, 4, V100_OF_32_GB)),
            Map.entry("modelarts.p3.8xlarge.public", with(AcceleratorFamily.V100, 72, 512, 8, V100_OF_32_GB)),
            Map.entry("modelarts.kat1.xlarge", with(AcceleratorFamily.ASCEND_910, 24, 96, 1, ASCEND_910)),
            Map.entry("modelarts.kat1.8xlarge", with(AcceleratorFamily.ASCEND_910, 192, 768, 8, ASCEND_910)),
            Map.entry("modelarts.bm.snt9.xlarge.8", with(AcceleratorFamily.ASCEND_910, 192, 768, 8, ASCEND_910)));

    private static BuiltInNodeFlavor with(AcceleratorFamily family, int vCpus, int memoryGiB, int cards, String type) {
        return new BuiltInNodeFlavor(vCpus, memoryGiB, cards, type, Optional.of(family));
    }

    private static BuiltInNodeFlavor bare(int vCpus, int memoryGiB) {
        return new BuiltInNodeFlavor(vCpus, memoryGiB, 0, "", Optional.empty());
    }

    /// What a node of that specification has; empty when the table does not know the name.
    public static Optional<BuiltInNodeFlavor> of(FieldValue specification) {
        return named(specification.asText(""));
    }

    static Optional<BuiltInNodeFlavor> named(String specification) {
        return Optional.ofNullable(KNOWN.get(specification));
    }
}
