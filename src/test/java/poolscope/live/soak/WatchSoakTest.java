package poolscope.live.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A short cut of [WatchSoak]: what it would find in its first refreshes.
class WatchSoakTest {

    @Test
    void refreshes_of_services_that_change_and_err_lose_and_invent_nothing_on_screen_in_the_log_and_on_the_disk()
            throws Exception {
        try (var soak = new WatchSoak(7)) {
            soak.run(150);
            soak.compareFiles();

            assertThat(soak.problems()).isEmpty();
            assertThat(soak.changes()).as("enough has changed").isGreaterThan(100);
            assertThat(soak.hits()).as("enough was notified").isGreaterThan(20);
            assertThat(soak.outcomes()).as("some refreshes came to nothing, some were good")
                    .hasSizeGreaterThan(2)
                    .containsKey("Loaded, whole list on screen");
        }
    }
}
