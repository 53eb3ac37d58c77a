package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.fit.FitResult;
import poolscope.pool.fit.JobDemand;
import poolscope.ui.ModelFixture;
import poolscope.ui.fit.NodeCheckModel.Obstacle;
import poolscope.ui.fit.NodeCheckModel.State;

/// *Check nodes* over real HTTP and without a window.
class NodeCheckModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private TestCloud cloud;
    private NodeCheckModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        cloud = TestCloud.start(TestCloudSettings.of(2).withV2Pools(8).withClock(fixture.clock).withDrift(false));
        fixture.connect("prod", cloud);
        fixture.read();
        model = new NodeCheckModel(fixture.pools, fixture.observableTickedConnectionPools,
                new BackgroundJob<>(fixture.executors));
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        fixture.close();
    }

    private void demand(int nodes, int cards) {
        fixture.pools.jobDemandProperty().set(Optional.of(jobDemand(nodes, cards)));
        fixture.run();
    }

    private static JobDemand jobDemand(int nodes, int cards) {
        return new JobDemand(nodes, new JobDemand.Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(cards)),
                TextMatcher.of(""), true);
    }

    private State state() {
        return model.stateProperty().get();
    }

    @Test
    void a_check_needs_a_demand_with_nodes_and_a_pool_that_has_enough() {
        assertThat(model.obstacleProperty().get()).contains(Obstacle.NO_DEMAND);
        demand(0, 1);
        assertThat(model.obstacleProperty().get()).contains(Obstacle.NO_NODES);
        demand(1, 999_999);
        assertThat(model.obstacleProperty().get()).contains(Obstacle.NO_POOLS);
        model.toggle();
        fixture.run();
        assertThat(state()).isEqualTo(new State.Idle());
        demand(1, 1);
        assertThat(model.obstacleProperty().get()).isEmpty();
    }

    @Test
    void the_nodes_of_likely_pools_are_read_and_each_has_an_answer() {
        demand(1, 1);
        model.toggle();
        assertThat(state()).isInstanceOfSatisfying(State.Reading.class, reading -> {
            assertThat(reading.read()).isZero();
            assertThat(reading.all()).isPositive();
        });
        fixture.run();
        assertThat(state()).isInstanceOfSatisfying(State.Done.class, done -> {
            assertThat(done.isOld()).isFalse();
            assertThat(done.result().pools()).isNotEmpty()
                    .allMatch(checked -> checked.outcome() instanceof PoolNodeCheckResult.Answered);
        });
    }

    private List<String> results() {
        assertThat(state()).isInstanceOf(State.Done.class);
        return ((State.Done) state()).result()
                .pools()
                .stream()
                .filter(checked -> checked.fitOnNodes().isPresent())
                .map(checked -> checked.pool().key())
                .toList();
    }

    private List<String> inTable() {
        var shown = fixture.pools.arrangedPools();
        return IntStream.range(0, shown.size())
                .filter(i -> shown.fitAt(i).orElseThrow() instanceof FitResult.OnNodes)
                .mapToObj(i -> shown.at(i).key())
                .toList();
    }

    /// The table went by the names of pools with the same result, and so did the next check.
    @Test
    void results_stand_in_the_order_of_the_table_and_keep_it_when_the_nodes_are_checked_again() {
        demand(1, 1);
        model.toggle();
        fixture.run();
        var first = results();
        assertThat(first).hasSizeGreaterThan(2).isEqualTo(inTable());
        model.toggle();
        fixture.run();
        assertThat(results()).isEqualTo(first).isEqualTo(inTable());
    }

    @Test
    void a_check_starts_as_soon_as_the_pools_are_those_of_the_demand() {
        model.startWhenAnswered();
        fixture.run();
        assertThat(state()).as("there is no demand").isEqualTo(new State.Idle());
        fixture.pools.jobDemandProperty().set(Optional.of(jobDemand(1, 1)));
        model.startWhenAnswered();
        fixture.run();
        assertThat(state()).isInstanceOf(State.Done.class);
        demand(1, 2);
        assertThat(state()).as("it starts once").isEqualTo(new State.Idle());
    }

    /// It was ignored without a word.
    @Test
    void a_check_that_is_asked_for_while_the_pools_are_computed_starts_after_that_unless_it_is_taken_back() {
        assertThat(model.canBeToggled().getValue()).isFalse();
        fixture.pools.jobDemandProperty().set(Optional.of(jobDemand(1, 1)));
        assertThat(model.canBeToggled().getValue()).isTrue();
        model.toggle();
        assertThat(model.startAwaitedProperty().get()).isTrue();
        fixture.run();
        assertThat(state()).isInstanceOf(State.Done.class);
        assertThat(model.startAwaitedProperty().get()).isFalse();
        fixture.pools.jobDemandProperty().set(Optional.of(jobDemand(1, 2)));
        model.toggle();
        model.toggle();
        fixture.run();
        assertThat(state()).isEqualTo(new State.Idle());
        fixture.pools.jobDemandProperty().set(Optional.of(jobDemand(0, 2)));
        model.toggle();
        fixture.run();
        assertThat(state()).as("without a number of nodes").isEqualTo(new State.Idle());
        assertThat(model.canBeToggled().getValue()).isFalse();
    }

    @Test
    void a_pool_whose_nodes_are_refused_is_a_failure_of_that_pool() {
        cloud.failInside(Fault.forbidden());
        demand(1, 1);
        model.toggle();
        fixture.run();
        assertThat(state()).isInstanceOfSatisfying(State.Done.class,
                done -> assertThat(done.result().pools()).isNotEmpty()
                        .allMatch(checked -> checked.outcome() instanceof PoolNodeCheckResult.Failed));
    }

    @Test
    void another_filter_makes_the_result_old_and_another_demand_removes_it() {
        demand(1, 1);
        model.toggle();
        fixture.run();
        fixture.filter("status:running");
        assertThat(state()).isInstanceOfSatisfying(State.Done.class, done -> assertThat(done.isOld()).isTrue());
        fixture.filter("");
        assertThat(state()).isInstanceOfSatisfying(State.Done.class, done -> assertThat(done.isOld()).isFalse());
        demand(1, 2);
        assertThat(state()).isEqualTo(new State.Idle());
    }

    @Test
    void a_running_check_is_stopped_by_the_same_command() {
        demand(1, 1);
        model.toggle();
        model.toggle();
        assertThat(state()).isEqualTo(new State.Idle());
        fixture.run();
        assertThat(state()).isEqualTo(new State.Idle());
    }
}
