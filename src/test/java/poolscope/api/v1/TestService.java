package poolscope.api.v1;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
import poolscope.api.HttpTimeouts;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.AccessRequirement;
import poolscope.demo.DemoRequest;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.Inventory;

/// A stand-in cloud and a program in front of it, with clocks that a test moves: the cloud's true one, and the
/// program's, which may be wrong.
public final class TestService implements AutoCloseable {
    public static final String PASSWORD = "demo-password";
    public static final String AK = "HPUAEXAMPLEKEYAAAA1B";
    public static final String SK = "s3cretKeyOfTheExamplePair0123456789abcdE";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private volatile Duration error = Duration.ZERO;
    public final TestCloud cloud;
    public final RequestClockAndTimeouts requestClockAndTimeouts;

    public TestService(AccessRequirement accessRequirement) throws IOException {
        this(accessRequirement, settings -> settings);
    }

    TestService(AccessRequirement accessRequirement, UnaryOperator<TestCloudSettings> change) throws IOException {
        cloud = TestCloud.start(change.apply(TestCloudSettings.of(7)
                .withAccess(accessRequirement)
                .withClock(clock(() -> Duration.ZERO))
                .withDrift(false)));
        requestClockAndTimeouts = new RequestClockAndTimeouts(clock(() -> error),
                () -> now.get().getEpochSecond() * 1_000_000_000L, new Random(1), _ -> {
                }, HttpTimeouts.DEFAULT);
    }

    private Clock clock(java.util.function.Supplier<Duration> wrongBy) {
        return new Clock() {
            @Override
            public Instant instant() {
                return now.get().plus(wrongBy.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    public void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void setLocalClockWrongBy(Duration wrongBy) {
        error = wrongBy;
    }

    public ServiceAndProject connection(String id) {
        return new ServiceAndProject(id, "Here", Optional.of("cn-north-4"), cloud.endpoint(), cloud.projectId());
    }

    public Credentials password(String password) {
        var signIn = (SignInMethod.Password) SignInMethod.password("demo", "demo", cloud.endpoint().toString())
                .orThrow();
        return Credentials.password(signIn, Secret.ofPassword(password).orThrow());
    }

    public ApiTarget approach(Credentials credentials) {
        return ApiTarget.of(connection("c"), credentials);
    }

    public ClusterListReader reader(Credentials credentials) {
        return ClusterListReader.open(approach(credentials), requestClockAndTimeouts);
    }

    ClusterListReader reader(Credentials credentials, PoolQuery query) {
        return ClusterListReader.open(approach(credentials).withQuery(query), requestClockAndTimeouts);
    }

    public static Inventory read(ClusterListReader reader) throws ApiException, InterruptedException {
        return reader.read(_ -> {
        });
    }

    public static Failure failure(ClusterListReader reader) throws InterruptedException {
        try {
            throw new AssertionError("read " + read(reader));
        } catch (ApiException e) {
            return e.failure();
        }
    }

    public static Failure.SignInRefused.Cause refusal(ClusterListReader reader) throws InterruptedException {
        return ((Failure.SignInRefused) failure(reader)).cause();
    }

    public long logins() {
        return cloud.requests().stream().filter(request -> request.method().equals("POST")).count();
    }

    public long lists() {
        return cloud.requests().stream().map(DemoRequest::path).filter(path -> path.endsWith("/clusters")).count();
    }

    @Override
    public void close() {
        cloud.close();
    }
}
