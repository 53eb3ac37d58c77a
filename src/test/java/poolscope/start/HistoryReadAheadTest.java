package poolscope.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.pool.Pools;
import poolscope.settings.Settings;

/// The history of a program that has run before, read before there is a window.
class HistoryReadAheadTest {
    private static final Instant YESTERDAY = Instant.parse("2026-02-28T21:07:00Z");
    private static final SavedConnections CONNECTIONS = new SavedConnections(List.of(SavedConnection.of(
            new ServiceAndProject("c", "prod", Optional.empty(), URI.create("https://service.example"), "p"),
            SignInMethod.NONE)));
    @TempDir
    private Path config;

    @BeforeEach
    void ranBefore() throws IOException {
        try (var history = HistoryFolder.in(config, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
        })) {
            for (int reading = 0; reading < 2; reading++)
                history.add(new KnownPoolsAtTime(
                        new HistoryListIdentity("c", "prod", "", "https://service.example", "p", ""),
                        YESTERDAY.plusSeconds(60 * reading), true, new Pools(4 + reading).some(30)));
        }
    }

    private Path segment() throws IOException {
        try (var files = Files.list(config.resolve("history/c"))) {
            return files.filter(file -> file.toString().endsWith(".gz")).findFirst().orElseThrow();
        }
    }

    private HistoryReadAhead read(Settings settings) {
        var readAhead = new HistoryReadAhead(config, Clock.systemUTC());
        readAhead.read(CONNECTIONS, settings);
        return readAhead;
    }

    @Test
    void the_last_known_pools_are_there_before_anybody_asks() throws IOException {
        var readAhead = read(Settings.defaults());
        Files.delete(segment());
        assertThat(readAhead.folder().newest("c").orElseThrow().pools()).hasSize(30);
    }

    @Test
    void nothing_is_read_when_no_history_is_to_be_kept() throws IOException {
        var settings = Settings.defaults();
        var readAhead = read(settings.withChanges(settings.changes().withHistoryKept(false)));
        Files.delete(segment());
        assertThat(readAhead.folder().newest("c")).isEmpty();
    }

    @Test
    void a_damaged_file_is_reported_once_there_is_a_window_and_later_ones_at_once() throws IOException {
        damage();
        var readAhead = read(Settings.defaults());
        var reported = new ArrayList<Path>();
        readAhead.reportDamage(reported::add);
        assertThat(reported).hasSize(1).allMatch(Files::exists);
        assertThat(readAhead.folder().newest("c").orElseThrow().readAt()).isEqualTo(YESTERDAY);
        damage();
        readAhead.folder().newest("c");
        assertThat(reported).hasSize(2);
    }

    private void damage() throws IOException {
        var bytes = Files.readAllBytes(segment());
        Files.write(segment(), Arrays.copyOf(bytes, bytes.length - 3));
    }
}
