package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.Failure;
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
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;

/// One connection's state and inventory as they change, over real HTTP.
class ObservableConnectionInventoryTest {
    /// Requests are counted.
    private static final PoolQuery V1_ONLY = TestQueries.V1_ONLY;
    private final BackgroundThreads backgroundThreads = new BackgroundThreads();
    private TestCloud cloud;
    private ObservableConnectionInventory observableConnectionInventory;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private void start(int pools) throws Exception {
        cloud = TestCloud.start(TestCloudSettings.of(pools).withDrift(false));
        var serviceAndProject = new ServiceAndProject("c", "Cloud", Optional.empty(), cloud.endpoint(),
                cloud.projectId());
        observableConnectionInventory = fx(() -> new ObservableConnectionInventory(serviceAndProject,
                () -> InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(V1_ONLY),
                        RequestClockAndTimeouts.real()),
                Clock.systemUTC(),
                reader -> new BackgroundConnectionRefresher(reader, BackgroundAndFxExecutors.of(backgroundThreads))));
    }

    @AfterEach
    void stop() {
        fx(() -> {
            observableConnectionInventory.close();
            return true;
        });
        backgroundThreads.close();
        cloud.close();
    }

    @Test
    void the_first_page_is_there_before_the_last_is_read_and_then_all_are() throws Exception {
        start(2_500);
        cloud.script(Fault.pass(), Fault.delay(Duration.ofMillis(600)));
        var sizes = new ArrayList<Integer>();
        fx(() -> observableConnectionInventory.inventoryProperty()
                .subscribe(now -> now.ifPresent(i -> sizes.add(i.pools().size()))));
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        assertThat(fx(() -> List.copyOf(sizes))).startsWith(1_000).endsWith(2_500);
        assertThat(fx(() -> observableConnectionInventory.inventory().orElseThrow().isComplete())).isTrue();
    }

    @Test
    void P06_a_failed_refresh_keeps_what_there_was_and_counts() throws Exception {
        start(20);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        var before = fx(observableConnectionInventory::inventory).orElseThrow();
        cloud.failAll(Fault.forbidden());
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Failed);
        var first = (RefreshState.Failed) fx(observableConnectionInventory::state);
        assertThat(first.failure()).isInstanceOf(Failure.NotAllowed.class);
        assertThat(fx(observableConnectionInventory::inventory)).containsSame(before);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Failed(var _, var since, var times)
                && times == 2 && since.equals(first.since()));
        cloud.heal();
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        assertThat(fx(observableConnectionInventory::inventory).orElseThrow()).isNotSameAs(before);
    }

    @Test
    void P18_errors_of_the_program_are_counted_until_a_refresh_succeeds() throws Exception {
        start(3);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        var breaking = new AtomicBoolean(true);
        fx(() -> observableConnectionInventory.inventoryProperty().subscribe((_, _) -> {
            if (breaking.get()) throw new AssertionError("a bug where a result is taken over");
        }));
        var states = new ArrayList<RefreshState.Broken>();
        for (int times = 1; times <= 3; times++) {
            int count = times;
            refresh();
            until(() -> observableConnectionInventory.state() instanceof RefreshState.Broken broken
                    && broken.times() == count);
            states.add((RefreshState.Broken) fx(observableConnectionInventory::state));
        }
        assertThat(states).extracting(RefreshState.Broken::since).containsOnly(states.getFirst().at());
        breaking.set(false);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        breaking.set(true);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Broken broken && broken.times() == 1);
    }

    @Test
    void a_failure_is_told_until_a_reading_succeeds_also_while_it_is_read_again() throws Exception {
        start(20);
        cloud.failAll(Fault.forbidden());
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Failed);
        var failure = fx(observableConnectionInventory::outcome);
        assertThat(failure).isSameAs(fx(observableConnectionInventory::state));
        cloud.heal();
        cloud.script(new Fault.Delay(Duration.ofMillis(300), Fault.pass()));
        var told = new ArrayList<RefreshState>();
        fx(() -> observableConnectionInventory.stateProperty().subscribe((_, now) -> {
            if (now.isLoading()) told.add(observableConnectionInventory.outcome());
        }));
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        assertThat(fx(() -> List.copyOf(told))).isNotEmpty().containsOnly(failure);
        assertThat(fx(observableConnectionInventory::outcome)).isSameAs(fx(observableConnectionInventory::state));
        refresh();
        assertThat(fx(() -> List.copyOf(told)).getLast()).isNotEqualTo(failure);
    }

    @Test
    void P06_a_refresh_is_applied_whole_or_not_at_all() throws Exception {
        start(2_500);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        var before = fx(observableConnectionInventory::inventory).orElseThrow();
        cloud.script(Fault.pass(), new Fault.Stall());
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loading(var _, var readProgress)
                && readProgress.isPresent());
        assertThat(fx(observableConnectionInventory::inventory)).containsSame(before);
        fx(() -> {
            observableConnectionInventory.cancel();
            return true;
        });
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Cancelled);
        assertThat(fx(observableConnectionInventory::inventory)).containsSame(before);
    }

    @Test
    void P06_a_list_that_may_lack_something_does_not_replace_a_whole_one() throws Exception {
        start(20);
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        var before = fx(observableConnectionInventory::inventory).orElseThrow();
        cloud.failAll(new Fault.Edited(body -> body.replaceFirst("\"total_count\":\\s*20", "\"total_count\":5")));
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.GaveUp);
        assertThat(fx(observableConnectionInventory::inventory)).containsSame(before);
        assertThat(((RefreshState.GaveUp) fx(observableConnectionInventory::state)).reason())
                .isEqualTo(Inventory.Reason.COUNTS_DISAGREE);
    }

    @Test
    void P17_one_refresh_at_a_time_and_a_late_answer_of_a_cancelled_one_is_dropped() throws Exception {
        start(30);
        cloud.script(new Fault.Delay(Duration.ofMillis(700), Fault.pass()));
        refresh();
        refresh();
        refresh();
        until(() -> cloud.requestCount() == 1);
        fx(() -> {
            observableConnectionInventory.cancel();
            return true;
        });
        cloud.fleet().create();
        var seen = new ArrayList<Inventory>();
        fx(() -> observableConnectionInventory.inventoryProperty().subscribe((_, now) -> now.ifPresent(seen::add)));
        refresh();
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Loaded);
        until(() -> cloud.openExchanges() == 0);
        assertThat(fx(() -> seen.stream().map(i -> i.pools().size()).distinct().toList())).containsExactly(31);
        assertThat(cloud.requestCount()).isEqualTo(2);
    }

    @Test
    void cancelling_the_first_reading_keeps_its_pages_and_flags_them() throws Exception {
        start(2_500);
        cloud.script(Fault.pass(), new Fault.Stall());
        refresh();
        until(() -> observableConnectionInventory.inventory().isPresent());
        fx(() -> {
            observableConnectionInventory.cancel();
            return true;
        });
        until(() -> observableConnectionInventory.state() instanceof RefreshState.Cancelled);
        assertThat(fx(() -> observableConnectionInventory.inventory().orElseThrow().coverage()))
                .isEqualTo(new Coverage.Incomplete(Inventory.Reason.CANCELLED));
    }

    @Test
    void a_reader_that_is_still_being_opened_when_the_source_is_closed_is_closed_too() throws Exception {
        start(3);
        var opening = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var ended = new AtomicReference<Thread>();
        var opened = new AtomicReference<InventoryReader>();
        var slow = slowly(opening, closed, opened, ended);
        fx(() -> {
            slow.refresh();
            return true;
        });
        opening.await();
        fx(() -> {
            slow.close();
            return true;
        });
        closed.countDown();
        ended.get().join(Duration.ofSeconds(30));
        assertThat(ended.get().isAlive()).isFalse();
        int before = cloud.requestCount();
        assertThatThrownBy(() -> opened.get().read(_ -> {
        })).isInstanceOf(ApiException.class);
        assertThat(cloud.requestCount()).as("a closed reader sends nothing").isEqualTo(before);
    }

    /// A source whose reader is opened by a key store that does not hear of interrupts.
    private ObservableConnectionInventory slowly(CountDownLatch opening, CountDownLatch mayGoOn,
            AtomicReference<InventoryReader> opened, AtomicReference<Thread> thread) {
        var serviceAndProject = observableConnectionInventory.serviceAndProject();
        InventoryReaderHolder.Opening slow = () -> {
            thread.set(Thread.currentThread());
            opening.countDown();
            while (mayGoOn.getCount() > 0)
                Thread.onSpinWait();
            var reader = InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(V1_ONLY),
                    RequestClockAndTimeouts.real());
            opened.set(reader);
            return reader;
        };
        return fx(() -> new ObservableConnectionInventory(serviceAndProject, slow, Clock.systemUTC(),
                reader -> new BackgroundConnectionRefresher(reader, BackgroundAndFxExecutors.of(backgroundThreads))));
    }

    @Test
    void of_two_readers_that_are_opened_at_once_one_is_kept_and_the_other_closed() throws Exception {
        start(3);
        var serviceAndProject = observableConnectionInventory.serviceAndProject();
        var opened = new CopyOnWriteArrayList<InventoryReader>();
        var both = new CountDownLatch(2);
        var slow = fx(() -> new ObservableConnectionInventory(serviceAndProject, () -> {
            both.countDown();
            while (both.getCount() > 0)
                Thread.onSpinWait();
            var reader = InventoryReader.open(ApiTarget.of(serviceAndProject, Credentials.NONE).withQuery(V1_ONLY),
                    RequestClockAndTimeouts.real());
            opened.add(reader);
            return reader;
        }, Clock.systemUTC(),
                reader -> new BackgroundConnectionRefresher(reader, BackgroundAndFxExecutors.of(backgroundThreads))));
        fx(() -> {
            slow.refresh();
            return true;
        });
        until(() -> both.getCount() == 1);
        fx(() -> {
            slow.cancel();
            slow.refresh();
            return true;
        });
        until(() -> slow.state() instanceof RefreshState.Loaded);
        fx(() -> {
            slow.close();
            return true;
        });
        until(() -> opened.size() == 2);
        for (var reader : opened)
            until(() -> isClosed(reader));
    }

    private static boolean isClosed(InventoryReader reader) throws InterruptedException {
        try {
            reader.read(_ -> {
            });
            return false;
        } catch (ApiException closed) {
            return true;
        }
    }

    private void refresh() {
        fx(() -> {
            observableConnectionInventory.refresh();
            return true;
        });
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
