package poolscope.api.v1;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;

class AdaptivePageSizeTest {
    private static final FailureDetails EVIDENCE = FailureDetails.of(new FailureDetails.RequestLine("GET", "h", "/"),
            Instant.EPOCH);
    private static final Failure REFUSED = new Failure.BadRequest(Failure.BadRequest.Cause.PARAMETER,
            EVIDENCE.withStatus(400));
    private static final Failure TOO_LARGE = new Failure.UnreadableAnswer(Failure.UnreadableAnswer.Cause.TOO_LARGE,
            EVIDENCE);
    private static final Failure BUSY = new Failure.ServiceTrouble(Optional.empty(), EVIDENCE.withStatus(500));
    private static final Failure GATEWAY = new Failure.ServiceTrouble(Optional.empty(), EVIDENCE.withStatus(504));
    private final AdaptivePageSize size = new AdaptivePageSize(1000);

    private boolean fails(Failure failure) {
        return size.shrinkAfter(failure, size.current());
    }

    @Test
    void a_refused_size_is_not_asked_for_again_although_the_smaller_page_failed_for_another_reason() {
        assertThat(size.begin()).isEqualTo(1000);
        assertThat(fails(REFUSED)).isTrue();
        assertThat(fails(BUSY)).isFalse();
        assertThat(size.begin()).isEqualTo(100);
        size.finish();
        assertThat(size.begin()).isEqualTo(100);
    }

    @Test
    void a_size_in_which_a_whole_list_was_read_is_given_up_when_it_fails_in_two_readings() {
        size.begin();
        size.finish();
        assertThat(fails(TOO_LARGE)).isTrue();
        size.finish();
        assertThat(size.begin()).isEqualTo(1000);
        assertThat(fails(TOO_LARGE)).isTrue();
        size.finish();
        assertThat(size.begin()).isEqualTo(100);
    }

    @Test
    void a_size_that_works_again_is_not_given_up_by_the_next_single_failure() {
        size.begin();
        size.finish();
        for (int i = 0; i < 5; i++) {
            assertThat(fails(TOO_LARGE)).isTrue();
            assertThat(size.begin()).isEqualTo(1000);
            size.finish();
        }
        assertThat(size.begin()).isEqualTo(1000);
    }

    @Test
    void an_outage_while_the_right_size_is_looked_for_is_no_proof_that_there_is_none() {
        size.begin();
        assertThat(fails(REFUSED)).isTrue();
        assertThat(fails(GATEWAY)).isTrue();
        assertThat(fails(GATEWAY)).isFalse();
        assertThat(size.begin()).isEqualTo(1000);
        assertThat(fails(REFUSED)).isTrue();
        size.finish();
        assertThat(fails(GATEWAY)).isTrue();
        assertThat(fails(GATEWAY)).isFalse();
        assertThat(size.begin()).isEqualTo(100);
    }

    @Test
    void a_page_that_was_asked_for_so_few_that_they_can_not_be_too_many_leaves_the_size() {
        size.begin();
        assertThat(size.shrinkAfter(REFUSED, 10)).isFalse();
        assertThat(size.current()).isEqualTo(1000);
        assertThat(size.shrinkAfter(REFUSED, 500)).isTrue();
        assertThat(size.current()).as("a tenth of what was asked for").isEqualTo(50);
    }

    @Test
    void where_the_smallest_page_fails_too_the_size_is_not_the_reason() {
        size.begin();
        assertThat(fails(REFUSED)).isTrue();
        assertThat(fails(REFUSED)).isTrue();
        assertThat(size.current()).isEqualTo(10);
        assertThat(fails(REFUSED)).isFalse();
        assertThat(size.begin()).isEqualTo(1000);
        assertThat(fails(REFUSED)).isFalse();
        size.finish();
        assertThat(fails(REFUSED)).isTrue();
    }
}
