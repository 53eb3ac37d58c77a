package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.settings.FileNotice;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.TableLayout;

/// What is said about views that can't be saved.
class ObservableSavedViewsTest {
    private static final SavedView VIEW = new SavedView("mine", "Mine", SavedView.Scope.AS_TICKED, "",
            new TableLayout(List.of(), List.of()), 0);
    @TempDir
    Path folder;
    private final List<FileNotice> notices = new ArrayList<>();

    @Test
    void P38_a_view_that_can_not_be_saved_is_named_once_and_once_when_it_is_saved_and_again_when_it_fails_again()
            throws Exception {
        var blocked = folder.resolve("config");
        Files.writeString(blocked, "a file where the folder should be");
        var views = new ObservableSavedViews(List.of(),
                SavedViewsFolder.in(blocked, FileSystemOperations.ofDisk(), Clock.systemUTC()),
                new BackgroundAndFxExecutors(Runnable::run, Runnable::run), notices::add);
        var file = blocked.resolve("views").resolve("mine.json");
        views.keep(VIEW);
        views.keep(VIEW.withFilter("x"));
        assertThat(notices).hasSize(1);
        var notSaved = (FileNotice.NotSaved) notices.getFirst();
        assertThat(notSaved.file()).isEqualTo(file);
        Files.delete(blocked);
        views.keep(VIEW.withFilter("y"));
        assertThat(notices).containsExactly(notSaved, new FileNotice.SavedAgain(file));
        assertThat(Files.readString(file)).contains("y");
        views.keep(VIEW.withFilter("z"));
        assertThat(notices).as("nothing about a save that works as always").hasSize(2);
        Files.delete(file);
        try (var left = Files.list(file.getParent())) {
            for (var one : left.toList())
                Files.delete(one);
        }
        Files.delete(file.getParent());
        Files.delete(blocked);
        Files.writeString(blocked, "a file again");
        views.keep(VIEW.withFilter("zz"));
        assertThat(notices).hasSize(3).endsWith(notSaved);
    }
}
