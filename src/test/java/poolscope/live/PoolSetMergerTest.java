package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus.Repeated;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolOrigin;
import poolscope.pool.Pools;

/// The pools of several connections together.
class PoolSetMergerTest {
    private static final String HOST = "https://modelarts.example.com";
    private static final RefreshState LOADED = new RefreshState.Loaded(Instant.EPOCH);
    private static final RefreshState BROKEN = new RefreshState.Broken(Instant.EPOCH, Instant.EPOCH, 1);

    @ParameterizedTest
    @CsvSource({"https://modelarts.example.com, p, true", "HTTPS://ModelArts.Example.COM, p, true",
            "https://modelarts.example.com., p, true", "https://modelarts.example.com:443/, p, true",
            "modelarts.example.com, p, true", "https://modelarts.example.com:8443, p, false",
            "https://modelarts.example.com, q, false", "https://modelarts.example.org, p, false"})
    void each_pool_counts_once_however_the_same_service_is_written(String endpoint, String project, boolean isSame) {
        var first = line("first", HOST, LOADED, 5);
        var second = line(connection("second", endpoint, project), LOADED, 5, new Coverage.Complete());
        var gathered = PoolSetMerger.of(List.of(first, second));
        assertThat(from(gathered)).isEqualTo(isSame
                ? List.of("first", "first", "first", "first", "first")
                : List.of("first", "first", "first", "first", "first", "second", "second", "second", "second",
                        "second"));
        assertThat(gathered.lines().getFirst().repeated()).isEmpty();
        assertThat(gathered.lines().getLast().repeated())
                .isEqualTo(isSame ? Optional.of(new Repeated(5, "first")) : Optional.empty());
        assertThat(new AllConnectionsStatus(gathered.lines()).pools()).isEqualTo(gathered.pools().size());
    }

    @Test
    void what_only_one_of_them_may_see_is_not_lost() {
        var gathered = PoolSetMerger.of(List.of(line("narrow", HOST, LOADED, 3), line("wide", HOST, LOADED, 8)));
        assertThat(gathered.pools().pools()).extracting(Pool::key).containsExactlyInAnyOrderElementsOf(ids(8));
        assertThat(from(gathered)).containsExactly("narrow", "narrow", "narrow", "wide", "wide", "wide", "wide",
                "wide");
        assertThat(gathered.lines().getLast().repeated()).contains(new Repeated(3, "narrow"));
    }

    @Test
    void the_list_that_can_be_trusted_more_is_shown_whatever_its_place() {
        var old = line("old", HOST, BROKEN, 4);
        var part = line(connection("part", HOST, "p"), LOADED, 4, new Coverage.Incomplete(Inventory.Reason.FAILED));
        var fresh = line("fresh", HOST, LOADED, 4);
        assertThat(from(PoolSetMerger.of(List.of(part, old, fresh)))).containsOnly("fresh").hasSize(4);
        assertThat(from(PoolSetMerger.of(List.of(part, old)))).containsOnly("old").hasSize(4);
        assertThat(PoolSetMerger.of(List.of(part, old, fresh)).lines()).extracting(SourceStatus::repeated)
                .containsExactly(Optional.of(new Repeated(4, "fresh")), Optional.of(new Repeated(4, "fresh")),
                        Optional.empty());
    }

    @Test
    void a_connection_without_a_list_takes_nothing_from_the_other() {
        var failed = new SourceStatus(connection("failed", HOST, "p"), BROKEN, BROKEN, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(from(PoolSetMerger.of(List.of(failed, line("good", HOST, LOADED, 4))))).containsOnly("good")
                .hasSize(4);
    }

    @Test
    void pools_without_an_id_are_nobodys_twins() {
        var first = nameless("first");
        var gathered = PoolSetMerger.of(List.of(first, nameless("second")));
        assertThat(gathered.pools().pools()).hasSize(2);
        assertThat(gathered.lines()).allSatisfy(sourceStatus -> assertThat(sourceStatus.repeated()).isEmpty());
    }

    /// One pool, of which the service sent no id: it is known by its place in the answer only.
    private static SourceStatus nameless(String name) {
        var serviceAndProject = connection(name, HOST, "p");
        var pool = of(new Pools(2).one("id"), serviceAndProject);
        var absent = FieldValue.ABSENT;
        var poolNamesAndOwner = new PoolNamesAndOwner(absent, absent, absent, absent, absent, absent);
        var read = List.of(new Pool(poolNamesAndOwner, pool.createdAt(), pool.status(), pool.poolNodeGroups(),
                pool.allocatableResources(), pool.billing(), pool.knownUndocumentedFields(), pool.poolOrigin(),
                pool.raw()));
        return new SourceStatus(serviceAndProject, LOADED, LOADED, Optional.of(Pools.inventory(read)), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static List<String> from(PoolSetMerger gathered) {
        return gathered.pools().pools().stream().map(pool -> pool.poolOrigin().connection()).toList();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id-" + i).toList();
    }

    private static SourceStatus line(String name, String endpoint, RefreshState state, int pools) {
        return line(connection(name, endpoint, "p"), state, pools, new Coverage.Complete());
    }

    private static SourceStatus line(ServiceAndProject serviceAndProject, RefreshState state, int pools,
            Coverage coverage) {
        var read = new Pools(1).some(pools).stream().map(pool -> of(pool, serviceAndProject)).toList();
        var inventory = Pools.inventory(read).with(coverage);
        return new SourceStatus(serviceAndProject, state, state, Optional.of(inventory), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static ServiceAndProject connection(String name, String endpoint, String project) {
        return ServiceAndProject.of(new ServiceAndProject.Draft(name, name, "", endpoint, project)).orThrow();
    }

    private static Pool of(Pool pool, ServiceAndProject serviceAndProject) {
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), pool.poolNodeGroups(),
                pool.allocatableResources(), pool.billing(), pool.knownUndocumentedFields(),
                new PoolOrigin(serviceAndProject.id(), serviceAndProject.name(), "", 1, Instant.EPOCH, ""), pool.raw());
    }
}
