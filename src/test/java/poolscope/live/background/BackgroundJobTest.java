package poolscope.live.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BackgroundJobTest {
    private final SteppedExecutor background = new SteppedExecutor();
    private final SteppedExecutor fx = new SteppedExecutor();
    private final BackgroundJob<String> backgroundJob = new BackgroundJob<>(
            new BackgroundAndFxExecutors(background, fx));

    private BackgroundJob.State<String> state() {
        return backgroundJob.stateProperty().get();
    }

    @Test
    void a_job_is_idle_then_runs_and_is_done_on_the_FX_thread() {
        assertThat(state()).isEqualTo(new BackgroundJob.State.Idle<>());
        backgroundJob.start(_ -> "written");
        assertThat(backgroundJob.isRunning()).isTrue();
        background.step();
        assertThat(backgroundJob.isRunning()).isTrue();
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Done<>("written"));
    }

    @Test
    void a_failure_is_the_state_and_the_next_job_can_succeed() {
        var full = new IOException("disk full");
        backgroundJob.start(_ -> {
            throw full;
        });
        background.runAll();
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Failed<>(full));
        backgroundJob.start(_ -> "written");
        background.runAll();
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Done<>("written"));
    }

    @Test
    void progress_is_the_newest_value_and_waits_as_one_update() {
        List<Number> seen = new ArrayList<>();
        backgroundJob.progressProperty().subscribe((_, now) -> {
            seen.add(now);
        });
        backgroundJob.start(progress -> {
            for (int i = 1; i <= 1_000; i++)
                progress.accept(i);
            return "written";
        });
        background.step();
        assertThat(fx.waiting()).as("one update of the progress, one of the state").isEqualTo(2);
        fx.runAll();
        assertThat(seen).containsExactly(1_000L);
        backgroundJob.start(_ -> "again");
        assertThat(backgroundJob.progressProperty().get()).isZero();
    }

    @Test
    void a_cancelled_job_is_idle_whatever_its_work_still_publishes() {
        backgroundJob.start(progress -> {
            progress.accept(5);
            return "written";
        });
        background.step();
        backgroundJob.cancel();
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Idle<>());
        assertThat(backgroundJob.progressProperty().get()).isZero();
    }

    @Test
    void a_new_job_replaces_the_one_before() {
        backgroundJob.start(_ -> "one");
        background.step();
        backgroundJob.start(_ -> "two");
        fx.runAll();
        assertThat(backgroundJob.isRunning()).isTrue();
        background.step();
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Done<>("two"));
    }

    @Test
    @Timeout(60)
    void closing_interrupts_the_work_and_waits_until_it_has_tidied_up() throws Exception {
        var isRunning = new CountDownLatch(1);
        var isClosed = new AtomicBoolean();
        var closing = Thread.currentThread();
        var log = new CopyOnWriteArrayList<String>();
        backgroundJob.start(_ -> {
            try {
                isRunning.countDown();
                new CountDownLatch(1).await();
                return "written";
            } catch (InterruptedException e) {
                while (!isClosed.get() && closing.getState() != Thread.State.TIMED_WAITING)
                    Thread.onSpinWait();
                log.add("tidied up");
                throw e;
            }
        });
        var worker = Thread.ofPlatform().start(background::step);
        isRunning.await();
        backgroundJob.close();
        var atClosing = List.copyOf(log);
        isClosed.set(true);
        worker.join();
        assertThat(atClosing).containsExactly("tidied up");
        fx.runAll();
        assertThat(state()).isEqualTo(new BackgroundJob.State.Idle<>());
    }
}
