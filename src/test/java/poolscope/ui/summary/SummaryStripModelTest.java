package poolscope.ui.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.background.LatestTask;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.ChartData;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.SummaryVisibility;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class SummaryStripModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private SummaryStripModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", SentPool.of("whole", 8).withNodes("v100", 4, 4),
                SentPool.of("short", 16).withNodes("a100", 4, 3), SentPool.of("none", 0).withNodes("cpu", 2, 2));
        model = new SummaryStripModel(fixture.pools, fixture.settings, new LatestTask(fixture.executors));
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void figures_are_of_the_pools_shown_and_not_known_before_the_first_reading() {
        assertThat(model.isKnown()).isFalse();
        fixture.read();
        assertThat(model.isKnown()).isTrue();
        assertThat(model.summaryTotalsAndChartsProperty().get().poolTotals().of(PoolField.ACCELERATORS).total())
                .isEqualTo(FieldValue.Number.of(24));
        fixture.filter("v100");
        assertThat(model.summaryTotalsAndChartsProperty().get().poolTotals().of(PoolField.ACCELERATORS).total())
                .isEqualTo(FieldValue.Number.of(8));
        fixture.filter("no-such-pool");
        assertThat(model.isKnown()).as("there are none, and that is known").isTrue();
    }

    @Test
    void after_a_failed_first_reading_nothing_is_known() {
        service.refuse(403);
        fixture.read();
        assertThat(model.isKnown()).isFalse();
    }

    @Test
    void a_click_on_a_figure_shows_the_pools_behind_it() {
        fixture.read();
        model.showShortOfNodes();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("short");
        model.showAll();
        model.showHaving(PoolField.ACCELERATORS);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("whole", "short");
        model.showAll();
        model.showUnknown(PoolField.ACCELERATORS);
        fixture.run();
        assertThat(fixture.shown()).as("zero is known").isEmpty();
    }

    @Test
    void charts_are_computed_while_they_are_shown() {
        fixture.read();
        assertThat(model.allocatable().parts()).isEmpty();
        model.toggle(SummaryVisibility.Part.CHARTS);
        fixture.run();
        assertThat(model.allocatable().parts()).extracting(part -> part.fieldValue().asText(""))
                .startsWith("a100", "v100");
        model.measureProperty().set(PoolField.CPU_CORES);
        assertThat(model.allocatable().parts().getFirst().poolTotals().of(PoolField.CPU_CORES).total())
                .isEqualTo(FieldValue.Number.of(16));
    }

    @Test
    void a_click_on_a_bar_shows_its_pools_and_on_the_rest_the_others() {
        fixture.read();
        model.toggle(SummaryVisibility.Part.CHARTS);
        fixture.run();
        var chart = model.allocatable();
        var first = chart.parts().getFirst();
        model.showPart(PoolGroupingCriterion.SPECIFICATION, first);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("short");
        model.showAll();
        fixture.run();
        model.showRest(PoolGroupingCriterion.SPECIFICATION, new ChartData(List.of(first), chart.rest(), 0));
        fixture.run();
        assertThat(fixture.shown()).containsExactly("whole", "none");
    }
}
