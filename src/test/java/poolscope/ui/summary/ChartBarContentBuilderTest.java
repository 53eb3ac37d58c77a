package poolscope.ui.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.background.LatestTask;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.SummaryVisibility;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

class ChartBarContentBuilderTest {
    private final Texts texts = Texts.of(Locale.ENGLISH);

    @Test
    void only_names_of_specifications_leave_out_what_all_begin_with(@TempDir Path folder) throws Exception {
        try (var fixture = new ModelFixture(folder)) {
            fixture.connect("team.north", SentPool.of("alfa", 8).withNodes("modelarts.vm.gpu.a100", 4, 3));
            fixture.connect("team.south", SentPool.of("bravo", 16).withNodes("modelarts.vm.gpu.v100", 4, 4));
            var model = new SummaryStripModel(fixture.pools, fixture.settings, new LatestTask(fixture.executors));
            var bars = new ChartBarContentBuilder(model, texts, new PoolFieldText(texts, ZoneOffset.UTC));
            fixture.read();
            model.toggle(SummaryVisibility.Part.CHARTS);
            fixture.run();
            assertThat(names(model, bars, PoolGroupingCriterion.CONNECTION)).containsExactly("team.south",
                    "team.north");
            assertThat(names(model, bars, PoolGroupingCriterion.SPECIFICATION)).containsExactly("v100", "a100");
        }
    }

    private static List<String> names(SummaryStripModel model, ChartBarContentBuilder bars, PoolGroupingCriterion by) {
        model.byProperty().set(by);
        return bars.allocatable(model.allocatable(), by, PoolField.ACCELERATORS)
                .stream()
                .map(ChartBar.Content::name)
                .toList();
    }
}
