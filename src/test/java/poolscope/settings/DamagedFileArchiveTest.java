package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DamagedFileArchiveTest {
    private static final byte[] BYTES = "{ not settings".getBytes(StandardCharsets.UTF_8);

    /// A clock at which a second turns with every question.
    private static final class Turning extends Clock {
        private Instant next = Samples.NOON;

        @Override
        public Instant instant() {
            var now = next;
            next = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_bad_file_is_kept_when_the_second_turns_while_its_name_is_found() throws Exception {
        var disk = new MemoryDisk();
        disk.folders.add(Samples.FOLDER);
        var kept = new DamagedFileArchive(Samples.FILE, disk, new Turning()).keep(BYTES);
        assertThat(disk.read(kept, 100)).isEqualTo(BYTES);
        assertThat(disk.namesLike("settings.json.bad-")).containsExactly(String.valueOf(kept.getFileName()));
    }

    @Test
    void what_is_moved_away_gets_the_first_free_name_of_one_second() throws Exception {
        var disk = new MemoryDisk();
        disk.folders.add(Samples.FOLDER);
        disk.folders.add(Samples.FILE);
        disk.folders.add(Samples.FILE.resolveSibling("settings.json.bad-20260301T120000Z"));
        disk.folders.add(Samples.FILE.resolveSibling("settings.json.bad-20260301T120001Z-1"));
        new DamagedFileArchive(Samples.FILE, disk, new Turning()).moveAway();
        assertThat(disk.folders).contains(Samples.FILE.resolveSibling("settings.json.bad-20260301T120000Z-1"));
    }
}
