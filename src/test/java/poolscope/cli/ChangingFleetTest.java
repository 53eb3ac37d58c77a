package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.demo.DemoOffsetMode;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;

/// `export` against a server that speaks only the document, held against what the server knows of its own pools. Pools
/// that were born or died on the way may be there or not, and then the export says that the counts disagree.
class ChangingFleetTest {

    @ParameterizedTest
    @CsvSource({"PAGE, 0.1, 1", "PAGE, 0.3, 2", "PAGE, 0.5, 3", "ITEM, 0.1, 4", "ITEM, 0.3, 5", "ITEM, 0.5, 6",
            "PAGE, 1, 8", "ITEM, 1, 9", "ITEM, 0, 7"})
    void P01_every_stable_pool_is_exported_once_while_pools_come_and_go(DemoOffsetMode offset, double changeRate,
            long seed) throws Exception {
        var settings = TestCloudSettings.of(2500)
                .withOffset(offset)
                .withLimitCap(50)
                .withChangeRate(changeRate)
                .withSeed(seed)
                .withDrift(false);
        try (var cloud = TestCloud.start(settings); var watch = cloud.fleet().watch()) {
            var terminal = new Terminal();
            int exit = terminal.export(cloud, "--format", "json");
            var ids = new ObjectMapper().readTree(terminal.rows()).findValuesAsText("cluster_id");
            assertThat(ids).doesNotHaveDuplicates().containsAll(watch.stable());
            assertThat(watch.ever()).containsAll(ids);
            assertThat(watch.stable()).hasSizeGreaterThan(2300);
            assertThat(exit).as(terminal.words()).isIn(0, changeRate == 0 ? 0 : 3);
            assertThat(terminal.words()).contains(ids.size() + (exit == 0 ? " pools were written" : " of "));
        }
    }
}
