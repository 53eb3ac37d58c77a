package poolscope.demo;

/// Resources of a node or of a share of it.
record V2Amounts(long milliCores, long memoryMiB, long cards) {
    static final V2Amounts NONE = new V2Amounts(0, 0, 0);

    /// What a node has for jobs and plug-ins.
    static V2Amounts total(V2Node node) {
        var flavor = node.group().flavor();
        return new V2Amounts(flavor.milliCores(), flavor.memoryMiB(), node.cards());
    }

    /// What plug-ins and jobs leave of a node.
    static V2Amounts free(V2Node node, V2PoolState.Usage usage) {
        var flavor = node.group().flavor();
        return total(node).minus(new V2Amounts(flavor.pluginMilliCores(), flavor.pluginMiB(), 0))
                .minus(ofParts(flavor, usage.parts()));
    }

    static V2Amounts ofParts(V2Flavor flavor, int parts) {
        return new V2Amounts(parts * flavor.milliCoresOfPart(), parts * flavor.memoryMiBOfPart(),
                flavor.cards().count() == 0 ? 0 : parts);
    }

    V2Amounts plus(V2Amounts other) {
        return new V2Amounts(milliCores + other.milliCores, memoryMiB + other.memoryMiB, cards + other.cards);
    }

    V2Amounts minus(V2Amounts other) {
        return new V2Amounts(milliCores - other.milliCores, memoryMiB - other.memoryMiB, cards - other.cards);
    }
}
