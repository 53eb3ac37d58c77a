package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import poolscope.MovableClock;
import poolscope.settings.ChangeTrackingSettings;

class OperatorAbsenceDetectorTest {
    private final MovableClock clock = new MovableClock();
    private final ObjectProperty<ChangeTrackingSettings> settings = new SimpleObjectProperty<>(
            ChangeTrackingSettings.defaults());

    @Test
    void at_the_first_start_it_is_now() {
        new OperatorAbsenceDetector(settings, clock);
        assertThat(settings.get().lastLook()).contains(wholeMillis(MovableClock.START));
    }

    @Test
    void coming_back_after_half_an_hour_it_is_when_the_window_was_left() {
        var look = new OperatorAbsenceDetector(settings, clock);
        look.setInUse(true);
        clock.advance(Duration.ofHours(2));
        look.setInUse(false);
        var left = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        assertThat(settings.get().lastLook()).contains(wholeMillis(MovableClock.START));
        look.setInUse(true);
        assertThat(settings.get().lastLook()).contains(wholeMillis(left));
    }

    @Test
    void a_shorter_absence_is_none() {
        var look = new OperatorAbsenceDetector(settings, clock);
        look.setInUse(true);
        clock.advance(Duration.ofHours(2));
        look.setInUse(false);
        clock.advance(Duration.ofMinutes(29));
        look.setInUse(true);
        assertThat(settings.get().lastLook()).contains(wholeMillis(MovableClock.START));
    }

    @Test
    void the_time_without_the_program_is_an_absence_too() {
        var look = new OperatorAbsenceDetector(settings, clock);
        look.setInUse(true);
        clock.advance(Duration.ofHours(1));
        look.setInUse(false);
        var closed = clock.instant();
        clock.advance(Duration.ofHours(10));
        new OperatorAbsenceDetector(settings, clock).setInUse(true);
        assertThat(settings.get().lastLook()).contains(wholeMillis(closed));
    }

    private static Instant wholeMillis(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }
}
