package poolscope.demo;

import java.util.List;
import java.util.Optional;

/// A pool of v2 without what changes: its nodes and jobs at a tick are in [V2PoolSnapshot].
///
/// @param createdTick
///            negative when it was created before the fleet was made
/// @param runningTick
///            the first tick on which it is no longer being created
/// @param deletingTick
///            the first tick on which it is being deleted
/// @param parent
///            the physical pool of a logical one
record V2Pool(DeterministicHashRandom random, Special special, long createdTick, long runningTick, long deletingTick,
        String id, String name, String workspace, List<V2NodeGroup> groups, Optional<V2Pool> parent) {
    /// Pools that show a peculiarity each; they are the first of a fleet.
    enum Special {
        TRAINING("aurora"),
        LOGICAL("aurora-night"),
        CREATING("dune-new"),
        ERROR("elm"),
        LITE("cedar"),
        WAITING("dune"),
        DRIVER_UPGRADE("birch"),
        INFERENCE("fir"),
        LARGE("maple"),
        DELETING("oak-old"),
        FROZEN("pine"),
        MIXED("willow"),
        CREATION_FAILED("rowan"),
        NONE("");

        private final String poolName;

        Special(String poolName) {
            this.poolName = poolName;
        }

        /// The name of the pool; empty for an ordinary one, which has one of its own.
        String poolName() {
            return poolName;
        }
    }

    boolean is(Special other) {
        return special == other;
    }

    /// Whether the service has no nodes for it.
    boolean hasNoNodes() {
        return special == Special.WAITING || special == Special.CREATION_FAILED;
    }

    boolean isPrepaid() {
        return special != Special.LITE && (special == Special.TRAINING || special == Special.WAITING
                || special == Special.FROZEN || random.chance(HashRandomSalt.BILLING, 0.4));
    }

    boolean isCreating(long tick) {
        return tick < runningTick;
    }

    boolean isDeleting(long tick) {
        return tick >= deletingTick;
    }

    /// One of three networks.
    String network() {
        return "net-" + List.of("lab", "prod", "shared").get(random.below(HashRandomSalt.NETWORK, 3)) + "-9c1d5e0f7a2b";
    }
}
