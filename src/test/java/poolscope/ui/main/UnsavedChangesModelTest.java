package poolscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.live.background.SaveTimeLimit;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.FileNotice.NotSaved;

class UnsavedChangesModelTest {
    private static final NotSaved FULL = new NotSaved(Path.of("settings.json"), Why.FULL);
    private static final NotSaved NEWER = new NotSaved(Path.of("connections.json"), Why.NEWER_VERSION);

    @Test
    void everything_is_tried_also_after_a_failure() {
        var model = new UnsavedChangesModel(List.of(() -> List.of(FULL), List::of, () -> List.of(NEWER)),
                new SaveTimeLimit(), () -> false);
        assertThat(model.save()).isFalse();
        assertThat(model.notSavedProperty().get()).containsExactly(FULL);
    }

    @Test
    void a_file_of_a_newer_version_does_not_keep_the_window_open() {
        var model = new UnsavedChangesModel(List.of(() -> List.of(NEWER)), new SaveTimeLimit(), () -> false);
        assertThat(model.save()).isTrue();
        assertThat(model.notSavedProperty().get()).isEmpty();
    }

    @Test
    void nothing_is_lost_while_another_window_stays_open() {
        var model = new UnsavedChangesModel(List.of(() -> List.of(FULL)), new SaveTimeLimit(), () -> true);
        assertThat(model.save()).isTrue();
    }
}
