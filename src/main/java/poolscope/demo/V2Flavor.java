package poolscope.demo;

/// The specifications of nodes in pools of v2.
enum V2Flavor {
    SNT9_8("modelarts.bm.snt9.xlarge.8", "arm64", 192, 768, new Cards(8, "snt9", "huawei.com/ascend-1980"), 190_900,
            757_416),
    SNT9_1("modelarts.kat1.xlarge", "arm64", 24, 96, new Cards(1, "snt9", "huawei.com/ascend-1980"), 22_900, 90_112),
    SNT3_1("modelarts.vm.ai1.snt3", "arm64", 8, 32, new Cards(1, "snt3", "huawei.com/ascend-310"), 7_060, 27_307),
    V100_8("modelarts.p3.8xlarge.public", "x86", 72, 512, new Cards(8, "v100", "nvidia.com/gpu"), 70_900, 503_316),
    A100_8("modelarts.bm.gpu.8a100nv80", "x86", 96, 960, new Cards(8, "a100", "nvidia.com/gpu"), 94_900, 943_718),
    T4_1("modelarts.vm.gpu.tnt004", "x86", 8, 32, new Cards(1, "tnt004", "nvidia.com/gpu"), 7_060, 27_307),
    CPU_8("modelarts.vm.cpu.8ud", "x86", 8, 32, Cards.NONE, 7_060, 27_307),
    CPU_16("modelarts.vm.cpu.16u64g.d", "x86", 16, 64, Cards.NONE, 14_900, 57_344),
    CPU_48("modelarts.vm.cpu.48u96g.d", "x86", 48, 96, Cards.NONE, 46_800, 88_064);

    /// The accelerators of a node.
    ///
    /// @param type
    ///            the name in flavors and metrics
    /// @param resource
    ///            the name in the resources of nodes and jobs
    record Cards(int count, String type, String resource) {
        static final Cards NONE = new Cards(0, "", "");
    }

    private static final int PARTS_WITHOUT_CARDS = 4;

    private final String specification;
    private final String architecture;
    private final int cores;
    private final int memoryGiB;
    private final Cards cards;
    private final long milliCores;
    private final long memoryMiB;

    V2Flavor(String specification, String architecture, int cores, int memoryGiB, Cards cards, long milliCores,
            long memoryMiB) {
        this.specification = specification;
        this.architecture = architecture;
        this.cores = cores;
        this.memoryGiB = memoryGiB;
        this.cards = cards;
        this.milliCores = milliCores;
        this.memoryMiB = memoryMiB;
    }

    String specification() {
        return specification;
    }

    String architecture() {
        return architecture;
    }

    int cores() {
        return cores;
    }

    int memoryGiB() {
        return memoryGiB;
    }

    Cards cards() {
        return cards;
    }

    /// Whether annotations of nodes say which cards are taken.
    boolean hasPlacement() {
        return cards.resource().startsWith("huawei.com/");
    }

    /// What jobs and plug-ins can use of a node, after the system's share.
    long milliCores() {
        return milliCores;
    }

    long memoryMiB() {
        return memoryMiB;
    }

    /// What plug-ins take of an idle node.
    long pluginMilliCores() {
        return cores > 8 ? 800 : 150;
    }

    long pluginMiB() {
        return cores > 8 ? 2_000 : 512;
    }

    /// Into how many equal parts a node is divided for jobs: its cards, or quarters of a node without cards.
    int parts() {
        return cards.count() == 0 ? PARTS_WITHOUT_CARDS : cards.count();
    }

    /// What a job gets with each part.
    long milliCoresOfPart() {
        return (milliCores - pluginMilliCores()) / parts() / 100 * 100;
    }

    long memoryMiBOfPart() {
        return (memoryMiB - pluginMiB()) / parts();
    }
}
