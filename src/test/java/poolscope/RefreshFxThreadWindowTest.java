package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.NetChangesCalculator;
import poolscope.pool.change.PoolListDiff;
import poolscope.pool.table.LongestValues;
import poolscope.settings.WindowAppearance;

/// What a refresh leaves to the FX thread, which must be free for the operator.
class RefreshFxThreadWindowTest {
    @TempDir
    private Path folder;

    @Test
    void what_columns_are_as_wide_as_is_searched_in_the_background() throws Exception {
        try (var appFixture = AppFixture.open(240); var calls = new Recording()) {
            calls.enable("jdk.MethodTrace")
                    .withThreshold(Duration.ZERO)
                    .with("filter", LongestValues.class.getName() + "::of");
            calls.start();
            refresh(appFixture);
            calls.stop();
            assertThat(threads(calls)).isNotEmpty()
                    .doesNotContain(appFixture.fx(() -> Thread.currentThread().getName()));
        }
    }

    @Test
    void changes_are_found_in_the_background_and_those_of_before_are_not_gone_through_again() throws Exception {
        var clock = new MovableClock();
        try (var appFixture = AppFixture
                .open(TestCloud.start(TestCloudSettings.of(240).withClock(clock)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead(); var calls = new Recording()) {
            clock.advance(Duration.ofHours(12));
            refresh(appFixture);
            assertThat(appFixture.fx(() -> appFixture.appComposition.changes().changes().count())).isGreaterThan(10);
            calls.enable("jdk.MethodTrace")
                    .withThreshold(Duration.ZERO)
                    .with("filter", ChangeLogEntry.class.getName() + "::equals;" + PoolListDiff.class.getName()
                            + "::between;" + NetChangesCalculator.class.getName());
            calls.start();
            refresh(appFixture);
            calls.stop();
            assertThat(threads(calls)).isNotEmpty()
                    .doesNotContain(appFixture.fx(() -> Thread.currentThread().getName()));
        }
    }

    @Test
    void the_status_bar_is_fitted_once_when_a_refresh_begins() throws Exception {
        try (var appFixture = AppFixture.open(240); var calls = new Recording()) {
            calls.enable("jdk.MethodTrace")
                    .withThreshold(Duration.ZERO)
                    .with("filter", "poolscope.ui.main.StatusBarFitter::fit");
            appFixture.fx(() -> {
                calls.start();
                appFixture.appComposition.observableTickedConnectionPools().refresh();
                assertThat(
                        appFixture.appComposition.observableTickedConnectionPools().allConnectionsStatus().isLoading())
                        .isTrue();
                return calls.stop();
            });
            assertThat(events(calls)).hasSize(1);
        }
    }

    private static void refresh(AppFixture appFixture) {
        var before = appFixture.fx(() -> {
            appFixture.appComposition.observableTickedConnectionPools().refresh();
            return appFixture.appComposition.pools().arrangedPools().set();
        });
        appFixture.until("the table has what was read",
                () -> appFixture.appComposition.pools().arrangedPools().set() != before);
        appFixture.settle();
    }

    private List<String> threads(Recording calls) throws IOException {
        return events(calls).stream().map(call -> call.getThread().getJavaName()).distinct().toList();
    }

    private List<RecordedEvent> events(Recording calls) throws IOException {
        var file = folder.resolve("calls.jfr");
        calls.dump(file);
        return RecordingFile.readAllEvents(file);
    }
}
