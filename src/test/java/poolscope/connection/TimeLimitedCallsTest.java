package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimeLimitedCallsTest {

    @Test
    void an_answer_in_time_is_taken_and_nothing_is_cancelled() throws Exception {
        var cancelled = new AtomicBoolean();
        assertThat(new TimeLimitedCalls(Duration.ofSeconds(20)).call(() -> "yes", () -> cancelled.set(true), "late"))
                .isEqualTo("yes");
        assertThat(cancelled).isFalse();
    }

    @Test
    void P29_a_store_that_hangs_is_given_up_and_asked_to_end() throws Exception {
        var impossible = new CountDownLatch(1);
        TimeLimitedCalls timeLimitedCalls = new TimeLimitedCalls(Duration.ofMillis(50));
        String answer = timeLimitedCalls.call(() -> {
            impossible.await();
            return "too late";
        }, impossible::countDown, "late");
        assertThat(answer).isEqualTo("late");
        assertThat(impossible.getCount()).isZero();
    }

    @Test
    void P29_a_call_behind_one_that_hangs_does_not_wait_for_ever_either() throws Exception {
        var impossible = new CountDownLatch(1);
        TimeLimitedCalls timeLimitedCalls = new TimeLimitedCalls(Duration.ofMillis(50));
        for (int n = 0; n < 3; n++) {
            String answer = timeLimitedCalls.call(() -> {
                impossible.await();
                return "too late";
            }, () -> {
            }, "late");
            assertThat(answer).isEqualTo("late");
        }
        impossible.countDown();
    }

    @Test
    void an_interrupted_caller_leaves_at_once_and_the_call_is_asked_to_end() {
        var impossible = new CountDownLatch(1);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new TimeLimitedCalls(Duration.ofSeconds(20)).call(() -> {
            impossible.await();
            return "too late";
        }, impossible::countDown, "late")).isInstanceOf(InterruptedException.class);
        assertThat(impossible.getCount()).isZero();
    }
}
