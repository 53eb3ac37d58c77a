package poolscope.demo;

import java.util.Locale;

/// A node at a tick, without what jobs take of it.
///
/// @param key
///            random numbers of its own, the same as long as the node exists
/// @param sinceTick
///            since when it is in this state
/// @param cards
///            how many work, at most those of the flavor
record V2Node(DeterministicHashRandom key, V2NodeGroup group, String name, String ip, long createdTick, long sinceTick,
        Phase phase, int cards, boolean spare) {
    enum Phase {
        AVAILABLE, CREATING, DELETING, ABNORMAL, CHECKING;

        /// The word of the API.
        String word() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    boolean isDraining() {
        return phase == Phase.AVAILABLE && key.chance(HashRandomSalt.DRAIN, 0.03);
    }

    /// Whether a fault isolates it by a taint.
    boolean isIsolated() {
        return phase == Phase.ABNORMAL ? key.chance(HashRandomSalt.TAINT, 0.7) : key.chance(HashRandomSalt.TAINT, 0.01);
    }

    /// The two digits at the end of the isolation code, 10 to 26.
    int isolationCode() {
        return 10 + key.below(HashRandomSalt.TAINT, 17);
    }

    boolean runsJobs() {
        return phase == Phase.AVAILABLE && !spare && !isIsolated();
    }

    /// A node that is being created says nothing of its resources.
    boolean hasResources() {
        return phase != Phase.CREATING;
    }

    boolean isWhole() {
        return cards == group.flavor().cards().count();
    }

    V2Node asSpare() {
        return new V2Node(key, group, name, ip, createdTick, sinceTick, phase, cards, true);
    }
}
