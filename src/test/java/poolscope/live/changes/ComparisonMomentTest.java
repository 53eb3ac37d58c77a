package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;

class ComparisonMomentTest {
    private static final ChangeTrackingSettings SETTINGS = ChangeTrackingSettings.defaults();

    @ParameterizedTest
    @CsvSource({"2026-03-04T08:00:00+08:00, 2026-03-04T08:00:00+08:00",
            "2026-03-04T07:59:59+08:00, 2026-03-03T20:00:00+08:00",
            "2026-03-04T19:59:59+08:00, 2026-03-04T08:00:00+08:00",
            "2026-03-05T00:00:00+08:00, 2026-03-04T20:00:00+08:00"})
    void a_shift_began_at_the_latest_of_both_times(String now, String began) {
        assertThat(ComparisonMoment.wanted(SETTINGS.withBase(ChangeComparisonBase.SHIFT_START), at(now),
                ZoneId.of("Asia/Shanghai"))).contains(at(began));
    }

    @Test
    void the_order_of_the_two_times_does_not_matter() {
        var settings = SETTINGS.withBase(ChangeComparisonBase.SHIFT_START)
                .withShifts(LocalTime.of(22, 0), LocalTime.of(6, 0));
        assertThat(ComparisonMoment.wanted(settings, at("2026-03-04T21:00:00Z"), ZoneId.of("UTC")))
                .contains(at("2026-03-04T06:00:00Z"));
    }

    @Test
    void other_bases_are_moments_that_were_kept_or_24_hours_ago_to_ten_minutes() {
        var now = at("2026-03-04T12:09:59Z");
        var utc = ZoneId.of("UTC");
        assertThat(ComparisonMoment.wanted(SETTINGS.withBase(ChangeComparisonBase.DAY_AGO), now, utc))
                .contains(at("2026-03-03T12:00:00Z"));
        assertThat(ComparisonMoment.wanted(SETTINGS.withBase(ChangeComparisonBase.PREVIOUS_REFRESH), now, utc))
                .isEmpty();
        assertThat(ComparisonMoment.wanted(SETTINGS.withLastLook(Instant.EPOCH), now, utc)).contains(Instant.EPOCH);
        assertThat(ComparisonMoment.wanted(SETTINGS.withChosenMoment(now), now, utc)).contains(now);
    }

    private static Instant at(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant();
    }
}
