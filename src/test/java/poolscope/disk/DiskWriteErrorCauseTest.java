package poolscope.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWriteErrorCauseTest {

    /// `/dev/full` answers every write as a full disk does, in the words of the system.
    @Test
    void a_full_device_is_full() {
        var device = Path.of("/dev/full");
        assumeTrue(Files.exists(device));
        var thrown = catchThrowableOfType(IOException.class, () -> {
            try (var out = Files.newOutputStream(device)) {
                out.write(1);
            }
        });
        assertThat(DiskWriteErrorCause.of(thrown, device)).isEqualTo(DiskWriteErrorCause.FULL);
    }

    @Test
    void what_has_a_class_of_its_own_is_told_by_that(@TempDir Path folder) throws IOException {
        assertThat(DiskWriteErrorCause.of(new AccessDeniedException("x"), folder))
                .isEqualTo(DiskWriteErrorCause.DENIED);
        var missing = catchThrowableOfType(IOException.class, () -> Files.writeString(folder.resolve("none/x"), ""));
        assertThat(DiskWriteErrorCause.of(missing, folder.resolve("none/x"))).isEqualTo(DiskWriteErrorCause.NO_FOLDER);
    }

    @Test
    void what_has_no_class_of_its_own_is_told_by_the_words_of_the_system_in_two_languages() {
        for (var words : new String[]{"No space left on device", "磁盘空间不足。", "Disk quota exceeded"})
            assertThat(DiskWriteErrorCause.of(new IOException(words))).isEqualTo(DiskWriteErrorCause.FULL);
        assertThat(DiskWriteErrorCause.of(new IOException("Read-only file system")))
                .isEqualTo(DiskWriteErrorCause.READ_ONLY);
        assertThat(DiskWriteErrorCause.of(new IOException("另一个程序正在使用此文件，进程无法访问。")))
                .isEqualTo(DiskWriteErrorCause.IN_USE);
        assertThat(DiskWriteErrorCause.of(new IOException("Input/output error"))).isEqualTo(DiskWriteErrorCause.OTHER);
    }
}
