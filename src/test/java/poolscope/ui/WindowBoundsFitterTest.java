package poolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import poolscope.settings.WindowBoundsAndPaneVisibility.Bounds;

class WindowBoundsFitterTest {
    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1440, 860);
    private static final Rectangle2D DESK_SCREEN = new Rectangle2D(-1920, 0, 1920, 1040);

    private static final Bounds.At ON_DESK_SCREEN = new Bounds.At(-1800, 30, 1600, 1000);

    @Test
    void a_window_stands_where_it_stood() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP, DESK_SCREEN), ON_DESK_SCREEN))
                .contains(new Rectangle2D(-1800, 30, 1600, 1000));
    }

    @Test
    void a_window_of_a_screen_that_is_gone_is_pulled_back_and_fits() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), ON_DESK_SCREEN)).contains(new Rectangle2D(0, 0, 1440, 860));
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP, DESK_SCREEN), new Bounds.At(9_000, 100, 800, 600)))
                .as("the nearest screen")
                .contains(new Rectangle2D(640, 100, 800, 600));
    }

    @Test
    void a_window_as_high_as_its_screen_stands_at_the_top_of_it() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), new Bounds.At(100, 300, 1000, 860)))
                .contains(new Rectangle2D(100, 0, 1000, 860));
    }

    @Test
    void a_window_larger_than_its_screen_becomes_as_large_as_the_screen() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), new Bounds.At(0, 0, 1920, 1040)))
                .contains(new Rectangle2D(0, 0, 1440, 860));
    }

    @Test
    void a_window_over_two_screens_keeps_its_place() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP, DESK_SCREEN), new Bounds.At(-300, 100, 1000, 700)))
                .contains(new Rectangle2D(-300, 100, 1000, 700));
    }

    @Test
    void a_window_whose_title_can_not_be_grasped_is_pulled_back() {
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), new Bounds.At(100, -60, 1000, 700))).as("above the screen")
                .contains(new Rectangle2D(100, 0, 1000, 700));
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), new Bounds.At(1400, 100, 1000, 700))).as("40 px in sight")
                .contains(new Rectangle2D(440, 100, 1000, 700));
        assertThat(WindowBoundsFitter.on(List.of(LAPTOP), new Bounds.At(100, 850, 1000, 700))).as("below the screen")
                .contains(new Rectangle2D(100, 160, 1000, 700));
    }

    @Test
    void no_screen_is_no_place() {
        assertThat(WindowBoundsFitter.on(List.of(), ON_DESK_SCREEN)).isEmpty();
    }
}
