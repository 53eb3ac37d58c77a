package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.history.HistoryFolder;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;

/// What could not be saved is said before the window closes.
class UnsavedChangesWindowTest {
    private final Disk disk = new Disk();

    /// A disk that may be full, or not answer.
    private static final class Disk extends ForwardingFileOps {
        private volatile boolean isFull;
        private volatile CountDownLatch isAnswering = new CountDownLatch(0);

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try {
                isAnswering.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (isFull) throw new FileSystemException(file.toString(), null, "No space left on device");
            super.write(file, bytes);
        }
    }

    private AppFixture open() throws Exception {
        return AppFixture.open(TestCloud.start(AppFixture.still(3)), disk).untilRead();
    }

    private static void zoomTo(AppFixture appFixture, int percent) {
        appFixture.fx(() -> {
            var settings = appFixture.appComposition.settings();
            settings.part(poolscope.settings.Settings::windowAppearance,
                    poolscope.settings.Settings::withWindowAppearance)
                    .set(settings.settings().windowAppearance().withZoomPercent(percent));
            return true;
        });
    }

    private static void requestClose(AppFixture appFixture) {
        appFixture.fx(() -> {
            var stage = appFixture.appComposition.stage();
            stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        appFixture.settle();
    }

    private static boolean isOpen(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.stage().isShowing());
    }

    private static void untilAsked(AppFixture appFixture) {
        appFixture.until("it asks", () -> appFixture.find("#unsavedFiles") != null);
    }

    private static void press(AppFixture appFixture, String button) {
        appFixture.fx(() -> {
            ((Button) appFixture.find(button)).fire();
            return true;
        });
        appFixture.settle();
    }

    private static String saved(AppFixture appFixture) throws IOException {
        var file = appFixture.folder.resolve("settings.json");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void a_window_whose_settings_can_be_saved_closes_at_once() throws Exception {
        try (var appFixture = open()) {
            zoomTo(appFixture, 125);
            requestClose(appFixture);
            assertThat(isOpen(appFixture)).isFalse();
            assertThat(saved(appFixture)).contains("\"zoomPercent\" : 125");
        }
    }

    @Test
    void P38_what_could_not_be_saved_is_said_before_the_window_closes_and_can_be_tried_again() throws Exception {
        try (var appFixture = open()) {
            disk.isFull = true;
            zoomTo(appFixture, 125);
            requestClose(appFixture);
            untilAsked(appFixture);
            assertThat(isOpen(appFixture)).isTrue();
            assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#unsavedFiles")).getText()))
                    .isEqualTo(appFixture.folder.resolve("settings.json") + ": the disk is full; make room");

            press(appFixture, "#tryAgain");
            assertThat(isOpen(appFixture)).isTrue();
            requestClose(appFixture);
            assertThat(isOpen(appFixture)).as("the button in the title tries again, and does not close").isTrue();

            disk.isFull = false;
            press(appFixture, "#tryAgain");
            assertThat(isOpen(appFixture)).isFalse();
            assertThat(saved(appFixture)).contains("\"zoomPercent\" : 125");
        }
    }

    @Test
    void P38_a_disk_that_does_not_answer_is_said_too_and_does_not_keep_the_window_open() throws Exception {
        var appFixture = open();
        var settings = appFixture.folder.resolve("settings.json");
        try {
            try (appFixture) {
                disk.isAnswering = new CountDownLatch(1);
                zoomTo(appFixture, 125);
                requestClose(appFixture);
                untilAsked(appFixture);
                assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#unsavedFiles")).getText()))
                        .isEqualTo(settings + ": the disk does not answer");
                press(appFixture, "#closeAnyway");
                assertThat(isOpen(appFixture)).isFalse();
            }
            assertThat(Files.exists(settings) ? Files.readString(settings) : "")
                    .as("all is closed, and the disk has not answered")
                    .doesNotContain("\"zoomPercent\" : 125");
        } finally {
            disk.isAnswering.countDown();
        }
    }

    @Test
    void the_window_can_be_closed_without_saving() throws Exception {
        try (var appFixture = open()) {
            zoomTo(appFixture, 110);
            appFixture.until("it is saved", () -> saved(appFixture).contains("\"zoomPercent\" : 110"));
            disk.isFull = true;
            zoomTo(appFixture, 125);
            requestClose(appFixture);
            untilAsked(appFixture);
            press(appFixture, "#closeAnyway");
            assertThat(isOpen(appFixture)).isFalse();
            assertThat(saved(appFixture)).contains("\"zoomPercent\" : 110");
        }
    }

    @Test
    void the_menu_asks_too_in_place_of_an_open_form_and_the_window_can_stay() throws Exception {
        try (var appFixture = open()) {
            disk.isFull = true;
            zoomTo(appFixture, 125);
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.N);
            appFixture.until("a form is open", () -> appFixture.find("#saveForm") != null);
            requestClose(appFixture);
            untilAsked(appFixture);
            assertThat(appFixture.fx(() -> appFixture.find("#saveForm") == null)).isTrue();
            press(appFixture, "#keepOpen");
            appFixture.until("it is gone", () -> appFixture.find("#unsavedFiles") == null);
            assertThat(isOpen(appFixture)).isTrue();

            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.Q);
            untilAsked(appFixture);
            assertThat(isOpen(appFixture)).isTrue();
        }
    }

    @Test
    void P38_history_that_could_not_be_written_is_named_too_and_can_be_written_then() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(3));
        var folder = TemporaryFolder.create("desk");
        var serviceAndProject = new ServiceAndProject("c", "prod", Optional.empty(), cloud.endpoint(),
                cloud.projectId());
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(SavedConnection.of(serviceAndProject, SignInMethod.NONE))));
        var inTheWay = Files.writeString(folder.resolve("history"), "not a folder");
        try (var appFixture = AppFixture.open(cloud, folder, WindowAppearance.Theme.LIGHT).untilRead()) {
            requestClose(appFixture);
            untilAsked(appFixture);
            assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#unsavedFiles")).getText())).isEqualTo(
                    "Pool history in %s: the file could not be written. What was read since it was last written will be missing from it."
                            .formatted(inTheWay));

            Files.delete(inTheWay);
            press(appFixture, "#tryAgain");
            assertThat(isOpen(appFixture)).isFalse();
            try (var history = HistoryFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
            })) {
                assertThat(history.newest("c").orElseThrow().pools()).hasSize(3);
            }
        }
    }
}
