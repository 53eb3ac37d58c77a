package poolscope.demo;

/// Resources of a node or of a share of it.
record V2ResourceAmounts(long milliCores, long memoryMiB, long cards) {
    static final V2ResourceAmounts NONE = new V2ResourceAmounts(0, 0, 0);

    /// What a node has for jobs and plug-ins.
    static V2ResourceAmounts total(V2Node node) {
        var flavor = node.group().flavor();
        return new V2ResourceAmounts(flavor.milliCores(), flavor.memoryMiB(), node.cards());
    }

    /// What plug-ins and jobs leave of a node.
    static V2ResourceAmounts free(V2Node node, V2PoolSnapshot.Usage usage) {
        var flavor = node.group().flavor();
        return total(node).minus(new V2ResourceAmounts(flavor.pluginMilliCores(), flavor.pluginMiB(), 0))
                .minus(ofParts(flavor, usage.parts()));
    }

    static V2ResourceAmounts ofParts(V2Flavor flavor, int parts) {
        return new V2ResourceAmounts(parts * flavor.milliCoresOfPart(), parts * flavor.memoryMiBOfPart(),
                flavor.cards().count() == 0 ? 0 : parts);
    }

    V2ResourceAmounts plus(V2ResourceAmounts other) {
        return new V2ResourceAmounts(milliCores + other.milliCores, memoryMiB + other.memoryMiB, cards + other.cards);
    }

    V2ResourceAmounts minus(V2ResourceAmounts other) {
        return new V2ResourceAmounts(milliCores - other.milliCores, memoryMiB - other.memoryMiB, cards - other.cards);
    }
}
