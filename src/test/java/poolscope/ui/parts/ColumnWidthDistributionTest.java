package poolscope.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.ui.parts.ColumnWidthDistribution.Demand;

class ColumnWidthDistributionTest {
    private static final Demand NAME = new Demand(100, 300, 150);
    private static final Demand COUNT = new Demand(80, 80, 90);
    private static final Demand OWNER = new Demand(60, 120, 100);

    @Test
    void every_column_shows_its_content_whole_where_there_is_room() {
        assertThat(widths(500)).containsExactly(300.0, 80.0, 120.0);
    }

    @Test
    void more_room_widens_a_column_up_to_its_usual_width_and_no_further() {
        assertThat(widths(505)).containsExactly(300.0, 85.0, 120.0);
        assertThat(widths(2_000)).containsExactly(300.0, 90.0, 120.0);
    }

    @Test
    void columns_wider_than_usual_shrink_first_from_the_right() {
        assertThat(widths(490)).containsExactly(300.0, 80.0, 110.0);
        assertThat(widths(400)).containsExactly(220.0, 80.0, 100.0);
    }

    @Test
    void then_columns_shrink_from_the_right_as_far_as_they_are_usable() {
        assertThat(widths(320)).containsExactly(150.0, 80.0, 90.0);
        assertThat(widths(270)).containsExactly(130.0, 80.0, 60.0);
        assertThat(widths(100)).containsExactly(100.0, 80.0, 60.0);
    }

    @Test
    void a_column_that_is_not_whole_in_sight_leaves_its_part_to_those_before_it() {
        assertThat(widths(239)).as("a pixel less than all need").containsExactly(159.0, 80.0, 60.0);
        assertThat(widths(180)).as("two columns and nothing to share").containsExactly(100.0, 80.0, 60.0);
        assertThat(widths(179)).containsExactly(179.0, 80.0, 60.0);
        var twoTexts = List.of(new Demand(50, 80, 60), new Demand(40, 90, 60), COUNT);
        assertThat(ColumnWidthDistribution.distribute(twoTexts, 169)).containsExactly(80.0, 89.0, 80.0);
    }

    @Test
    void a_width_that_the_operator_chose_is_kept() {
        assertThat(ColumnWidthDistribution.distribute(List.of(Demand.fixed(400), OWNER), 100)).containsExactly(400.0,
                60.0);
    }

    private static List<Double> widths(double room) {
        return ColumnWidthDistribution.distribute(List.of(NAME, COUNT, OWNER), room);
    }
}
