package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.TestQueries;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.SecondTicker;

/// Automatic refresh over real HTTP, with a clock that the test moves.
class AutoRefreshTest {
    /// Requests are counted.
    private static final PoolQuery V1_ONLY = TestQueries.V1_ONLY;
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final MovableClock clock = new MovableClock(START);
    private final BackgroundThreads backgroundThreads = new BackgroundThreads();
    private TestCloud cloud;
    private ObservableConnectionInventory observableConnectionInventory;
    private ObservableTickedConnectionPools pools;
    private AutoRefresh auto;
    private SecondTicker secondTicker;
    private final AtomicBoolean broken = new AtomicBoolean();

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        cloud = TestCloud.start(TestCloudSettings.of(3).withDrift(false));
        var serviceAndProject = new ServiceAndProject("c", "Cloud", Optional.empty(), cloud.endpoint(),
                cloud.projectId());
        fx(() -> {
            observableConnectionInventory = new ObservableConnectionInventory(serviceAndProject,
                    () -> InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(V1_ONLY),
                            RequestClockAndTimeouts.real()),
                    clock, reader -> new BackgroundConnectionRefresher(reader,
                            BackgroundAndFxExecutors.of(backgroundThreads)));
            pools = new ObservableTickedConnectionPools();
            pools.sources().add(observableConnectionInventory);
            secondTicker = new SecondTicker(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            auto = new AutoRefresh(pools, secondTicker, _ -> {
                if (broken.getAndSet(false)) throw new StackOverflowError("a bug");
                return new RefreshPolicy(Optional.of(Duration.ofSeconds(30)), false);
            });
            observableConnectionInventory.refresh();
            return true;
        });
        untilRequests(1);
    }

    @AfterEach
    void stop() {
        fx(() -> {
            auto.close();
            secondTicker.close();
            observableConnectionInventory.close();
            return true;
        });
        backgroundThreads.close();
        cloud.close();
    }

    @Test
    void P17_after_a_nights_sleep_there_is_one_refresh() {
        assertThat(asksAt(Duration.ofHours(8))).isTrue();
        untilRequests(2);
        assertThat(asksAt(Duration.ofHours(8).plusSeconds(1))).isFalse();
        assertThat(asksAt(Duration.ofHours(8).plusSeconds(29))).isFalse();
        assertThat(cloud.requestCount()).isEqualTo(2);
    }

    @Test
    void nothing_is_asked_before_it_is_due() {
        assertThat(asksAt(Duration.ofSeconds(29))).isFalse();
        assertThat(asksAt(Duration.ofSeconds(30))).isTrue();
        untilRequests(2);
    }

    @Test
    void a_key_for_something_else_does_not_stop_it_until_the_operator_asks_for_a_refresh_too() {
        cloud.failAll(new Fault.Stall());
        assertThat(asksAt(Duration.ofSeconds(31))).isTrue();
        assertThat(fx(pools::cancelRequested)).isFalse();
        assertThat(fx(() -> observableConnectionInventory.state().isLoading())).isTrue();
        assertThat(fx(() -> {
            observableConnectionInventory.refresh();
            return pools.cancelRequested();
        })).isTrue();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Cancelled);
    }

    @Test
    void P18_a_clock_that_is_set_back_does_not_stop_it() {
        assertThat(asksAt(Duration.ZERO)).isFalse();
        assertThat(asksAt(Duration.ofDays(-365))).isTrue();
        untilRequests(2);
        assertThat(asksAt(Duration.ofDays(-365).plusSeconds(1))).isFalse();
    }

    @Test
    void P18_an_error_of_the_program_is_counted_and_does_not_stop_the_next_refresh() {
        for (int times = 1; times <= 3; times++) {
            broken.set(true);
            assertThat(asksAt(Duration.ofSeconds(40 + times))).isFalse();
            assertThat(fx(observableConnectionInventory::state))
                    .isEqualTo(new RefreshState.Broken(START.plusSeconds(40 + times), START.plusSeconds(41), times));
        }
        assertThat(asksAt(Duration.ofSeconds(43).plus(Duration.ofMinutes(4)))).isTrue();
        untilRequests(2);
    }

    @Test
    void P23_after_a_refused_sign_in_nothing_is_asked_until_the_operator_does() {
        cloud.failAll(Fault.tokenExpired());
        fx(() -> {
            observableConnectionInventory.refresh();
            return true;
        });
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Failed);
        for (int hour = 1; hour <= 24; hour++)
            assertThat(asksAt(Duration.ofHours(hour))).isFalse();
        cloud.heal();
        fx(() -> {
            observableConnectionInventory.refresh();
            return true;
        });
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
    }

    /// Whether a look at that time after the start begins a reading; it would begin at once.
    private boolean asksAt(Duration afterStart) {
        return fx(() -> {
            clock.set(START.plus(afterStart));
            auto.refreshDue(clock.instant());
            return observableConnectionInventory.state().isLoading();
        });
    }

    private void untilRequests(int count) {
        until(() -> cloud.requestCount() >= count
                && observableConnectionInventory.state() instanceof RefreshState.Loaded);
        assertThat(cloud.requestCount()).isEqualTo(count);
    }

    private static <T> T fx(Callable<T> ask) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, ask);
    }

    private static void until(Callable<Boolean> condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
