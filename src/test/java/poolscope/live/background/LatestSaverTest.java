package poolscope.live.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LatestSaverTest {
    private final SteppedExecutor background = new SteppedExecutor();
    private final List<String> written = new ArrayList<>();
    private boolean works = true;
    private final LatestSaver<String> saver = new LatestSaver<>("loaded", this::write, background, new SaveTimeLimit());

    private boolean write(String value) {
        written.add(value);
        return works;
    }

    @Test
    void nothing_is_written_on_the_thread_that_changes_the_value() {
        saver.save("one");
        assertThat(written).isEmpty();
        background.runAll();
        assertThat(written).containsExactly("one");
    }

    @Test
    void changes_that_come_before_the_write_are_written_together_and_later_ones_once_more() {
        saver.save("one");
        saver.save("two");
        saver.save("three");
        background.runAll();
        assertThat(written).containsExactly("three");
        saver.save("four");
        background.runAll();
        assertThat(written).containsExactly("three", "four");
    }

    @Test
    void a_change_that_comes_while_an_older_value_is_written_is_written_afterwards() {
        var busy = new ArrayList<String>();
        var holder = new ArrayList<LatestSaver<String>>();
        holder.add(new LatestSaver<>("loaded", value -> {
            busy.add(value);
            if (value.equals("one")) holder.getFirst().save("two");
            return true;
        }, background, new SaveTimeLimit()));
        holder.getFirst().save("one");
        background.runAll();
        assertThat(busy).containsExactly("one", "two");
    }

    @Test
    void closing_writes_at_once_what_is_not_on_the_disk_and_what_was_scheduled_is_not_written_again() {
        saver.save("one");
        saver.close();
        assertThat(written).containsExactly("one");
        background.runAll();
        assertThat(written).containsExactly("one");
    }

    @Test
    void closing_writes_nothing_when_the_newest_value_is_on_the_disk() {
        saver.save("one");
        background.runAll();
        saver.close();
        assertThat(written).containsExactly("one");
    }

    @Test
    @Timeout(60)
    void a_change_back_to_what_was_loaded_is_written_when_closing_although_the_change_before_is_still_being_written()
            throws Exception {
        var isWriting = new CountDownLatch(1);
        var closing = Thread.currentThread();
        var slow = new LatestSaver<String>("loaded", value -> {
            isWriting.countDown();
            while (value.equals("changed") && closing.getState() != Thread.State.TIMED_WAITING)
                Thread.onSpinWait();
            written.add(value);
            return true;
        }, background, new SaveTimeLimit(Duration.ofMinutes(1)));
        slow.save("changed");
        var writer = Thread.ofPlatform().start(background::step);
        isWriting.await();
        slow.save("loaded");
        slow.close();
        writer.join();
        assertThat(written).containsExactly("changed", "loaded");
    }

    @Test
    @Timeout(60)
    void neither_saving_now_nor_closing_waits_for_a_write_that_does_not_end_and_all_savers_wait_together()
            throws Exception {
        var isAnswering = new CountDownLatch(1);
        var limit = new SaveTimeLimit(Duration.ofMillis(20));
        List<LatestSaver<String>> savers = new ArrayList<>();
        for (int i = 0; i < 2; i++)
            savers.add(new LatestSaver<>("loaded", value -> {
                try {
                    isAnswering.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                written.add(value);
                return true;
            }, background, limit));
        savers.forEach(one -> one.save("changed"));
        var writer = Thread.ofPlatform().start(background::step);
        assertThat(savers).noneMatch(LatestSaver::saveNow);
        assertThat(limit.isUsedUp()).isTrue();
        savers.forEach(LatestSaver::close);
        assertThat(written).isEmpty();
        isAnswering.countDown();
        writer.join();
        limit.restart();
        assertThat(limit.isUsedUp()).isFalse();
    }

    @Test
    void what_could_not_be_written_is_tried_again_with_the_next_change_and_when_closing() {
        works = false;
        saver.save("one");
        background.runAll();
        saver.save("two");
        background.runAll();
        works = true;
        saver.close();
        assertThat(written).containsExactly("one", "two", "two");
    }

    @Test
    void saving_now_says_whether_all_is_on_the_disk_and_goes_on_saving_afterwards() {
        assertThat(saver.saveNow()).isTrue();
        assertThat(written).isEmpty();
        saver.save("one");
        works = false;
        assertThat(saver.saveNow()).isFalse();
        works = true;
        assertThat(saver.saveNow()).isTrue();
        assertThat(written).containsExactly("one", "one");
        saver.save("two");
        background.runAll();
        assertThat(written).endsWith("two");
    }

    @Test
    void a_change_after_closing_is_not_saved() {
        saver.close();
        saver.save("late");
        background.runAll();
        assertThat(written).isEmpty();
    }
}
