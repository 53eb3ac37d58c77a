package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.pool.table.FitResultCounts;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class FitModelTest {
    /// Each has 4 nodes: 4, 8 and 2 cards a node.
    private static final SentPool SIXTEEN = SentPool.of("sixteen", 16);
    private static final SentPool THIRTY_TWO = SentPool.of("thirty-two", 32);
    private static final SentPool EIGHT = SentPool.of("eight", 8);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private FitModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", SIXTEEN, THIRTY_TWO, EIGHT);
        fixture.read();
        model = new FitModel(fixture.pools);
        model.demandPerNodeOrTotalProperty().set(DemandPerNodeOrTotal.IN_ALL);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private void type(DemandField field, String text) {
        model.typed(field).set(text);
        fixture.run();
    }

    private void typeTwoNodesOfEightCards() {
        model.toggle();
        type(DemandField.NODES, "2");
        type(DemandField.ACCELERATORS, "16");
    }

    @Test
    void what_is_typed_is_a_demand_only_while_the_form_is_open() {
        type(DemandField.NODES, "2");
        assertThat(fixture.pools.jobDemandProperty().get()).isEmpty();
        model.toggle();
        fixture.run();
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().nodes()).isEqualTo(2);
        assertThat(model.close()).isTrue();
        assertThat(model.close()).as("it is closed already").isFalse();
        assertThat(fixture.pools.jobDemandProperty().get()).isEmpty();
    }

    @Test
    void the_pools_shown_are_counted_by_whether_sums_and_shares_of_a_node_are_enough() {
        typeTwoNodesOfEightCards();
        var summary = model.fitFinderResultProperty().get().orElseThrow();
        assertThat(summary.counts()).isEqualTo(new FitResultCounts(0, 1, 1, 1, 0));
        assertThat(summary.best().orElseThrow().pool().poolNamesAndOwner().name().asText("")).isEqualTo("thirty-two");
        assertThat(fixture.shown()).as("the best is first").startsWith("thirty-two").endsWith("eight");
        type(DemandField.ACCELERATORS, "");
        type(DemandField.NODES, "");
        assertThat(model.fitFinderResultProperty().get()).as("nothing is asked for").isEmpty();
        assertThat(fixture.shown()).containsExactly("sixteen", "thirty-two", "eight");
    }

    @Test
    void until_the_pools_are_those_of_the_demand_the_result_is_being_computed() {
        model.toggle();
        assertThat(model.computingProperty().get()).as("nothing is asked for").isFalse();
        model.typed(DemandField.ACCELERATORS).set("8");
        assertThat(model.computingProperty().get()).isTrue();
        fixture.run();
        assertThat(model.computingProperty().get()).isFalse();
        model.typed(DemandField.ACCELERATORS).set("");
        assertThat(model.computingProperty().get()).isFalse();
    }

    @Test
    void amounts_per_node_are_needed_on_each_node_and_on_one_while_no_number_of_nodes_is_typed() {
        model.demandPerNodeOrTotalProperty().set(DemandPerNodeOrTotal.PER_NODE);
        model.toggle();
        type(DemandField.NODES, "2");
        type(DemandField.ACCELERATORS, "8");
        type(DemandField.CPU, "1.5");
        type(DemandField.MEMORY, "1");
        var demand = fixture.pools.jobDemandProperty().get().orElseThrow();
        assertThat(demand.nodes()).isEqualTo(2);
        assertThat(demand.amounts().accelerators()).isEqualByComparingTo("16");
        assertThat(demand.amounts().cpuCores()).isEqualByComparingTo("3");
        assertThat(demand.amounts().memoryMiB()).isEqualByComparingTo("2048");
        type(DemandField.NODES, "");
        demand = fixture.pools.jobDemandProperty().get().orElseThrow();
        assertThat(demand.nodes()).isEqualTo(1);
        assertThat(demand.amounts().accelerators()).isEqualByComparingTo("8");
        model.demandPerNodeOrTotalProperty().set(DemandPerNodeOrTotal.IN_ALL);
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().nodes()).as("spread in any way").isZero();
    }

    @Test
    void cards_typed_as_2x8_are_those_of_each_node_whatever_amounts_were_of_before() {
        model.toggle();
        type(DemandField.NODES, "2");
        model.askForCardsPerNode("8");
        fixture.run();
        assertThat(model.demandPerNodeOrTotalProperty().get()).isEqualTo(DemandPerNodeOrTotal.PER_NODE);
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().amounts().accelerators())
                .isEqualByComparingTo("16");
        model.askForCardsPerNode(" ");
        assertThat(model.typed(DemandField.ACCELERATORS).get()).as("not typed yet").isEqualTo("8");
    }

    @Test
    void a_form_in_which_nothing_is_typed_asks_for_nothing() {
        model.demandPerNodeOrTotalProperty().set(DemandPerNodeOrTotal.PER_NODE);
        model.toggle();
        assertThat(fixture.pools.jobDemandProperty().get()).isEmpty();
        model.specificationProperty().set("spec");
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().nodes())
                .as("a specification alone is no amount of a node")
                .isZero();
    }

    @Test
    void fewer_cards_on_each_node_than_nodes_are_no_error() {
        model.demandPerNodeOrTotalProperty().set(DemandPerNodeOrTotal.PER_NODE);
        model.toggle();
        type(DemandField.NODES, "4");
        type(DemandField.ACCELERATORS, "1");
        assertThat(model.errorsProperty().get()).isEmpty();
    }

    @Test
    void memory_is_typed_in_GiB_and_compared_in_MiB() {
        model.toggle();
        type(DemandField.MEMORY, "1.5");
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().amounts().memoryMiB())
                .isEqualByComparingTo(BigDecimal.valueOf(1536));
    }

    @Test
    void an_error_is_reported_at_its_field_and_leaves_the_demand_as_it_was() {
        typeTwoNodesOfEightCards();
        var before = fixture.pools.jobDemandProperty().get();
        type(DemandField.NODES, "two");
        assertThat(model.errorsProperty().get()).isEqualTo(Map.of(DemandField.NODES, DemandFieldError.NO_NUMBER));
        assertThat(fixture.pools.jobDemandProperty().get()).isEqualTo(before).isPresent();
        type(DemandField.NODES, "4");
        assertThat(model.errorsProperty().get()).isEmpty();
        assertThat(fixture.pools.jobDemandProperty().get().orElseThrow().nodes()).isEqualTo(4);
    }

    @Test
    void fewer_whole_cards_than_nodes_are_an_error_and_a_part_of_a_card_is_none() {
        model.toggle();
        type(DemandField.NODES, "4");
        type(DemandField.ACCELERATORS, "3");
        assertThat(model.errorsProperty().get())
                .isEqualTo(Map.of(DemandField.ACCELERATORS, DemandFieldError.FEWER_THAN_NODES));
        type(DemandField.ACCELERATORS, "0.5");
        assertThat(model.errorsProperty().get()).isEmpty();
    }

    @Test
    void a_pool_that_is_not_running_fits_only_if_that_is_allowed() {
        service.has(THIRTY_TWO.withStatus("abnormal"));
        fixture.read();
        typeTwoNodesOfEightCards();
        assertThat(model.fitFinderResultProperty().get().orElseThrow().counts().byCapacity()).isZero();
        model.onlyRunningProperty().set(false);
        fixture.run();
        assertThat(model.fitFinderResultProperty().get().orElseThrow().counts().byCapacity()).isOne();
    }

    @Test
    void the_current_pool_is_proposed_if_it_fits_and_the_best_one_otherwise() {
        service.has(SIXTEEN, THIRTY_TWO, SentPool.of("another", 32));
        fixture.read();
        typeTwoNodesOfEightCards();
        assertThat(proposed()).contains("thirty-two");
        fixture.pools.setCurrent(Optional.of(fixture.row(fixture.shown().indexOf("another"))));
        assertThat(proposed()).contains("another");
        fixture.pools.setCurrent(Optional.of(fixture.row(fixture.shown().indexOf("sixteen"))));
        assertThat(proposed()).contains("thirty-two");
        fixture.filter("sixteen");
        assertThat(proposed()).as("none that is shown fits").isEmpty();
    }

    @Test
    void a_current_pool_that_the_filter_hides_is_not_proposed() {
        service.has(THIRTY_TWO, SentPool.of("another", 32));
        fixture.read();
        typeTwoNodesOfEightCards();
        fixture.pools.setCurrent(Optional.of(fixture.row(fixture.shown().indexOf("another"))));
        assertThat(proposed()).contains("another");
        fixture.filter("thirty");
        assertThat(proposed()).contains("thirty-two");
    }

    private Optional<String> proposed() {
        return model.proposedPool().map(pool -> pool.poolNamesAndOwner().name().asText(""));
    }

    @Test
    void for_the_form_of_a_job_a_pool_is_its_name_id_and_connection() {
        assertThat(FitModel.forJob(fixture.row(0).pool())).isEqualTo("sixteen, id-sixteen, prod");
    }
}
