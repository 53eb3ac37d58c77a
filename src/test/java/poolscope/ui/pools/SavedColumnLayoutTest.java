package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.settings.SettingsFile;
import poolscope.settings.TableLayout;

/// Layouts of the table that were saved, by this version and by older ones.
class SavedColumnLayoutTest {
    @TempDir
    Path folder;

    @Test
    void a_layout_saved_before_the_name_was_pinned_counts_as_unmodified() throws Exception {
        save(everyColumn(TableLayout.defaults()));
        changeFile("\"pinned\" : true", "\"pinned\" : false");
        changeFile("    \"pinningChosen\" : true,\n", "");
        assertThat(TableLayoutColumns.haveColumnsAlike(loaded(), TableLayout.defaults())).isTrue();
        assertThat(TableLayoutColumns.isPinned(loaded(), PoolField.NAME)).isTrue();
    }

    @Test
    void an_older_layout_in_which_the_name_was_moved_stays_as_it_was() throws Exception {
        save(TableLayoutColumns.withPinned(everyColumn(TableLayout.defaults()), PoolField.NAME, false));
        save(TableLayoutColumns.withSwapped(loaded(), PoolField.NAME, PoolField.STATUS));
        changeFile("    \"pinningChosen\" : true,\n", "");
        assertThat(TableLayoutColumns.isPinned(loaded(), PoolField.NAME)).isFalse();
        assertThat(TableLayoutColumns.of(loaded()).getFirst().field()).isEqualTo(PoolField.STATUS);
    }

    @Test
    void a_name_that_the_operator_unpinned_stays_unpinned() throws Exception {
        save(TableLayoutColumns.withPinned(TableLayout.defaults(), PoolField.NAME, false));
        assertThat(TableLayoutColumns.isPinned(loaded(), PoolField.NAME)).isFalse();
        assertThat(TableLayoutColumns.haveColumnsAlike(loaded(), TableLayout.defaults())).isFalse();
    }

    private static TableLayout everyColumn(TableLayout layout) {
        return TableLayoutColumns.withColumns(layout, TableLayoutColumns.of(layout));
    }

    private void changeFile(String before, String after) throws IOException {
        try (var files = Files.walk(folder)) {
            var file = files.filter(Files::isRegularFile)
                    .filter(one -> read(one).contains("pinningChosen"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(file)).contains(before);
            Files.writeString(file, Files.readString(file).replace(before, after));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private TableLayout loaded() {
        return file().load().value().table();
    }

    private void save(TableLayout layout) throws Exception {
        file().save(Settings.defaults().withTable(layout));
    }

    private SettingsFile file() {
        return SettingsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
    }
}
