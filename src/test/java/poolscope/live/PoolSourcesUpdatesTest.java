package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.ReadProgress;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.live.background.BackgroundJob;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pools;

/// How often what is shown of the connections changes in a refresh: each time costs the FX thread an update of the
/// whole window.
class PoolSourcesUpdatesTest {
    private final ManualRefresh refresh = new ManualRefresh();
    private final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
    private final List<SourceStatus> published = new ArrayList<>();
    private final Inventory read = Pools.inventory(List.of(new Pools(1).one("a")));

    @BeforeEach
    void start() {
        observableTickedConnectionPools.sources()
                .add(new ObservableConnectionInventory(new ServiceAndProject("c", "Cloud", Optional.empty(),
                        URI.create("https://service.example"), "p"), () -> {
                            throw new AssertionError("nothing is sent");
                        }, Clock.systemUTC(), _ -> refresh));
        observableTickedConnectionPools.allConnectionsStatusProperty()
                .subscribe((_, now) -> published.add(now.lines().getFirst()));
        observableTickedConnectionPools.refresh();
        published.clear();
    }

    private SourceStatus onlyUpdate() {
        assertThat(published).hasSize(1);
        return published.getFirst();
    }

    @Test
    void the_end_of_a_refresh_is_published_once_with_its_pools() {
        refresh.end(read);
        assertThat(onlyUpdate().state()).isInstanceOf(RefreshState.Loaded.class);
        assertThat(onlyUpdate().inventory()).containsSame(read);
        assertThat(observableTickedConnectionPools.poolsProperty().get().pools()).hasSize(1);
    }

    static List<BackgroundJob.State<Inventory>> otherEnds() {
        return List.of(new BackgroundJob.State.Idle<>(),
                new BackgroundJob.State.Failed<>(new ApiException(
                        new Failure.Unreachable(Failure.Unreachable.Cause.ANSWER_TIMED_OUT, FailureDetails
                                .of(new FailureDetails.RequestLine("GET", "service.example", "/"), Instant.EPOCH)))));
    }

    @ParameterizedTest
    @MethodSource("otherEnds")
    void a_first_refresh_that_stops_or_fails_on_the_way_is_published_once(BackgroundJob.State<Inventory> end) {
        refresh.partial(read.with(new Coverage.SoFar()));
        published.clear();
        refresh.end(end);
        assertThat(onlyUpdate().state().isLoading()).isFalse();
        assertThat(onlyUpdate().inventory().orElseThrow().coverage()).isInstanceOf(Coverage.Incomplete.class);
    }

    @Test
    void progress_is_published_once() {
        refresh.progress(new ReadProgress(1, 1, 2, Duration.ZERO, false, () -> read));
        assertThat(onlyUpdate().state()).isInstanceOf(RefreshState.Loading.class);
    }

    @Test
    void a_reading_is_announced_before_its_pools_are_published_and_once() {
        var announced = new ArrayList<Integer>();
        observableTickedConnectionPools.onReading(
                (_, _) -> announced.add(observableTickedConnectionPools.poolsProperty().get().pools().size()));
        refresh.end(read);
        assertThat(announced).containsExactly(0);
    }
}
