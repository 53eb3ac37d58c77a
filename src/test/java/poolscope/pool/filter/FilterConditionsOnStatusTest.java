package poolscope.pool.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import poolscope.pool.PoolStatus;

class FilterConditionsOnStatusTest {
    private static final List<PoolStatus> KNOWN = Stream
            .of("running", "deploying", "concerning", "abnormal", "scaling", "")
            .map(PoolStatus::of)
            .toList();

    private static String toggled(String filter, String word) {
        return FilterConditionsOnStatus.in(PoolFilter.parse(filter).filter())
                .toggled(PoolStatus.of(word), KNOWN)
                .print();
    }

    @Test
    void a_click_adds_a_status_and_another_takes_it_out() {
        assertThat(toggled("", "abnormal")).isEqualTo("status:abnormal");
        assertThat(toggled("status:abnormal", "abnormal")).isEmpty();
        var two = toggled("status:abnormal", "running");
        for (var status : KNOWN)
            assertThat(FilterConditionsOnStatus.in(PoolFilter.parse(two).filter()).allows(status)).as(two)
                    .isEqualTo(status.word().equals("abnormal") || status.word().equals("running"));
    }

    @Test
    void a_status_that_no_pool_has_any_more_can_be_taken_out() {
        var abnormal = PoolStatus.of("abnormal");
        var choice = FilterConditionsOnStatus.in(PoolFilter.parse("status:abnormal").filter());
        assertThat(choice.toggled(abnormal, List.of(PoolStatus.of("running"))).print()).isEmpty();
    }

    @Test
    void the_rest_of_the_filter_stays() {
        var after = PoolFilter.parse(toggled("train gpu>=8", "running")).filter();
        assertThat(FilterConditionsOnStatus.in(after).rest()).isEqualTo(PoolFilter.parse("train gpu>=8").filter());
        assertThat(FilterConditionsOnStatus.in(after).allows(PoolStatus.of("running"))).isTrue();
        assertThat(FilterConditionsOnStatus.in(after).allows(PoolStatus.of("abnormal"))).isFalse();
    }

    @Test
    void a_typed_exclusion_is_understood() {
        var choice = FilterConditionsOnStatus.in(PoolFilter.parse("not status:running").filter());
        assertThat(choice.isMade()).isTrue();
        assertThat(KNOWN.stream().filter(choice::allows).map(PoolStatus::word)).containsExactly("deploying",
                "concerning", "abnormal", "scaling", "");
        assertThat(toggled("not status:running", "scaling")).doesNotContain("scaling");
    }

    @Test
    void a_filter_that_does_not_speak_of_the_status_allows_every_one() {
        var choice = FilterConditionsOnStatus.in(PoolFilter.parse("running or gpu>1").filter());
        assertThat(choice.isMade()).isFalse();
        assertThat(KNOWN).allMatch(choice::allows);
    }
}
