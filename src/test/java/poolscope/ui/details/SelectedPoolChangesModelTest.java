package poolscope.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.background.LatestTask;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class SelectedPoolChangesModelTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);

    @TempDir
    Path folder;

    @Test
    void the_last_ten_changes_of_the_current_pool_are_listed_newest_first() throws Exception {
        try (var fixture = new ModelFixture(folder)) {
            var service = fixture.connect("one", ALFA, BRAVO);
            fixture.read();
            var first = fixture.clock.instant();
            var model = new SelectedPoolChangesModel(fixture.pools, fixture.changes,
                    new SelectedPoolChangesModel.Past(fixture.recorder.poolHistory(), fixture.clock),
                    new LatestTask(fixture.executors));
            fixture.pools.setCurrent(Optional.of(fixture.row(0)));
            fixture.run();
            assertThat(model.contentProperty().get().since()).contains(first);
            assertThat(model.contentProperty().get().steps()).isEmpty();
            for (int minute = 1; minute <= 12; minute++) {
                service.has(SentPool.of("alfa", 8 + minute), SentPool.of("bravo", minute));
                fixture.clock.advance(Duration.ofMinutes(1));
                fixture.read();
            }
            assertThat(model.contentProperty().get().steps()).hasSize(10)
                    .allSatisfy(step -> assertThat(ModelFixture.names(java.util.List.of(step.change().pool())))
                            .containsExactly("alfa"));
            assertThat(model.contentProperty().get().steps()).extracting(SelectedPoolChangesModel.Step::seenAt)
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                    .first()
                    .isEqualTo(fixture.clock.instant());
            fixture.pools.setCurrent(Optional.empty());
            fixture.run();
            assertThat(model.contentProperty().get()).isEqualTo(SelectedPoolChangesModel.Content.NONE);
        }
    }
}
