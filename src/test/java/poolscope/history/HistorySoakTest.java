package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// A short cut of [HistorySoak]: what it would find in its first hours.
class HistorySoakTest {

    @Test
    void pools_that_change_each_minute_read_back_as_they_were() throws IOException {
        try (var soak = new HistorySoak(500)) {
            soak.record(1_500);
            soak.compare();
            assertThat(soak.problems()).isEmpty();
        }
    }
}
