package poolscope.live.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final SteppedExecutor background = new SteppedExecutor();
    private final SteppedExecutor fx = new SteppedExecutor();
    private final LatestTask latestTask = new LatestTask(new BackgroundAndFxExecutors(background, fx));
    private final List<String> begun = new ArrayList<>();
    private final List<String> published = new ArrayList<>();

    private void start(String name) {
        latestTask.start(_ -> {
            begun.add(name);
            return name;
        }, published::add);
    }

    @Test
    void work_runs_in_the_background_and_its_result_is_published_on_the_FX_thread() {
        start("one");
        assertThat(begun).isEmpty();
        background.step();
        assertThat(begun).containsExactly("one");
        assertThat(published).isEmpty();
        fx.step();
        assertThat(published).containsExactly("one");
    }

    @Test
    void a_request_that_was_replaced_while_it_waited_is_not_begun() {
        start("one");
        start("two");
        background.runAll();
        fx.runAll();
        assertThat(begun).containsExactly("two");
        assertThat(published).containsExactly("two");
    }

    @Test
    void a_result_that_was_replaced_before_it_was_published_is_dropped() {
        start("one");
        background.runAll();
        start("two");
        fx.runAll();
        assertThat(published).isEmpty();
        background.runAll();
        fx.runAll();
        assertThat(published).containsExactly("two");
    }

    @Test
    void long_work_can_find_out_that_its_result_is_not_wanted_any_more() {
        var checks = new ArrayList<Boolean>();
        latestTask.start(isOutdated -> {
            checks.add(isOutdated.getAsBoolean());
            start("two");
            checks.add(isOutdated.getAsBoolean());
            return "one";
        }, published::add);
        background.runAll();
        fx.runAll();
        assertThat(checks).containsExactly(false, true);
        assertThat(published).containsExactly("two");
    }

    @Test
    void a_cancelled_result_is_dropped_and_the_next_request_runs() {
        start("one");
        background.runAll();
        latestTask.cancel();
        fx.runAll();
        assertThat(published).isEmpty();
        start("two");
        background.runAll();
        fx.runAll();
        assertThat(published).containsExactly("two");
    }

    @Test
    void after_closing_nothing_is_published_and_nothing_is_started() {
        start("one");
        background.runAll();
        latestTask.close();
        fx.runAll();
        start("two");
        assertThat(background.waiting()).isZero();
        assertThat(published).isEmpty();
    }
}
