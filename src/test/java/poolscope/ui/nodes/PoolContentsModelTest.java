package poolscope.ui.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.export.FileWriteOutcome;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.SecondTicker;
import poolscope.live.table.PoolRow;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.node.PoolContentsList;
import poolscope.ui.ModelFixture;
import poolscope.ui.nodes.PoolContentsModel.Tab;
import poolscope.ui.parts.BackgroundFileWriter;

/// What is read inside a pool of v2, over real HTTP and without a window.
class PoolContentsModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private TestCloud cloud;
    private SecondTicker ticker;
    private PoolContentsModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        cloud = TestCloud.start(TestCloudSettings.of(1).withV2Pools(6).withClock(fixture.clock).withDrift(false));
        fixture.connect("prod", cloud);
        fixture.read();
        ticker = new SecondTicker(fixture.clock);
        model = new PoolContentsModel(fixture.observableTickedConnectionPools, fixture.pools, ticker,
                new PoolContentsModel.Readings(new BackgroundJob<>(fixture.executors),
                        new BackgroundJob<>(fixture.executors), new BackgroundJob<>(fixture.executors)),
                new PoolContentsExportModel(new BackgroundFileWriter(fixture.executors), () -> false));
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        ticker.close();
        fixture.close();
    }

    /// Makes the pool of that number current, counting those of one generation.
    private void select(ApiGeneration api, int number) {
        var rows = fixture.pools.rows()
                .stream()
                .map(PoolRow.class::cast)
                .filter(row -> row.pool().poolOrigin().api() == api)
                .toList();
        fixture.pools.setCurrent(Optional.of(rows.get(number)));
        fixture.run();
    }

    private List<String> askedInside() {
        return cloud.requests()
                .stream()
                .map(request -> request.path())
                .filter(path -> path.matches(".*/pools/[^/]+/.*"))
                .map(path -> path.replaceFirst(".*/pools/[^/]+/", ""))
                .toList();
    }

    private static <T> List<T> items(BackgroundJob.State<PoolContentsList<T>> state) {
        return ((BackgroundJob.State.Done<PoolContentsList<T>>) state).result().items();
    }

    private int nodesOfPool() {
        return ((FieldValue.Number) PoolField.NODE_COUNT.of(model.poolProperty().get().orElseThrow())).number()
                .intValue();
    }

    private boolean areFreeNodesKnown() {
        return PoolField.WHOLE_FREE_NODES.of(fixture.pools.currentProperty().get().orElseThrow().pool()).isKnown();
    }

    @Test
    void nothing_inside_a_pool_is_read_before_its_tab_is_opened() {
        select(ApiGeneration.V2, 0);
        assertThat(model.poolProperty().get()).isPresent();
        assertThat(model.isTableShown().getValue()).isFalse();
        assertThat(askedInside()).isEmpty();
        model.tabProperty().set(Tab.NODES);
        assertThat(model.isTableShown().getValue()).isTrue();
        fixture.run();
        assertThat(items(model.nodesProperty().get())).hasSize(nodesOfPool());
        assertThat(model.jobsProperty().get()).as("the jobs on the nodes").isInstanceOf(BackgroundJob.State.Done.class);
        assertThat(model.eventsProperty().get()).isInstanceOf(BackgroundJob.State.Idle.class);
    }

    @Test
    void the_open_tab_stays_open_and_is_read_for_the_next_pool() {
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        int first = nodesOfPool();
        assertThat(items(model.nodesProperty().get())).hasSize(first);
        select(ApiGeneration.V2, 1);
        assertThat(items(model.nodesProperty().get())).hasSize(nodesOfPool());
        int asked = askedInside().size();
        model.tabProperty().set(Tab.OVERVIEW);
        model.tabProperty().set(Tab.NODES);
        fixture.run();
        assertThat(askedInside()).as("what was read is not read again").hasSize(asked);
        model.refresh();
        fixture.run();
        assertThat(askedInside()).hasSizeGreaterThan(asked);
    }

    @Test
    void a_pool_of_v1_has_nothing_inside() {
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        int asked = askedInside().size();
        select(ApiGeneration.V1, 0);
        assertThat(model.poolProperty().get()).isEmpty();
        assertThat(model.isTableShown().getValue()).isFalse();
        assertThat(model.nodesProperty().get()).isInstanceOf(BackgroundJob.State.Idle.class);
        assertThat(askedInside()).hasSize(asked);
    }

    @Test
    void a_service_that_refuses_nodes_is_not_asked_for_jobs() {
        cloud.failInside(Fault.forbidden());
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        assertThat(model.nodesProperty().get()).isInstanceOf(BackgroundJob.State.Failed.class);
        assertThat(model.jobsProperty().get()).isInstanceOf(BackgroundJob.State.Idle.class);
        cloud.heal();
        model.refresh();
        fixture.run();
        assertThat(items(model.nodesProperty().get())).hasSize(nodesOfPool());
        assertThat(model.jobsProperty().get()).isInstanceOf(BackgroundJob.State.Done.class);
    }

    @Test
    void a_reading_of_a_pool_that_is_not_selected_any_more_is_dropped() {
        model.tabProperty().set(Tab.NODES);
        var rows = fixture.pools.rows();
        fixture.pools.setCurrent(Optional.of(rows.getLast()));
        fixture.pools.setCurrent(Optional.empty());
        fixture.run();
        assertThat(model.nodesProperty().get()).isInstanceOf(BackgroundJob.State.Idle.class);
        assertThat(askedInside()).isEmpty();
    }

    @Test
    void the_pool_is_as_last_read_and_what_was_read_inside_it_stays() {
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        var before = model.poolProperty().get().orElseThrow();
        int asked = askedInside().size();
        fixture.read();
        var now = fixture.pools.currentProperty().get().orElseThrow().pool();
        assertThat(now.poolOrigin().requestId()).isNotEqualTo(before.poolOrigin().requestId());
        assertThat(model.poolProperty().get()).contains(now);
        assertThat(askedInside()).hasSize(asked);
        assertThat(items(model.nodesProperty().get())).isNotEmpty();
    }

    @Test
    void once_nodes_are_read_the_pool_says_how_its_free_cards_lie() {
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        assertThat(areFreeNodesKnown()).isTrue();
        model.tabProperty().set(Tab.OVERVIEW);
        select(ApiGeneration.V2, 1);
        assertThat(areFreeNodesKnown()).as("its nodes were not read").isFalse();
    }

    @Test
    void nodes_are_written_to_a_file_and_a_name_without_an_ending_replaces_none() throws Exception {
        model.tabProperty().set(Tab.NODES);
        select(ApiGeneration.V2, 0);
        var pool = model.poolProperty().get().orElseThrow();
        var nodes = items(model.nodesProperty().get());
        var file = folder.resolve("nodes.csv");
        model.export().writeNodes(file.toString(), pool, nodes);
        assertThat(model.export().outcomeProperty().get()).as("it is being written").isEmpty();
        fixture.run();
        assertThat(model.export().outcomeProperty().get())
                .contains(new FileWriteOutcome.Written(nodes.size(), file.toString()));
        assertThat(Files.readAllLines(file)).as("a header, and a line for each node").hasSize(1 + nodes.size());
        Files.writeString(file, "mine");
        model.export().writeNodes(folder.resolve("nodes").toString(), pool, nodes);
        fixture.run();
        assertThat(model.export().outcomeProperty().get().orElseThrow()).isInstanceOf(FileWriteOutcome.Failed.class);
        assertThat(Files.readString(file)).isEqualTo("mine");
        model.tabProperty().set(Tab.JOBS);
        assertThat(model.export().outcomeProperty().get()).as("was of another list").isEmpty();
    }
}
