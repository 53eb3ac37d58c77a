package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.filter.PoolFilter;

/// A workspace with a name: filters know it by name and by id, and learning its name is no change of the pool.
class WorkspaceNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', value = {"workspace:research ¦ true", "workspace:d6f0 ¦ true",
            "workspace=research ¦ true", "workspace=d6f0 ¦ true", "workspace=\"research (d6f0)\" ¦ true",
            "workspace!=research ¦ false", "workspace!=d6f0 ¦ false", "workspace!=other ¦ true",
            "workspace in (other, d6f0) ¦ true", "workspace in (other, research) ¦ true",
            "workspace in (other, e1) ¦ false", "workspace=other ¦ false", "workspace=resea ¦ false", "research ¦ true",
            "d6f0 ¦ true"})
    void a_filter_knows_it_by_its_name_and_by_its_id(String filter, boolean shown) {
        var parsed = PoolFilter.parse(filter);
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.filter().matches(Pools.inWorkspace("research (d6f0)", "d6f0"), Instant.EPOCH))
                .isEqualTo(shown);
    }

    @Test
    void that_its_name_is_known_from_now_on_is_no_change_but_another_workspace_is() {
        assertThat(PoolListDiff.between(List.of(Pools.inWorkspace("d6f0", "d6f0")),
                List.of(Pools.inWorkspace("research (d6f0)", "d6f0")))).isEmpty();
        assertThat(PoolListDiff.between(List.of(Pools.inWorkspace("research (d6f0)", "d6f0")),
                List.of(Pools.inWorkspace("research (e1)", "e1")))).hasSize(1);
    }
}
