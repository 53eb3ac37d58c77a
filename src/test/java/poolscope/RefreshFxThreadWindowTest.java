package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.pool.table.LongestValues;

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

    private static void refresh(AppFixture appFixture) {
        var before = appFixture.fx(() -> {
            appFixture.appComposition.poolSources().refresh();
            return appFixture.appComposition.pools().arrangedPools().set();
        });
        appFixture.until("the table has what was read",
                () -> appFixture.appComposition.pools().arrangedPools().set() != before);
        appFixture.settle();
    }

    private List<String> threads(Recording calls) throws IOException {
        var file = folder.resolve("calls.jfr");
        calls.dump(file);
        return RecordingFile.readAllEvents(file)
                .stream()
                .map(call -> call.getThread().getJavaName())
                .distinct()
                .toList();
    }
}
