package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.history.HistoryListIdentity;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.Pools;
import poolscope.pool.RawJson;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.PoolChange;
import poolscope.pool.change.PoolListDiff;

/// What was read since the start, compared with copies of all lists.
class InMemoryPoolHistoryTest {
    private static final HistoryListIdentity CONNECTION = connection("project");
    private final InMemoryPoolHistory history = new InMemoryPoolHistory();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void knows_the_pools_of_every_moment_and_each_step_between_two(long seed) {
        var random = new Random(seed);
        var states = new TreeMap<Instant, List<Pool>>();
        List<Pool> now = new Pools(seed).some(12);
        for (int minute = 0; minute < 40; minute++) {
            if (random.nextInt(3) == 0) now = changed(now, random);
            states.put(minute(minute), now);
            add(CONNECTION, inventory(now, minute));
        }

        for (int second = 0; second < 40 * 60; second += 20) {
            var moment = Instant.ofEpochSecond(second);
            assertThat(PoolListDiff.between(states.floorEntry(moment).getValue(),
                    history.at("c", moment).orElseThrow().pools())).as("at %s", moment).isEmpty();
        }
        Map<String, Pool> pools = new HashMap<>();
        history.forEachReading("c", minute(20), reading -> {
            if (reading.isWhole()) pools.clear();
            reading.pools().forEach(pool -> pools.put(pool.key(), pool));
            reading.gone().forEach(pools::remove);
            assertThat(PoolListDiff.between(states.floorEntry(reading.readAt()).getValue(), pools.values()))
                    .as("at %s", reading.readAt())
                    .isEmpty();
            return true;
        });
        assertThat(PoolListDiff.between(states.lastEntry().getValue(), pools.values())).isEmpty();
        List<PoolChange> steps = new ArrayList<>();
        for (int minute = 20; minute < 40; minute++)
            steps.addAll(PoolListDiff.between(states.get(minute(minute - 1)), states.get(minute(minute))));
        assertThat(history.changesSince(minute(20))).extracting(entry -> entry.change().key())
                .isEqualTo(steps.stream().map(PoolChange::key).toList());
        assertThat(history.moments("c")).first().isEqualTo(minute(0));
        assertThat(history.moments("c")).doesNotHaveDuplicates().isSorted();
        assertThat(history.at("c", minute(0).minusSeconds(1))).isEmpty();
    }

    private static List<Pool> changed(List<Pool> pools, Random random) {
        List<Pool> now = new ArrayList<>(pools);
        now.removeIf(_ -> random.nextInt(8) == 0);
        now.replaceAll(pool -> random.nextInt(3) == 0 ? new Pools(random.nextLong()).one(pool.key()) : pool);
        now.add(new Pools(random.nextLong()).one("new-" + random.nextInt(1000)));
        return now;
    }

    @Test
    void pools_that_a_first_reading_missed_have_not_appeared_when_the_next_one_finds_them() {
        var pools = new Pools(1).some(3);
        history.add(CONNECTION,
                inventory(pools.subList(0, 1), 0).with(new Coverage.Incomplete(Inventory.Reason.PART_FAILED)));
        assertThat(add(CONNECTION, inventory(pools, 1))).isEmpty();
        assertThat(add(CONNECTION, inventory(pools.subList(0, 2), 2))).extracting(ChangeLogEntry::change)
                .singleElement()
                .isInstanceOf(PoolChange.Gone.class);
    }

    @Test
    void pools_of_another_project_are_no_change_of_these() {
        add(CONNECTION, inventory(new Pools(1).some(3), 0));
        assertThat(add(connection("other"), inventory(new Pools(2).some(5), 1))).isEmpty();
        assertThat(history.at("c", minute(0))).isEmpty();
        assertThat(history.at("c", minute(1)).orElseThrow().pools()).hasSize(5);
    }

    @Test
    void an_entry_names_the_pool_and_keeps_no_page_of_an_answer() {
        byte[] page = "[{\"a\":1},{\"a\":2}]".getBytes(StandardCharsets.UTF_8);
        var absent = FieldValue.ABSENT;
        var one = new Pools(1).one("x");
        var pool = new Pool(new PoolNamesAndOwner(absent, absent, absent, absent, absent, absent), one.createdAt(),
                one.status(), one.poolNodeGroups(), one.allocatableResources(), one.billing(),
                one.knownUndocumentedFields(), one.poolOrigin(), new RawJson(page, 9, 16));
        add(CONNECTION, inventory(List.of(), 0));

        var entry = add(CONNECTION, inventory(List.of(pool), 1)).getFirst();

        assertThat(entry.change().pool().raw().page()).isEmpty();
        assertThat(entry.change().pool().raw().text()).isEmpty();
        assertThat(entry.change().pool().raw()).isNotEqualTo(pool.raw());
        assertThat(entry.change().pool().key()).isEqualTo(pool.key()).contains("byte 9");
    }

    @Test
    void what_was_never_read_is_not_known() {
        assertThat(history.at("c", minute(0))).isEmpty();
        assertThat(history.moments("c")).isEmpty();
        assertThat(history.watched("c", minute(0)).unwatched(minute(0), minute(1))).hasSize(1);
    }

    private List<ChangeLogEntry> add(HistoryListIdentity source, Inventory read) {
        return history.add(source, read).entries();
    }

    private static Inventory inventory(List<Pool> pools, int minute) {
        var of = Pools.inventory(pools);
        return new Inventory(pools, minute(minute), of.coverage(), of.reading(), "", of.parts());
    }

    private static Instant minute(int minute) {
        return Instant.ofEpochSecond(60L * minute);
    }

    private static HistoryListIdentity connection(String project) {
        return new HistoryListIdentity("c", "Connection", "", "https://service.example", project, "");
    }
}
