package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.SharedViewFile.Opened;
import poolscope.settings.SharedViewFile.Reason;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;

class SharedViewFileTest {
    private static final SavedView VIEW = new SavedView("a-1", "早班",
            new SavedView.Scope.Named(List.of("prod / cn-north-4")), "gpu>=8",
            new TableLayout(List.of(new Column("owner", 90, true, true)), List.of(new SortBy("owner", true)), "status"),
            7);

    @TempDir
    Path folder;

    @Test
    void what_is_written_here_is_read_there_without_id_and_place() throws IOException {
        Path file = folder.resolve("morning.rpview");
        shared(file).write(VIEW);
        shared(file).write(VIEW);
        assertThat(shared(file).read()).isEqualTo(new Opened.Found(VIEW.withId("opened").withPlace(0)));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void the_file_has_these_facts_and_no_others() throws IOException {
        Path file = folder.resolve("morning.rpview");
        shared(file).write(VIEW);
        var root = new ObjectMapper().readTree(file.toFile());
        List<String> keys = new ArrayList<>();
        root.fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyInAnyOrder("version", "name", "connections", "filter", "table", "place");
        keys.clear();
        root.path("connections").fieldNames().forEachRemaining(keys::add);
        assertThat(keys).containsExactlyInAnyOrder("which", "names", "group");
        assertThat(Files.readString(file)).doesNotContain("a-1");
    }

    @Test
    void each_kind_of_file_that_is_no_view_has_its_reason() throws IOException {
        Path huge = folder.resolve("huge.rpview");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        refused(huge, Reason.TOO_LARGE);
        refused(folder, Reason.UNREADABLE);
        refused(folder.resolve("nowhere.rpview"), Reason.MISSING);
        refused(holding("\0\u0001PNG\uFFFF"), Reason.DAMAGED);
        refused(holding("{\"name\": \"torn\", \"filter\": \"gpu"), Reason.DAMAGED);
        refused(holding(""), Reason.DAMAGED);
        refused(holding("{\"name\": 7}"), Reason.NOT_A_VIEW);
        refused(holding("{\"clusters\": []}"), Reason.NOT_A_VIEW);
        refused(holding("{\"name\": \"a\\u202Eb\"}"), Reason.NOT_A_VIEW);
        refused(holding("{\"name\": \"a\", \"filter\": \"" + "x".repeat(5_000) + "\"}"), Reason.NOT_A_VIEW);
        refused(holding("{\"version\": 2, \"name\": \"a\"}"), Reason.NEWER_VERSION);
        refused(holding("{\"a\":".repeat(100_000)), Reason.DAMAGED);
    }

    @Test
    void a_file_that_says_only_a_name_is_a_view_of_everything() throws IOException {
        assertThat(shared(holding("{\"name\": \"a\"}")).read()).isEqualTo(new Opened.Found(
                new SavedView("opened", "a", SavedView.Scope.AS_TICKED, "", TableLayout.defaults(), 0)));
    }

    private Path holding(String text) throws IOException {
        return Files.writeString(folder.resolve("found.rpview"), text);
    }

    private static void refused(Path file, Reason reason) {
        assertThat(shared(file).read()).isEqualTo(new Opened.Refused(file, reason));
    }

    private static SharedViewFile shared(Path file) {
        return new SharedViewFile(file, FileSystemOperations.ofDisk());
    }
}
