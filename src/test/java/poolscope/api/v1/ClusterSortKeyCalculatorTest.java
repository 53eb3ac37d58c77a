package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterSortKeyCalculatorTest {

    @ParameterizedTest
    @CsvSource({"Train-A, train-a", "é, e", "ＧＰＵ, gpu", "'pool ', pool", "Straße, STRASSE", "训练, 训练"})
    void names_that_a_service_may_sort_alike_are_alike(String one, String other) {
        assertThat(ClusterSortKeyCalculator.ofName(one)).isEqualTo(ClusterSortKeyCalculator.ofName(other));
    }

    @ParameterizedTest
    @CsvSource({"train-a, train-b", "train a, traina", "训练, 推理", "'', a"})
    void other_names_are_not(String one, String other) {
        assertThat(ClusterSortKeyCalculator.ofName(one)).isNotEqualTo(ClusterSortKeyCalculator.ofName(other));
    }
}
