package poolscope.demo;

import java.util.List;

/// A job, running or queued.
///
/// @param parts
///            cards, or quarters of a node without cards; of all nodes together
/// @param startedTick
///            since when it runs, or for a queued one since when it waits
/// @param position
///            in the queue from 1, -1 for a running job
/// @param shares
///            empty for a queued job
record V2Job(DeterministicHashRandom key, V2Flavor flavor, int parts, long startedTick, int position,
        List<Share> shares) {
    /// What it takes of one node.
    ///
    /// @param bits
    ///            the cards: bit 0 is the first one; 0 for a node without cards
    record Share(V2Node node, int parts, int bits) {}

    boolean isRunning() {
        return position < 0;
    }

    /// In the words of the API.
    String type() {
        if (shares.size() > 1 || parts > 4) return "train";
        return List.of("train", "train", "notebook", "infer").get(key.below(HashRandomSalt.JOB_TYPE, 4));
    }

    String name() {
        var stem = switch (type()) {
            case "notebook" -> List.of("nb-carol", "nb-li-na", "nb-explore", "nb-数据分析");
            case "infer" -> List.of("ranker", "asr-online", "ocr-service", "推荐服务");
            default -> List.of("segmenter", "sweep", "llm-pretrain", "detector", "forecast", "语音训练");
        };
        return key.pick(HashRandomSalt.STEM, stem) + "-" + (1 + key.below(HashRandomSalt.NUMBER, 90));
    }

    /// 1 to 3, 3 is the highest.
    int priority() {
        return 1 + key.below(HashRandomSalt.PRIORITY, 3);
    }

    String uuid(int salt) {
        var digits = key.hex(salt);
        return String.join("-", digits.substring(0, 8), digits.substring(8, 12), digits.substring(12, 16),
                digits.substring(16, 20), digits.substring(20));
    }
}
