package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.disk.FileOps;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;

/// When what is remembered reaches the disk.
@Timeout(60)
class LiveSettingsTest {
    private static final int CHANGES = 25;

    private final BackgroundThreads backgroundThreads = new BackgroundThreads();

    @TempDir
    Path folder;

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void stop() {
        backgroundThreads.close();
    }

    @Test
    void changes_that_never_pause_are_saved_while_they_go_on() throws Exception {
        var file = SettingsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC());
        var live = WaitForAsyncUtils.asyncFx(() -> new LiveSettings(Settings.defaults(), file, backgroundThreads))
                .get();
        var changes = new Timeline(new KeyFrame(javafx.util.Duration.millis(200), _ -> next(live)));
        changes.setCycleCount(CHANGES);
        WaitForAsyncUtils.asyncFx(changes::play).get();
        long saves = 0;
        String last = "";
        while (WaitForAsyncUtils.asyncFx(() -> changes.getStatus() == javafx.animation.Animation.Status.RUNNING)
                .get()) {
            var onDisk = onDisk();
            if (!onDisk.equals(last)) saves++;
            last = onDisk;
        }
        assertThat(saves).as("saves while there was no pause").isPositive();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!onDisk().equals("" + CHANGES))
            assertThat(System.nanoTime()).as("the last change is saved too").isLessThan(end);
    }

    private static void next(LiveSettings live) {
        live.part(Settings::view, Settings::withView).set("" + (Integer.parseInt("0" + digits(live)) + 1));
    }

    private static String digits(LiveSettings live) {
        return live.settings().view().replaceAll("\\D", "");
    }

    private String onDisk() {
        return SettingsFile.in(folder, FileOps.ofDisk(), Clock.systemUTC())
                .load()
                .settings()
                .view()
                .replaceAll("\\D", "");
    }
}
