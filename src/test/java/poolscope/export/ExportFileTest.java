package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.disk.ForwardingFileOps;
import poolscope.export.ExportFile.Existing;
import poolscope.pool.Pool;

class ExportFileTest {
    private static final String OLD = "what was there before\n";
    private static final ExportProvenance SOURCES = new ExportProvenance("PoolScope 1",
            Instant.parse("2026-03-01T00:00:00Z"), "filtered", "状态:\"异常\"",
            List.of(new ExportProvenance.Line(new ExportProvenance.Place("prod", "p", "https://h", "status=running"),
                    "failed", 3, Optional.empty(), Optional.of(Instant.parse("2026-03-01T00:00:00Z")), false, "FAILED",
                    "r-1", Optional.empty())));
    private static List<Pool> pools = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws Exception {
        pools = Wire.demo(2000);
    }

    /// Where a disk can fail.
    enum Step {
        CREATE, OPEN, FORCE, MOVE
    }

    @ParameterizedTest
    @EnumSource
    void P40_a_disk_that_fails_at_any_step_leaves_the_old_file(Step step) throws Exception {
        var file = old();
        var disk = new FailingDisk(step, Long.MAX_VALUE);
        assertThatThrownBy(() -> new ExportFile(file, Existing.REPLACE, disk).write(export(pools)))
                .isInstanceOf(IOException.class);
        assertIsOld(file);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5_000, 100_000, 200_000})
    void P40_a_disk_that_is_full_after_some_bytes_leaves_the_old_file(long bytes) throws Exception {
        var file = old();
        var disk = new FailingDisk(null, bytes);
        assertThatThrownBy(() -> new ExportFile(file, Existing.REPLACE, disk).write(export(pools)))
                .hasMessageContaining("No space");
        assertIsOld(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1999})
    void P40_a_cancelled_export_leaves_the_old_file(int row) throws Exception {
        var file = old();
        Iterable<Pool> cancelledOnTheWay = () -> {
            var all = pools.iterator();
            return new java.util.Iterator<>() {
                private int given;

                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Pool next() {
                    if (given++ == row) Thread.currentThread().interrupt();
                    return all.next();
                }
            };
        };
        assertThatThrownBy(() -> ExportFile.at(file, Existing.REPLACE).write(export(cancelledOnTheWay)))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertIsOld(file);
    }

    @Test
    void P40_a_file_that_can_be_written_is_replaced_whole() throws Exception {
        var file = old();
        assertThat(ExportFile.at(file, Existing.REPLACE).write(export(pools))).isEqualTo(2000);
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    @Test
    void P40_a_file_is_not_overwritten_unless_that_is_allowed() throws Exception {
        var file = old();
        assertThatThrownBy(() -> ExportFile.at(file, Existing.KEEP).write(export(pools)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertIsOld(file);
    }

    @Test
    void P40_nor_is_one_that_appears_meanwhile() throws Exception {
        var file = folder.resolve("pools.csv");
        Iterable<Pool> slow = () -> {
            assertThat(write(file)).isEqualTo(file);
            return pools.iterator();
        };
        assertThatThrownBy(() -> ExportFile.at(file, Existing.KEEP).write(export(slow)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertIsOld(file);
    }

    @Test
    void the_account_is_written_beside_the_pools() throws Exception {
        var file = folder.resolve("pools_prod.csv");
        assertThat(ExportFile.at(file, Existing.KEEP).with(SOURCES, Existing.KEEP).write(export(pools)))
                .isEqualTo(2000);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pools_prod.csv", "pools_prod-sources.json");
        var read = Wire.EXACT.readTree(folder.resolve("pools_prod-sources.json").toFile());
        assertThat(read.path("version").asInt()).isEqualTo(1);
        assertThat(read.path("program").asText()).isEqualTo("PoolScope 1");
        assertThat(read.path("file").asText()).isEqualTo("pools_prod.csv");
        assertThat(read.path("pools").asInt()).isEqualTo(2000);
        assertThat(read.path("filter").asText()).isEqualTo("状态:\"异常\"");
        assertThat(read.path("may_be_incomplete").asBoolean()).isTrue();
        var line = read.path("connections").path(0);
        assertThat(line.path("endpoint").asText()).isEqualTo("https://h");
        assertThat(line.path("read_at").asText()).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(line.path("why").asText()).isEqualTo("FAILED");
        assertThat(line.path("complete").asBoolean()).isFalse();
        assertThat(line.path("only_found_for").asText()).isEqualTo("status=running");
    }

    @Test
    void an_old_account_is_not_overwritten_unless_that_is_allowed() throws Exception {
        var account = write(folder.resolve("pools-sources.json"));
        var file = folder.resolve("pools.csv");
        assertThatThrownBy(
                () -> ExportFile.at(file, Existing.REPLACE).with(SOURCES, Existing.KEEP).write(export(pools)))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("pools-sources.json");
        assertThat(account).hasContent(OLD.strip());
        assertThat(file).doesNotExist();
        assertThat(ExportFile.at(file, Existing.REPLACE).with(SOURCES, Existing.REPLACE).write(export(pools)))
                .isEqualTo(2000);
        assertThat(account).content().contains("PoolScope 1");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pools.csv", "pools-sources.json");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
    void P40_pools_and_account_are_both_old_or_both_new_whichever_touch_of_the_disk_fails(int good) throws Exception {
        var file = old();
        var account = write(folder.resolve("pools-sources.json"));
        var disk = new CountingDisk(good);
        boolean isWritten = false;
        try {
            isWritten = new ExportFile(file, Existing.REPLACE, disk).with(SOURCES, Existing.REPLACE)
                    .write(export(pools)) == 2000;
        } catch (IOException expected) {
            assertThat(expected).hasMessage("Input/output error");
        }
        assertThat(isWritten).isEqualTo(good > 12);
        assertThat(Files.readString(file).equals(OLD)).isEqualTo(!isWritten);
        assertThat(Files.readString(account).equals(OLD)).isEqualTo(!isWritten);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("pools.csv", "pools-sources.json");
    }

    @Test
    void what_stands_in_the_way_has_a_name() throws Exception {
        assertThat(ExportFileFailureReason.of(new IOException("No space left on device"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.FULL);
        assertThat(ExportFileFailureReason.of(new IOException("磁盘空间不足。"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.FULL);
        assertThat(ExportFileFailureReason.of(
                new java.nio.file.FileSystemException("a", "b",
                        "The process cannot access the file because it is being used by another process"),
                Path.of("a"))).isEqualTo(ExportFileFailureReason.IN_USE);
        assertThat(ExportFileFailureReason.of(new java.nio.file.FileSystemException("a", null, "Read-only file system"),
                Path.of("a"))).isEqualTo(ExportFileFailureReason.READ_ONLY);
        assertThat(ExportFileFailureReason.of(new java.nio.file.AccessDeniedException("a"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.DENIED);
        assertThat(ExportFileFailureReason.of(new FileAlreadyExistsException("a"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.EXISTS);
        assertThat(ExportFileFailureReason.of(new NoSuchFileException("a"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.NO_FOLDER);
        assertThat(ExportFileFailureReason.of(new IOException("x"), Path.of("a")))
                .isEqualTo(ExportFileFailureReason.OTHER);
        assertThatThrownBy(() -> ExportFile.at(folder, Existing.REPLACE).check())
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(ExportFileFailureReason.of(e, Path.of("a")))
                        .isEqualTo(ExportFileFailureReason.A_FOLDER));
    }

    @Test
    void what_a_killed_process_left_is_in_nobodys_way() throws Exception {
        var file = folder.resolve("pools.csv");
        Files.writeString(folder.resolve("poolscope-" + ProcessHandle.current().pid() + "-1.part"), "half");
        assertThat(ExportFile.at(file, Existing.KEEP).write(export(pools))).isEqualTo(2000);
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_link_stays_and_the_file_it_leads_to_is_replaced() throws Exception {
        var file = old();
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        assertThat(ExportFile.at(link, Existing.REPLACE).write(export(pools))).isEqualTo(2000);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_device_is_written_to_and_stays_one() throws Exception {
        var device = Path.of("/dev/null");
        assertThat(ExportFile.at(device, Existing.KEEP).write(export(pools))).isEqualTo(2000);
        assertThat(Files.isRegularFile(device)).isFalse();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_file_that_is_replaced_keeps_its_mode_and_group() throws Exception {
        for (var mode : List.of("rw-------", "rw-rw----", "rwxr-x---", "rw-r--r--")) {
            var file = Files.setPosixFilePermissions(old(), PosixFilePermissions.fromString(mode));
            var group = Files.getAttribute(file, "posix:group");
            var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            ExportFile.at(file, Existing.REPLACE).write(export(pools));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
            assertThat(Files.getAttribute(file, "posix:group")).isEqualTo(group);
            assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).as("it is another file")
                    .isNotEqualTo(key);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void also_another_group_and_owner_when_this_user_may_give_them() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"));
        var file = Files.setPosixFilePermissions(old(), PosixFilePermissions.fromString("rw-r-----"));
        Files.setAttribute(file, "unix:gid", 12);
        Files.setAttribute(file, "unix:uid", 4321);
        ExportFile.at(file, Existing.REPLACE).write(export(pools));
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(12);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(4321);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void what_is_being_written_can_be_read_by_nobody_who_could_not_read_the_old_file() throws Exception {
        var file = Files.setPosixFilePermissions(old(), PosixFilePermissions.fromString("rw-------"));
        var seen = new ArrayList<String>();
        var watching = new ForwardingFileOps() {
            @Override
            public void create(Path part, Access access) throws IOException {
                super.create(part, access);
                seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)));
            }
        };
        new ExportFile(file, Existing.REPLACE, watching).write(export(pools));
        assertThat(seen).containsExactly("rw-------");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_file_whose_group_can_not_be_kept_stays_the_file_that_it_is() throws Exception {
        var file = old();
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        var strange = new ForwardingFileOps() {
            @Override
            public void copyAccess(Path from, Path to) throws IOException {
                throw new FileSystemException(to.toString(), null, "Operation not permitted");
            }
        };
        new ExportFile(file, Existing.REPLACE, strange).write(export(pools));
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey()).isEqualTo(key);
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    @Test
    void a_file_that_nothing_can_be_moved_onto_is_overwritten() throws Exception {
        var file = Files.writeString(folder.resolve("pools.csv"), OLD.repeat(100_000));
        var mounted = new ForwardingFileOps() {
            @Override
            public void moveAtomically(Path from, Path to) throws IOException {
                throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
            }
        };
        assertThat(new ExportFile(file, Existing.REPLACE, mounted).write(export(pools))).isEqualTo(2000);
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    @Test
    void a_disk_that_cannot_move_atomically_is_written_to_all_the_same() throws Exception {
        var file = old();
        var network = new ForwardingFileOps() {
            @Override
            public void moveAtomically(Path from, Path to) throws IOException {
                throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "not on this disk");
            }
        };
        assertThat(new ExportFile(file, Existing.REPLACE, network).write(export(pools))).isEqualTo(2000);
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_process_that_is_asked_to_end_while_it_writes_leaves_the_old_file_and_nothing_else() throws Exception {
        var file = old();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Endless.class.getName(), file.toString()).redirectErrorStream(true).start();
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo("writing");
            assertThat(folder.toFile().list()).hasSize(2);
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(128 + 15);
        }
        assertIsOld(file);
    }

    /// Writes and does not come to an end.
    static final class Endless {
        public static void main(String[] arguments) throws Exception {
            Iterable<Pool> endless = () -> {
                System.out.println("writing");
                try {
                    Thread.sleep(java.time.Duration.ofHours(1));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return List.<Pool>of().iterator();
            };
            ExportFile.at(Path.of(arguments[0]), Existing.REPLACE).write(export(endless));
        }
    }

    @Test
    void a_file_that_was_overwritten_in_part_is_called_so() throws Exception {
        var full = new ForwardingFileOps() {
            @Override
            public void moveAtomically(Path from, Path to) throws IOException {
                throw new FileSystemException(from.toString(), to.toString(), "Device or resource busy");
            }

            @Override
            public void force(Path file) throws IOException {
                if (file.endsWith("pools.csv")) throw new IOException("No space left on device");
                super.force(file);
            }
        };
        assertThatThrownBy(() -> new ExportFile(old(), Existing.REPLACE, full).write(export(pools)))
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(ExportFileFailureReason.of(e, Path.of("a")))
                        .isEqualTo(ExportFileFailureReason.TORN));
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void nothing_is_written_onto_a_file_that_appears_where_none_was_to_be_replaced() throws Exception {
        var file = folder.resolve("pools.csv");
        var late = new ForwardingFileOps() {
            @Override
            public void moveToNew(Path from, Path to) throws IOException {
                ExportFileTest.write(to);
                super.moveToNew(from, to);
            }
        };
        assertThatThrownBy(() -> new ExportFile(file, Existing.KEEP, late).write(export(pools)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertIsOld(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "池"})
    void a_name_of_250_bytes_is_written(String letter) throws Exception {
        int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
        var file = folder.resolve(letter.repeat(246 / bytes) + ".csv");
        ExportFile.at(file, Existing.KEEP).with(SOURCES, Existing.KEEP).write(export(pools));
        ExportFile.at(file, Existing.REPLACE).with(SOURCES, Existing.REPLACE).write(export(pools));
        assertThat(Files.readAllBytes(file)).isEqualTo(Wire.bytes(export(pools)));
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void a_name_that_no_disk_takes_is_found_before_the_work() {
        assertThatThrownBy(() -> ExportFile.at(folder.resolve("x".repeat(300)), Existing.KEEP).check())
                .isInstanceOf(FileSystemException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_link_to_nothing_is_found_before_the_work(Existing existing) throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("nothing.csv"));
        assertThatThrownBy(() -> ExportFile.at(link, existing).check()).isInstanceOfSatisfying(IOException.class,
                e -> assertThat(ExportFileFailureReason.of(e, Path.of("a")))
                        .isEqualTo(ExportFileFailureReason.DEAD_LINK));
    }

    @Test
    void what_can_be_known_to_fail_fails_before_the_work() {
        assertThatThrownBy(() -> ExportFile.at(folder, Existing.REPLACE).check()).hasMessageContaining("folder");
        assertThatThrownBy(() -> ExportFile.at(folder.resolve("no/pools.csv"), Existing.KEEP).check())
                .isInstanceOf(NoSuchFileException.class);
    }

    private static PoolsExportContent export(Iterable<Pool> pools) {
        return new PoolsExportContent(ExportFormat.CSV, PoolExportColumns.raw(false), pools);
    }

    private Path old() {
        return write(folder.resolve("pools.csv"));
    }

    private static Path write(Path file) {
        try {
            return Files.writeString(file, OLD);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assertIsOld(Path file) throws IOException {
        assertThat(file).hasContent(OLD.strip());
        assertThat(folder.toFile().list()).containsExactly("pools.csv");
    }

    private static final class FailingDisk extends ForwardingFileOps {
        private final Step step;
        private final long room;

        FailingDisk(Step step, long room) {
            this.step = step;
            this.room = room;
        }

        private void reach(Step reached) throws IOException {
            if (reached == step) throw new IOException("Input/output error");
        }

        @Override
        public void create(Path file, Access access) throws IOException {
            reach(Step.CREATE);
            super.create(file, access);
        }

        @Override
        public OutputStream open(Path file) throws IOException {
            reach(Step.OPEN);
            return new FilterOutputStream(super.open(file)) {
                private long written;

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    int fits = (int) Math.min(length, room - written);
                    out.write(bytes, from, fits);
                    written += fits;
                    if (fits < length) throw new IOException("No space left on device");
                }
            };
        }

        @Override
        public void force(Path file) throws IOException {
            reach(Step.FORCE);
            super.force(file);
        }

        @Override
        public void moveAtomically(Path from, Path to) throws IOException {
            reach(Step.MOVE);
            super.moveAtomically(from, to);
        }
    }

    /// Fails once, after so many good touches.
    private static final class CountingDisk extends ForwardingFileOps {
        private int left;

        CountingDisk(int good) {
            left = good;
        }

        private void touch() throws IOException {
            if (left-- == 0) throw new IOException("Input/output error");
        }

        @Override
        public void create(Path file, Access access) throws IOException {
            touch();
            super.create(file, access);
        }

        @Override
        public OutputStream open(Path file) throws IOException {
            touch();
            return super.open(file);
        }

        @Override
        public void force(Path file) throws IOException {
            touch();
            super.force(file);
        }

        @Override
        public void moveAtomically(Path from, Path to) throws IOException {
            touch();
            super.moveAtomically(from, to);
        }
    }
}
