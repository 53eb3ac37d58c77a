package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.table.PoolSet;

class DisplayDecimalsTest {
    @ParameterizedTest
    @CsvSource({"CARDS, '1,2,8', 0", "CARDS, '1,2.5,8', 1", "CARDS, '1,2.50,8.0', 1", "CARDS, '3.25,1', 2",
            "CARDS, '0.333333', 2", "CARDS, '1E3', 0", "CARDS, '', 0", "MEBIBYTES, '1024,4096', 0",
            "MEBIBYTES, '1024,512', 1", "MEBIBYTES, '1536.0', 1", "MEBIBYTES, '256', 2", "MEBIBYTES, '27307', 2",
            "MEBIBYTES, '1.024E3', 0"})
    void a_column_has_the_decimals_of_its_longest_number_and_two_at_most(PoolField.Unit unit, String numbers,
            int decimals) {
        var values = Arrays.stream(numbers.split(","))
                .filter(text -> !text.isEmpty())
                .map(text -> (FieldValue) new FieldValue.Number(new BigDecimal(text)))
                .toList();
        var field = unit == PoolField.Unit.CARDS ? PoolField.ACCELERATORS : PoolField.MEMORY;
        assertThat(PoolSet.holding(values.stream().map(fieldValue -> pool(field, fieldValue)).toList()).decimals(field))
                .isEqualTo(decimals);
    }

    @Test
    void what_is_not_known_has_none() {
        assertThat(PoolSet.holding(List.of(pool(PoolField.MEMORY, FieldValue.ABSENT),
                pool(PoolField.MEMORY, new FieldValue.Unreadable("0.123")))).decimals(PoolField.MEMORY)).isZero();
    }

    private static Pool pool(PoolField field, FieldValue fieldValue) {
        var pool = Pool.withNothingBut(PoolStatus.NOT_REPORTED);
        var allocatableResources = field == PoolField.MEMORY
                ? new AllocatableResources(FieldValue.ABSENT, fieldValue, FieldValue.ABSENT)
                : new AllocatableResources(FieldValue.ABSENT, FieldValue.ABSENT, fieldValue);
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), pool.poolNodeGroups(),
                allocatableResources, pool.billing(), pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
    }
}
