package poolscope.demo;

import java.util.List;

/// A kind of node, from the document's table of flavors, and one that is not in it.
///
/// @param specification
///            the name in the API
/// @param cores
///            vCPU a node has
/// @param memoryGiB
///            memory a node has
/// @param accelerators
///            cards a node has
record V1Flavor(String specification, int cores, int memoryGiB, int accelerators, Kind kind) {
    enum Kind {
        CPU, GPU, ASCEND
    }

    static final V1Flavor UNKNOWN = new V1Flavor("modelarts.bm.snt9z.c48.preview", 48, 384, 8, Kind.ASCEND);
    static final V1Flavor CPU_8 = new V1Flavor("modelarts.vm.cpu.8ud", 8, 32, 0, Kind.CPU);
    static final V1Flavor GPU_1 = new V1Flavor("modelarts.vm.gpu.v100", 8, 64, 1, Kind.GPU);

    static final List<V1Flavor> KNOWN = List.of(CPU_8, GPU_1,
            new V1Flavor("modelarts.kat1.8xlarge", 192, 768, 8, Kind.ASCEND),
            new V1Flavor("modelarts.vm.cpu.2u", 2, 8, 0, Kind.CPU),
            new V1Flavor("modelarts.vm.cpu.8u", 8, 32, 0, Kind.CPU),
            new V1Flavor("modelarts.vm.cpu.16u64g.d", 16, 64, 0, Kind.CPU),
            new V1Flavor("modelarts.vm.cpu.48u96g.d", 48, 96, 0, Kind.CPU),
            new V1Flavor("modelarts.bm.gpu.v100NV32", 8, 64, 1, Kind.GPU),
            new V1Flavor("modelarts.bm.gpu.4v100NV32.nosdi", 32, 256, 4, Kind.GPU),
            new V1Flavor("modelarts.p3.8xlarge.public", 72, 512, 8, Kind.GPU),
            new V1Flavor("modelarts.kat1.xlarge", 24, 96, 1, Kind.ASCEND),
            new V1Flavor("modelarts.bm.snt9.xlarge.8", 192, 768, 8, Kind.ASCEND));

    /// What jobs can use of a node, in hundredths of a core: 706 of 8 vCPU, the share seen in captured answers.
    long allocatableCentiCores() {
        return Math.round(cores * 88.25);
    }

    /// What jobs can use of a node, in MiB: 27307 of 32 GiB, five sixths, the share seen in captured answers.
    long allocatableMiB() {
        return Math.round(memoryGiB * 1024 * 5 / 6.0);
    }
}
