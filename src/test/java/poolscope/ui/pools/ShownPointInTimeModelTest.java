package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.MovableClock;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.HistoryRecorder;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class ShownPointInTimeModelTest {
    private static final SentPool A = SentPool.of("a", 16);
    private static final SentPool B = SentPool.of("b", 8);
    private static final SentPool C = SentPool.of("c", 32);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private HistoryRecorder recorder;
    private ShownPointInTimeModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", A);
        recorder = new HistoryRecorder(fixture.observableTickedConnectionPools, fixture.executors);
        model = new ShownPointInTimeModel(fixture.pools,
                new ShownPointInTimeModel.Past(fixture.observableTickedConnectionPools, recorder),
                new ShownPointInTimeModel.Work(new LatestTask(fixture.executors), new LatestTask(fixture.executors)));
        read(A);
        read(A, B);
        read(A, B, C);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        fixture.close();
    }

    private void read(SentPool... pools) {
        service.has(pools);
        fixture.clock.advance(Duration.ofMinutes(10));
        fixture.read();
    }

    private void step(int by) {
        model.step(by);
        fixture.run();
    }

    /// The first step only opened the moments, at now.
    @Test
    void steps_through_the_moments_at_which_something_changed_and_back_to_now() {
        step(-1);
        assertThat(model.openProperty().get()).isTrue();
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(model.shownProperty().get().orElseThrow().moment())
                .isEqualTo(MovableClock.START.plus(Duration.ofMinutes(20)));
        step(-1);
        assertThat(fixture.shown()).containsExactly("a");
        step(-1);
        assertThat(fixture.shown()).containsExactly("a");
        step(1);
        step(1);
        assertThat(fixture.shown()).containsExactly("a", "b", "c");
        assertThat(model.shownProperty().get()).isEmpty();
    }

    @Test
    void filter_and_sums_are_of_the_moment_shown() {
        fixture.filter("gpu>=10");
        assertThat(fixture.shown()).containsExactly("a", "c");
        step(-1);
        assertThat(fixture.shown()).containsExactly("a");
        assertThat(fixture.pools.arrangedPools().set().size()).isEqualTo(2);
    }

    @Test
    void a_refresh_does_not_change_what_is_shown_and_is_there_when_one_goes_back_to_now() {
        step(-1);
        read(C);
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(model.momentsProperty().get()).hasSize(4);
        step(1);
        assertThat(fixture.shown()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(model.hide()).isTrue();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("c");
        assertThat(model.hide()).isFalse();
    }

    @Test
    void steps_before_the_moments_are_known_are_made_when_they_are() {
        model.step(-1);
        model.step(-1);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a");
        model.hide();
        model.showFirst();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a");
        model.hide();
        model.step(-1);
        model.hide();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a", "b", "c");
    }

    @Test
    void of_several_steps_only_the_last_one_counts() {
        step(-1);
        model.step(-1);
        model.step(-1);
        model.step(1);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a", "b");
    }

    @Test
    void a_connection_of_which_nothing_is_kept_of_that_time_is_named() throws Exception {
        fixture.connect("late", SentPool.of("x", 1));
        fixture.clock.advance(Duration.ofMinutes(10));
        fixture.read();
        step(-1);
        model.show(0);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a");
        assertThat(model.shownProperty().get().orElseThrow().unknown()).containsExactly("late");
    }

    @Test
    void ticking_another_connection_goes_back_to_now() throws Exception {
        step(-1);
        step(-1);
        fixture.connect("more", SentPool.of("x", 1));
        fixture.run();
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(fixture.shown()).containsExactly("a", "b", "c");
    }
}
