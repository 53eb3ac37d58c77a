package poolscope.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.export.ExportContent;
import poolscope.export.ExportFile;
import poolscope.export.ExportFileFailureReason;
import poolscope.export.FileWriteOutcome;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;

class BackgroundFileWriterTest {
    private static final Logger LOG = Logger.getLogger(BackgroundFileWriter.class.getName());
    private static final ExportContent TWO_ROWS = out -> {
        out.write("a\nb\n".getBytes(StandardCharsets.UTF_8));
        return 2;
    };

    @TempDir
    Path folder;
    private final SteppedExecutor executor = new SteppedExecutor();
    private final BackgroundFileWriter writer = new BackgroundFileWriter(
            new BackgroundAndFxExecutors(executor, executor));
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
        LOG.setUseParentHandlers(false);
    }

    @AfterEach
    void close() {
        LOG.removeHandler(handler);
        LOG.setUseParentHandlers(true);
        writer.close();
    }

    private FileWriteOutcome write(ExportFile file, ExportContent content) {
        writer.write(file, content);
        assertThat(writer.outcomeProperty().get()).as("it is being written").isEmpty();
        executor.runAll();
        return writer.outcomeProperty().get().orElseThrow();
    }

    @Test
    void says_how_many_rows_were_written_to_which_file() throws Exception {
        var file = folder.resolve("rows.txt");
        assertThat(write(ExportFile.at(file, ExportFile.Existing.KEEP), TWO_ROWS))
                .isEqualTo(new FileWriteOutcome.Written(2, file.toString()));
        assertThat(Files.readString(file)).isEqualTo("a\nb\n");
    }

    @Test
    void a_name_without_a_known_ending_gets_one_and_replaces_nothing() throws Exception {
        Files.writeString(folder.resolve("rows.txt"), "mine");
        assertThat(write(ExportFile.chosen(folder.resolve("rows").toString(), false, ".txt"), TWO_ROWS))
                .isInstanceOfSatisfying(FileWriteOutcome.Failed.class, failed -> {
                    assertThat(failed.failure()).isEqualTo(ExportFileFailureReason.EXISTS);
                    assertThat(failed.file()).isEqualTo(folder.resolve("rows.txt").toString());
                });
        assertThat(folder.resolve("rows.txt")).hasContent("mine");

        write(ExportFile.chosen(folder.resolve("rows.txt").toString(), true, ".txt"), TWO_ROWS);

        assertThat(folder.resolve("rows.txt")).hasContent("a\nb\n");
    }

    @Test
    void the_reason_is_the_system_s_word_without_the_path() {
        var file = folder.resolve("rows.txt");
        assertThat(write(ExportFile.at(file, ExportFile.Existing.KEEP), _ -> {
            throw new FileSystemException(file.toString(), null, "Input/output error");
        })).isEqualTo(
                new FileWriteOutcome.Failed(ExportFileFailureReason.OTHER, file.toString(), "Input/output error"));
        assertThat(write(ExportFile.at(file, ExportFile.Existing.KEEP), _ -> {
            throw new IOException("Stale file handle");
        })).isEqualTo(new FileWriteOutcome.Failed(ExportFileFailureReason.OTHER, file.toString(), "Stale file handle"));
        assertThat(logged).as("what the operator is told is no fault of this program").isEmpty();
    }

    @Test
    void an_unexpected_error_is_said_and_logged() {
        var error = new IllegalStateException("a row without a name");
        var file = folder.resolve("rows.txt");
        assertThat(write(ExportFile.at(file, ExportFile.Existing.KEEP), _ -> {
            throw error;
        })).isEqualTo(
                new FileWriteOutcome.Failed(ExportFileFailureReason.OTHER, file.toString(), "a row without a name"));
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getLevel()).isEqualTo(Level.SEVERE);
            assertThat(entry.getThrown()).isSameAs(error);
        });
        assertThat(folder).as("no part of the file is left").isEmptyDirectory();
    }

    @Test
    void a_cancelled_file_has_no_outcome() {
        writer.write(ExportFile.at(folder.resolve("rows.txt"), ExportFile.Existing.KEEP), TWO_ROWS);
        writer.cancel();
        executor.runAll();
        assertThat(writer.outcomeProperty().get()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
