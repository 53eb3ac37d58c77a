package poolscope.demo;

import java.util.List;

/// Computes the properties of a pool at a tick from the plan, the serial and the tick.
record PoolGenerator(DemoFleetPlan plan, V1Pool pool, DeterministicHashRandom deterministicHashRandom, long tick) {
    private static final List<String> OWNERS = List.of("zhang.wei", "li.na", "chen.jing", "wang.fang", "nlp-team",
            "cv-team", "m.okafor", "a.silva", "ops", "推荐算法组", "5f0c2f9b7c6a4a0e9f6b1f1f3a4e2d10");
    private static final List<String> DESCRIPTIONS = List.of("", "", "Nightly training", "大模型训练专用",
            "Online inference, do not stop", "在线推理服务，请勿停机", "Notebooks of the data team", "两行说明\n第二行",
            "Benchmarks \"A/B\" <old>");
    private static final List<List<String>> STEMS = List.of(
            List.of("推理-华北", "推理-华东", "data-prep", "etl-cpu", "notebook", "预处理-华南", "serving-eu", "开发测试"),
            List.of("train-gpu", "nlp-large", "推荐-训练", "cv-detect", "语音识别", "gpu-infer-ap", "rl-sim", "搜索排序-华东"),
            List.of("ascend-910-a", "ascend-910-b", "盘古-训练", "ascend-infer", "昇腾-华北", "llm-pretrain", "nlp-large",
                    "气象预测"));
    private static final List<String> SHARED_NAMES = List.of("train-gpu-02", "推理-华北-01");
    private static final long DEPLOYING_MILLIS = 10 * 60_000;

    static PoolGenerator of(DemoFleetPlan plan, V1Pool pool, long tick) {
        return new PoolGenerator(plan, pool, plan.deterministicHashRandom().of(pool.serial()), tick);
    }

    /// 32 hexadecimal digits, for one pool in four grouped as a UUID.
    String id() {
        var digits = deterministicHashRandom.hex(HashRandomSalt.ID);
        if (deterministicHashRandom.below(HashRandomSalt.ID_DASHES, 4) != 0) return digits;
        return String.join("-", digits.substring(0, 8), digits.substring(8, 12), digits.substring(12, 16),
                digits.substring(16, 20), digits.substring(20));
    }

    /// Not unique: the special pools 4 and 8 have one name, as are some others by chance.
    String name() {
        var specialCase = plan.specialCase(pool.serial());
        if (specialCase == 4 || specialCase == 8) return SHARED_NAMES.getFirst();
        if (specialCase == 1) return SHARED_NAMES.getLast();
        var number = 1 + deterministicHashRandom.below(HashRandomSalt.NUMBER, Math.max(30, plan.pools()));
        return deterministicHashRandom.pick(HashRandomSalt.STEM, STEMS.get(v1Flavor().kind().ordinal()))
                + (number < 10 ? "-0" : "-") + number;
    }

    String owner() {
        return deterministicHashRandom.pick(HashRandomSalt.OWNER, OWNERS);
    }

    String description() {
        return deterministicHashRandom.pick(HashRandomSalt.DESCRIPTION, DESCRIPTIONS);
    }

    /// The twelve special pools have one quirk each; of the others about one in eighteen.
    UnusualPoolFeature unusualPoolFeature() {
        var specialCase = plan.specialCase(pool.serial());
        if (specialCase >= 0) return UnusualPoolFeature.values()[specialCase];
        if (!deterministicHashRandom.chance(HashRandomSalt.QUIRK, 0.06)) return UnusualPoolFeature.NONE;
        return deterministicHashRandom.pick(HashRandomSalt.WHICH, List.of(UnusualPoolFeature.values()));
    }

    V1Flavor v1Flavor() {
        return switch (plan.specialCase(pool.serial())) {
            case 0 -> V1Flavor.UNKNOWN;
            case 1, 11 -> V1Flavor.CPU_8;
            case 4, 8 -> V1Flavor.GPU_1;
            default -> {
                var roll = deterministicHashRandom.below(HashRandomSalt.FLAVOR, 80);
                yield roll == 0 ? V1Flavor.UNKNOWN : V1Flavor.KNOWN.get(roll % V1Flavor.KNOWN.size());
            }
        };
    }

    /// The flavor of the second kind of nodes, where there are two.
    V1Flavor secondFlavor() {
        return v1Flavor().equals(V1Flavor.CPU_8) ? V1Flavor.GPU_1 : V1Flavor.CPU_8;
    }

    /// Nodes of the first kind, 1 to 256.
    int count() {
        if (unusualPoolFeature() == UnusualPoolFeature.HALF_A_CARD) return 1;
        return deterministicHashRandom.chance(HashRandomSalt.BIG, 0.04)
                ? 32 + deterministicHashRandom.below(HashRandomSalt.COUNT, 225)
                : 1 + deterministicHashRandom.below(HashRandomSalt.COUNT, 16);
    }

    /// About 88 % running, 4 % deploying, 5 % concerning, 2 % abnormal, 1 % a word that the document does not know.
    String status() {
        var special = switch (plan.specialCase(pool.serial())) {
            case 3 -> "deploying";
            case 5 -> "concerning";
            case 6 -> "abnormal";
            case 10 -> "scaling";
            case 4, 8, 11 -> "running";
            default -> "";
        };
        if (!special.isEmpty()) return special;
        if (createdAfterTheStart()
                && plan.startMillis() + tick * DemoFleetPlan.TICK_MILLIS < pool.createdAt() + DEPLOYING_MILLIS)
            return "deploying";
        var roll = deterministicHashRandom.of(epoch() / 4).below(HashRandomSalt.STATUS, 100);
        if (roll < 88) return "running";
        if (roll < 92) return "deploying";
        if (roll < 97) return "concerning";
        return roll < 99 ? "abnormal" : "scaling";
    }

    /// Nodes of the first kind that can be used, 0 to [#count].
    int available() {
        var count = count();
        var deterministicHashRandom = this.deterministicHashRandom.of(epoch());
        return switch (status()) {
            case "running" -> unusualPoolFeature() == UnusualPoolFeature.HALF_A_CARD
                    || deterministicHashRandom.chance(HashRandomSalt.AVAILABLE, 0.85) ? count : Math.max(1, count - 1);
            case "concerning" ->
                count - 1 - deterministicHashRandom.below(HashRandomSalt.AVAILABLE, Math.max(1, count / 3));
            case "abnormal" -> deterministicHashRandom.below(HashRandomSalt.AVAILABLE, Math.max(1, count / 4));
            case "deploying" -> deterministicHashRandom.below(HashRandomSalt.AVAILABLE, count);
            default -> Math.max(0, count - 2);
        };
    }

    private boolean createdAfterTheStart() {
        return pool.serial() >= plan.pools();
    }

    /// A number that is constant for a while: the pool's numbers change when it does, the status every fourth time
    /// at most.
    private long epoch() {
        var mean = plan.meanTicksBetweenChanges();
        var length = mean / 2 + deterministicHashRandom.below(HashRandomSalt.EPOCH_LENGTH, mean);
        return (tick + deterministicHashRandom.below(HashRandomSalt.PHASE, 4 * length)) / length;
    }
}
