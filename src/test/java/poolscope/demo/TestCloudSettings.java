package poolscope.demo;

import java.time.Clock;
import java.util.Optional;

/// Builds the settings of a [TestCloud]: those of the demo cloud, and what only tests switch on.
public final class TestCloudSettings {
    private final int pools;
    private long seed = 1;
    private Clock clock = Clock.systemUTC();
    private DemoOffsetMode offset = DemoOffsetMode.PAGE;
    private int limitCap;
    private DemoNameMatchMode demoNameMatchMode = DemoNameMatchMode.PART;
    private boolean drifts = true;
    private AccessRequirement accessRequirement = AccessRequirement.open();
    private IamAccount iamAccount = new IamAccount("demo", "demo", "demo-password");
    private double changeRate;
    private int v2Pools;
    private Optional<StoredResponses> storedResponses = Optional.empty();

    private TestCloudSettings(int pools) {
        this.pools = pools;
    }

    /// Starts with what [DemoCloudSettings#ofV1] gives, open to all.
    public static TestCloudSettings of(int pools) {
        return new TestCloudSettings(pools);
    }

    public TestCloudSettings withSeed(long value) {
        seed = value;
        return this;
    }

    public TestCloudSettings withClock(Clock value) {
        clock = value;
        return this;
    }

    public TestCloudSettings withOffset(DemoOffsetMode value) {
        offset = value;
        return this;
    }

    public TestCloudSettings withLimitCap(int value) {
        limitCap = value;
        return this;
    }

    public TestCloudSettings withNameMatch(DemoNameMatchMode value) {
        demoNameMatchMode = value;
        return this;
    }

    public TestCloudSettings withDrift(boolean value) {
        drifts = value;
        return this;
    }

    /// How many pools of v2 there are beside those of v1.
    public TestCloudSettings withV2Pools(int value) {
        v2Pools = value;
        return this;
    }

    /// What a caller must show.
    public TestCloudSettings withAccess(AccessRequirement value) {
        accessRequirement = value;
        return this;
    }

    /// Who may ask IAM for a token.
    public TestCloudSettings withAccount(IamAccount value) {
        iamAccount = value;
        return this;
    }

    /// The chance, 0 to 1, that a pool is created or deleted just before a request is answered.
    public TestCloudSettings withChangeRate(double value) {
        changeRate = value;
        return this;
    }

    /// Responses are made once and kept there; only for a cloud that does not change.
    public TestCloudSettings withStoredResponses(StoredResponses value) {
        storedResponses = Optional.of(value);
        return this;
    }

    /// @throws IllegalArgumentException
    ///             when a number is out of its range
    DemoCloudSettings demo() {
        return new DemoCloudSettings(pools, seed, clock, offset, limitCap, demoNameMatchMode, drifts, v2Pools);
    }

    AccessRequirement accessRequirement() {
        return accessRequirement;
    }

    IamAccount iamAccount() {
        return iamAccount;
    }

    Optional<StoredResponses> storedResponses() {
        return storedResponses;
    }

    double changeRate() {
        return changeRate;
    }
}
