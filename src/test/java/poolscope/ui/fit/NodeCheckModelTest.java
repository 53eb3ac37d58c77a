package poolscope.ui.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.filter.TextMatcher;
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
        fixture.pools.jobDemandProperty()
                .set(Optional.of(new JobDemand(nodes,
                        new JobDemand.Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.valueOf(cards)),
                        TextMatcher.of(""), true)));
        fixture.run();
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
