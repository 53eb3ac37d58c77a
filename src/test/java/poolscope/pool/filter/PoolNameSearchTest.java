package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolNameSearchTest {

    @ParameterizedTest
    @CsvSource({"train, train-pool-07", "pool train, train-pool-07", "RAI, train-pool-07", "tp, train-pool-07",
            "tp07, train-pool-07", "07, train-pool-07", "训练, 训练池-01", "池 训, 训练池-01", "xlc, 训练池-01", "lc01, 训练池-01",
            "sz, 深圳-推理", "sztl, 深圳-推理", "st, 昇腾池", "ＴＲＡＩＮ, train-pool-07", "０７, train-pool-07", "cq, 重庆",
            "chongqing, 重庆-01", "xunl, 训练池", "gtl, gpu推理"})
    void finds_a_name_by_what_people_type_of_it(String typed, String name) {
        assertThat(PoolNameSearch.of(typed).rank(name, "")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"train x, train-pool-07", "pt, train-pool-07", "xlz, 训练池-01", "zq, 重庆", "unlian, 训练池", "q, 圳", "s7, 深圳",
            "?c, 昇池", "训c, 昇池", "12, 训练-1-2"})
    void does_not_find_a_name_that_lacks_a_word(String typed, String name) {
        assertThat(PoolNameSearch.of(typed).rank(name, "")).isEmpty();
    }

    @Test
    void a_name_that_begins_so_comes_before_one_that_has_it_inside_and_initials_come_after_both() {
        var search = PoolNameSearch.of("tp");
        assertThat(Stream.of("train-pool", "http", "a-tp", "tp-1")
                .sorted((a, b) -> Integer.compare(search.rank(a, "").orElseThrow(), search.rank(b, "").orElseThrow()))
                .toList()).isEqualTo(List.of("tp-1", "a-tp", "http", "train-pool"));
    }

    @Test
    void what_stands_beside_the_name_is_found_last() {
        assertThat(PoolNameSearch.of("columns gpu").rank("GPU", "View Columns")).hasValue(4);
        assertThat(PoolNameSearch.of("columns gpu").rank("GPU", "View")).isEmpty();
    }

    @Test
    void nothing_typed_finds_everything() {
        assertThat(PoolNameSearch.of(" ").rank("", "")).hasValue(0);
    }
}
