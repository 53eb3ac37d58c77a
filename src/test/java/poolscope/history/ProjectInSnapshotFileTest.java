package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.history.Moments.START;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.Pool;
import poolscope.pool.Pools;
import poolscope.pool.change.ChangeLogEntry;

class ProjectInSnapshotFileTest {
    @TempDir
    Path folder;

    private SnapshotFile opened(byte[] bytes) throws IOException {
        return SnapshotFile.read(Files.write(folder.resolve("sent.jsonl.gz"), bytes), FileSystemOperations.ofDisk());
    }

    private static KnownPoolsAtTime list(String id, String narrowing, boolean isWhole, Instant at, List<Pool> pools) {
        var source = new HistoryListIdentity(id, id, "", Moments.SOURCE.endpoint(), Moments.SOURCE.projectId(),
                narrowing);
        return new KnownPoolsAtTime(source, at, isWhole, pools).named(source);
    }

    private ProjectInSnapshotFile only(KnownPoolsAtTime... lists) throws IOException {
        var out = new ByteArrayOutputStream();
        SnapshotFile.write(List.of(lists), out);
        assertThat(opened(out.toByteArray()).projects()).hasSize(1);
        return opened(out.toByteArray()).projects().getFirst();
    }

    @Test
    void connections_to_one_project_are_one_list_as_old_as_the_oldest() throws IOException {
        var pools = new Pools(1).some(3);
        var project = only(list("a", "", true, START.plusSeconds(9), pools.subList(0, 2)),
                list("b", "", true, START, pools.subList(2, 3)));
        var known = project.at(Instant.MAX).orElseThrow();
        assertThat(known.pools()).extracting(Pool::key).containsExactlyElementsOf(keys(pools));
        assertThat(known.readAt()).isEqualTo(START);
        assertThat(known.isWhole()).isTrue();
        assertThat(project.readings()).containsExactly(START, START.plusSeconds(9));
        assertThat(project.changesSince(Instant.EPOCH)).isEmpty();
    }

    /// Two connections saw the same pools vanish at the same times.
    @Test
    void a_change_that_two_connections_saw_is_told_once() throws IOException {
        byte[] one = history("c", START);
        byte[] other = history("d", START);
        var alone = texts(opened(one).projects().getFirst().changesSince(Instant.EPOCH));
        assertThat(texts(opened(joined(one, other)).projects().getFirst().changesSince(Instant.EPOCH)))
                .isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({"https://service.example, other", "https://other.example, p"})
    void of_two_projects_in_a_file_each_has_its_own_pools(String endpoint, String projectId) throws IOException {
        var pools = new Pools(1).some(3);
        var source = new HistoryListIdentity("b", "b", "", endpoint, projectId, "");
        var out = new ByteArrayOutputStream();
        SnapshotFile.write(List.of(list("a", "", true, START, pools.subList(0, 2)),
                new KnownPoolsAtTime(source, START, true, pools.subList(2, 3)).named(source)), out);
        assertThat(opened(out.toByteArray()).projects())
                .extracting(project -> keys(project.at(Instant.MAX).orElseThrow().pools()))
                .containsExactlyInAnyOrder(keys(pools.subList(0, 2)), keys(pools.subList(2, 3)));
    }

    @Test
    void a_part_of_a_project_that_was_read_whole_does_not_make_the_project_whole() throws IOException {
        var pools = new Pools(1).some(3);
        var known = only(list("a", "workspace=w", true, START, pools.subList(0, 2)),
                list("b", "", false, START, pools.subList(2, 3))).at(Instant.MAX).orElseThrow();
        assertThat(known.source().narrowing()).isEmpty();
        assertThat(known.isWhole()).isFalse();
    }

    @Test
    void a_history_that_is_cut_off_has_the_steps_before_the_cut_and_no_other() throws IOException {
        byte[] whole = history();
        var all = texts(opened(whole).projects().getFirst().changesSince(Instant.EPOCH));
        assertThat(all).hasSize(4);
        for (int length = whole.length; length > 0; length -= 7) {
            List<String> left;
            try {
                left = texts(opened(Arrays.copyOf(whole, length)).projects().getFirst().changesSince(Instant.EPOCH));
            } catch (SnapshotNotOpenedException _) {
                break;
            }
            assertThat(left).as("cut off after " + length + " bytes").isEqualTo(all.subList(0, left.size()));
        }
    }

    @Test
    void segments_in_any_order_have_their_steps_in_the_order_of_time() throws IOException {
        byte[] first = history();
        byte[] second = history(START.plusSeconds(6000));
        var inOrder = texts(opened(joined(first, second)).projects().getFirst().changesSince(Instant.EPOCH));
        assertThat(texts(opened(joined(second, first)).projects().getFirst().changesSince(Instant.EPOCH)))
                .isEqualTo(inOrder);
        assertThat(inOrder).isSorted();
    }

    @Test
    void steps_before_the_moment_are_left_out() throws IOException {
        var project = opened(history()).projects().getFirst();
        var all = project.changesSince(Instant.EPOCH);
        assertThat(texts(project.changesSince(all.get(2).seenAt()))).isEqualTo(texts(all.subList(2, 4)));
        assertThat(project.changesSince(project.readings().getLast().plusSeconds(1))).isEmpty();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private byte[] history() throws IOException {
        return history(START);
    }

    /// Four refreshes after the first one, each of which finds one pool less.
    private byte[] history(Instant from) throws IOException {
        return history("c", from);
    }

    private byte[] history(String connectionId, Instant from) throws IOException {
        var home = Files.createTempDirectory(folder, "history");
        var pools = new Pools(3).some(5);
        try (var kept = HistoryFolder.in(home, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
        })) {
            for (int i = 0; i < 5; i++)
                kept.add(list(connectionId, "", true, from.plusSeconds(60L * i), pools.subList(i, 5)));
        }
        try (var files = Files.walk(home)) {
            return Files.readAllBytes(
                    files.filter(path -> path.toString().endsWith(SnapshotFile.ENDING)).findFirst().orElseThrow());
        }
    }

    private static List<String> keys(List<Pool> pools) {
        return pools.stream().map(Pool::key).toList();
    }

    private static List<String> texts(List<ChangeLogEntry> entries) {
        return entries.stream()
                .map(entry -> entry.seenAt() + " " + entry.change().getClass().getSimpleName() + " "
                        + entry.change().key().key())
                .toList();
    }
}
