package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.connection.ServiceAndProject;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.PoolField;
import poolscope.pool.Pools;
import poolscope.pool.change.StatusSinceCalculator;

/// The last known pools of before the program started may come before, while and after the first refresh reads: since
/// when a pool has its status is known in the end.
class LastKnownPoolsTest {
    private static final FieldValue LONG_AGO = new FieldValue.Time(Instant.parse("2026-01-02T03:04:05Z"));
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    private final ManualRefresh refresh = new ManualRefresh();
    private final ObservableConnectionInventory observableConnectionInventory = new ObservableConnectionInventory(
            new ServiceAndProject("c", "Cloud", Optional.empty(), URI.create("https://service.example"), "p"), () -> {
                throw new AssertionError("nothing is sent");
            }, Clock.systemUTC(), _ -> refresh);

    private static Inventory pools(Instant at) {
        var any = Pools.inventory(List.of(new Pools(1).one("a")));
        return new Inventory(any.pools(), at, new Coverage.Complete(), any.reading(), "", List.of());
    }

    private Inventory read(Instant at) {
        return StatusSinceCalculator.addTo(pools(at), refresh.known());
    }

    private static Inventory lastKnown() {
        var before = NOW.minus(Duration.ofMinutes(5));
        return Inventory.earlier(pools(before).pools().stream().map(pool -> pool.withStatusSince(LONG_AGO)).toList(),
                before, true, "");
    }

    private FieldValue since() {
        return PoolField.STATUS_SINCE.of(observableConnectionInventory.inventory().orElseThrow().pools().getFirst());
    }

    @Test
    void pools_that_were_read_are_shown_as_the_refresh_has_made_them() {
        observableConnectionInventory.resume(lastKnown());
        observableConnectionInventory.refresh();
        var read = read(NOW);
        refresh.end(read);
        assertThat(observableConnectionInventory.inventory()).as("not copied once more").containsSame(read);
        assertThat(since()).isEqualTo(LONG_AGO);
    }

    @Test
    void last_known_pools_that_come_while_the_refresh_reads_are_taken_into_account_by_it() {
        observableConnectionInventory.refresh();
        observableConnectionInventory.resume(lastKnown());
        var read = read(NOW);
        refresh.end(read);
        assertThat(observableConnectionInventory.inventory()).as("not copied once more").containsSame(read);
        assertThat(since()).isEqualTo(LONG_AGO);
    }

    @Test
    void last_known_pools_that_come_when_the_refresh_has_read_are_not_forgotten_at_its_end() {
        observableConnectionInventory.refresh();
        var read = read(NOW);
        observableConnectionInventory.resume(lastKnown());
        refresh.end(read);
        assertThat(since()).isEqualTo(LONG_AGO);
        assertThat(observableConnectionInventory.inventory().orElseThrow().isComplete()).isTrue();
    }

    @Test
    void last_known_pools_that_come_after_the_refresh_are_added_to_its_pools() {
        observableConnectionInventory.refresh();
        refresh.end(read(NOW));
        assertThat(since()).isEqualTo(new FieldValue.Before(NOW));
        observableConnectionInventory.resume(lastKnown());
        assertThat(since()).isEqualTo(LONG_AGO);
        assertThat(observableConnectionInventory.inventory().orElseThrow().isComplete()).isTrue();
    }

    @Test
    void the_next_refresh_continues_from_the_one_before() {
        observableConnectionInventory.resume(lastKnown());
        observableConnectionInventory.refresh();
        refresh.end(read(NOW));
        observableConnectionInventory.refresh();
        var read = read(NOW.plus(Duration.ofMinutes(1)));
        refresh.end(read);
        assertThat(observableConnectionInventory.inventory()).containsSame(read);
        assertThat(since()).isEqualTo(LONG_AGO);
    }
}
