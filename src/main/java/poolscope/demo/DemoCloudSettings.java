package poolscope.demo;

import java.time.Clock;

/// How the demo cloud behaves.
///
/// @param pools
///            how many pools of v1 there are at the start, 0 to 1,000,000; a fleet of 0 stays empty
/// @param seed
///            the same seed, pools and clock give the same fleet, byte for byte
/// @param clock
///            the cloud's time: creation times and drift; not the `Date` header
/// @param offset
///            what `offset` means
/// @param limitCap
///            the most rows in a response whatever is asked, 0 for no cap
/// @param demoNameMatchMode
///            how `cluster_name` selects
/// @param drifts
///            whether the fleet changes as the clock moves
/// @param v2Pools
///            how many pools of v2 there are at the start in the default workspace, 0 to 1,000,000; with 0 there is no
///            v2, and its calls are unknown
public record DemoCloudSettings(int pools, long seed, Clock clock, DemoOffsetMode offset, int limitCap,
        DemoNameMatchMode demoNameMatchMode, boolean drifts, int v2Pools) {
    /// @throws IllegalArgumentException
    ///             when a number is out of its range
    public DemoCloudSettings {
        if (pools < 0 || pools > 1_000_000)
            throw new IllegalArgumentException("pools must be 0 to 1000000, not " + pools);
        if (v2Pools < 0 || v2Pools > 1_000_000)
            throw new IllegalArgumentException("v2Pools must be 0 to 1000000, not " + v2Pools);
        if (limitCap < 0) throw new IllegalArgumentException("limitCap must be 0 or more, not " + limitCap);
    }

    /// A service that has no v2.
    public static DemoCloudSettings ofV1(int pools) {
        return new DemoCloudSettings(pools, 1, Clock.systemUTC(), DemoOffsetMode.PAGE, 0, DemoNameMatchMode.PART, true,
                0);
    }

    /// A fleet of which one half are pools of v1 and the other half are pools of v2. It follows the documentation:
    /// `offset` is a page, no cap. It drifts with the system's clock.
    public static DemoCloudSettings ofBothGenerations(int pools) {
        return new DemoCloudSettings(pools - pools / 2, 1, Clock.systemUTC(), DemoOffsetMode.PAGE, 0,
                DemoNameMatchMode.PART, true, pools / 2);
    }
}
