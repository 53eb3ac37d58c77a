package poolscope.pool.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.pool.AcceleratorFamily;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;
import poolscope.pool.table.CardsByFamilyAndConnection.Cell;

class CardsByFamilyAndConnectionTest {
    private static final FieldValue ABSENT = FieldValue.ABSENT;

    private static FieldValue number(int number) {
        return new FieldValue.Number(BigDecimal.valueOf(number));
    }

    private static Pool pool(String connection, String card, FieldValue allocatable, FieldValue free, String parent) {
        var setup = new V2PoolConfiguration(parent.isEmpty() ? ABSENT : FieldValue.text("Logical"),
                parent.isEmpty() ? ABSENT : FieldValue.text(parent), ABSENT, ABSENT, ABSENT, ABSENT);
        var none = V2OnlyPoolFields.NONE.free();
        var v2 = new V2OnlyPoolFields(ABSENT, ABSENT, ABSENT, FieldValue.text(card), ABSENT, setup,
                new FreeResources(ABSENT, ABSENT, free, none.onNodes(), none.source()));
        return new Pool(new PoolNamesAndOwner(FieldValue.text("id"), ABSENT, ABSENT, ABSENT, ABSENT, ABSENT), ABSENT,
                PoolStatus.of("running"), PoolNodeGroups.NOT_REPORTED,
                new AllocatableResources(ABSENT, ABSENT, allocatable), Billing.ON_DEMAND, KnownUndocumentedFields.NONE,
                v2, new PoolOrigin("id of " + connection, connection, "", ApiGeneration.V2, 1, Instant.EPOCH, ""),
                RawJson.NONE);
    }

    private static Cell cell(int pools, int allocatable, int allocatableUnknown, int free, int freeUnknown) {
        return new Cell(pools, BigDecimal.valueOf(allocatable), allocatableUnknown, BigDecimal.valueOf(free),
                freeUnknown);
    }

    @Test
    void cards_are_added_up_by_family_and_connection_and_what_is_not_said_is_counted() {
        var pools = List.of(pool("prod", "v100", number(16), number(4), ""), pool("lab", "v100", number(8), ABSENT, ""),
                pool("prod", "v100", ABSENT, number(1), ""), pool("lab", "a100", number(32), number(0), ""));
        var cards = CardsByFamilyAndConnection.of(pools);
        assertThat(cards.connections()).containsExactly("prod", "lab");
        assertThat(cards.rows()).containsExactly(
                new CardsByFamilyAndConnection.Row(AcceleratorFamily.V100,
                        List.of(cell(2, 16, 1, 5, 0), cell(1, 8, 0, 0, 1)), cell(3, 24, 1, 5, 1)),
                new CardsByFamilyAndConnection.Row(AcceleratorFamily.A100,
                        List.of(cell(0, 0, 0, 0, 0), cell(1, 32, 0, 0, 0)), cell(1, 32, 0, 0, 0)));
        assertThat(cards.rows().getFirst().cells().getLast().isFreeUnknown()).as("v1 says nothing of it").isTrue();
    }

    @Test
    void pools_without_cards_and_logical_pools_are_in_no_family() {
        var pools = new ArrayList<Pool>();
        pools.add(pool("prod", "v100", number(0), number(0), ""));
        pools.add(pool("prod", "v100", number(8), number(8), "parent"));
        assertThat(CardsByFamilyAndConnection.of(pools).rows()).isEmpty();
    }
}
