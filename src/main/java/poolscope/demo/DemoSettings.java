package poolscope.demo;

import java.time.Clock;

/// How the stand-in is to behave. Start with [#of] and change what matters.
///
/// @param pools
///            how many pools there are at the start, 0 to 1,000,000; a fleet of 0 stays empty
/// @param seed
///            the same seed, pools and clock give the same fleet, byte for byte
/// @param clock
///            the cloud's time: creation times, drift, signatures, the life of tokens; not the `Date` header
/// @param offset
///            what `offset` means
/// @param limitCap
///            the most rows in an answer whatever is asked, 0 for no cap
/// @param nameMatch
///            how `cluster_name` selects
/// @param access
///            what a caller must show
/// @param account
///            who may ask IAM for a token
/// @param changeRate
///            the chance, 0 to 1, that a pool is created or deleted just before a request is answered
/// @param drifts
///            whether the fleet changes as the clock moves
public record DemoSettings(int pools, long seed, Clock clock, OffsetMeaning offset, int limitCap,
        NameMatchMode nameMatchMode, AccessRequirement accessRequirement, IamAccount iamAccount, double changeRate,
        boolean drifts) {
    /// @throws IllegalArgumentException
    ///             when a number is out of its range
    public DemoSettings {
        if (pools < 0 || pools > 1_000_000)
            throw new IllegalArgumentException("pools must be 0 to 1000000, not " + pools);
        if (limitCap < 0) throw new IllegalArgumentException("limitCap must be 0 or more, not " + limitCap);
        if (!(changeRate >= 0 && changeRate <= 1))
            throw new IllegalArgumentException("changeRate must be 0 to 1, not " + changeRate);
    }

    /// A fleet as the document reads: offset is a page, no cap, open to all, drifting with the system's clock.
    public static DemoSettings of(int pools) {
        return new DemoSettings(pools, 1, Clock.systemUTC(), OffsetMeaning.PAGE, 0, NameMatchMode.PART,
                AccessRequirement.open(), new IamAccount("demo", "demo", "demo-password"), 0, true);
    }

    public DemoSettings withSeed(long value) {
        return new DemoSettings(pools, value, clock, offset, limitCap, nameMatchMode, accessRequirement, iamAccount,
                changeRate, drifts);
    }

    public DemoSettings withClock(Clock value) {
        return new DemoSettings(pools, seed, value, offset, limitCap, nameMatchMode, accessRequirement, iamAccount,
                changeRate, drifts);
    }

    public DemoSettings withOffset(OffsetMeaning value) {
        return new DemoSettings(pools, seed, clock, value, limitCap, nameMatchMode, accessRequirement, iamAccount,
                changeRate, drifts);
    }

    public DemoSettings withLimitCap(int value) {
        return new DemoSettings(pools, seed, clock, offset, value, nameMatchMode, accessRequirement, iamAccount,
                changeRate, drifts);
    }

    public DemoSettings withNameMatch(NameMatchMode value) {
        return new DemoSettings(pools, seed, clock, offset, limitCap, value, accessRequirement, iamAccount, changeRate,
                drifts);
    }

    public DemoSettings withAccess(AccessRequirement value) {
        return new DemoSettings(pools, seed, clock, offset, limitCap, nameMatchMode, value, iamAccount, changeRate,
                drifts);
    }

    public DemoSettings withAccount(IamAccount value) {
        return new DemoSettings(pools, seed, clock, offset, limitCap, nameMatchMode, accessRequirement, value,
                changeRate, drifts);
    }

    public DemoSettings withChangeRate(double value) {
        return new DemoSettings(pools, seed, clock, offset, limitCap, nameMatchMode, accessRequirement, iamAccount,
                value, drifts);
    }

    public DemoSettings withDrift(boolean value) {
        return new DemoSettings(pools, seed, clock, offset, limitCap, nameMatchMode, accessRequirement, iamAccount,
                changeRate, value);
    }
}
