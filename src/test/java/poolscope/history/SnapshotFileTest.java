package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static poolscope.history.Moments.START;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.history.SnapshotFile.Gap;
import poolscope.history.SnapshotFile.Missing;
import poolscope.history.SnapshotNotOpenedException.Reason;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;
import poolscope.pool.Pools;
import poolscope.pool.change.PoolListDiff;

class SnapshotFileTest {
    private static final HistoryListIdentity TEST = new HistoryListIdentity("t", "Test", "", "https://other.example",
            "q", "status=running");
    @TempDir
    Path folder;
    private Path file;
    private KnownPoolsAtTime prod;
    private KnownPoolsAtTime test;
    private byte[] whole;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("colleague.jsonl.gz");
        prod = new KnownPoolsAtTime(Moments.SOURCE, START, true, new Pools(1).some(3));
        var origin = new PoolOrigin("t", "Test", "", ApiGeneration.V2, 0, START, "");
        test = new KnownPoolsAtTime(TEST, START.plusSeconds(9), false,
                List.of(new Pools(2).oneOfV2("v2").with(origin)));
        whole = snapshot(prod, test);
    }

    private static byte[] snapshot(KnownPoolsAtTime... connections) throws IOException {
        var out = new ByteArrayOutputStream();
        SnapshotFile.write(List.of(connections), out);
        return out.toByteArray();
    }

    private SnapshotFile opened(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return SnapshotFile.read(file, FileSystemOperations.ofDisk());
    }

    private Reason refused(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return refused(file, FileSystemOperations.ofDisk(), HistoryFileReadLimits.OWN);
    }

    private static Reason refused(Path file, FileSystemOperations ops, HistoryFileReadLimits limits) {
        return catchThrowableOfType(SnapshotNotOpenedException.class, () -> SnapshotFile.read(file, ops, limits))
                .reason();
    }

    private static void assertSame(List<Pool> found, List<Pool> expected, String as) {
        assertThat(PoolListDiff.between(expected, found)).as(as).isEmpty();
        assertThat(found).as(as).hasSameSizeAs(expected);
    }

    @Test
    void a_snapshot_has_one_moment_and_the_pools_of_each_connection() throws IOException {
        var snapshot = opened(whole);
        assertThat(snapshot.moments()).containsExactly(START.plusSeconds(9));
        assertThat(snapshot.connections()).containsExactly(Map.entry("c", "Connection"), Map.entry("t", "Test"));
        assertThat(snapshot.missing()).isEmpty();
        var known = snapshot.at(snapshot.moments().getLast());
        assertThat(known).extracting(KnownPoolsAtTime::source).containsExactly(Moments.SOURCE, TEST);
        assertThat(known).extracting(KnownPoolsAtTime::readAt).containsExactly(START, START.plusSeconds(9));
        assertThat(known).extracting(KnownPoolsAtTime::isWhole).containsExactly(true, false);
        assertSame(known.getFirst().pools(), prod.pools(), "prod");
        assertSame(known.getLast().pools(), test.pools(), "test");
    }

    @Test
    void of_every_prefix_what_is_whole_is_read_and_it_is_said_when_it_is_a_part() {
        for (int length = 0; length < whole.length; length++)
            assertWholeOrPart(Arrays.copyOf(whole, length), "cut off after " + length + " bytes");
    }

    @Test
    void with_any_bit_flipped_no_other_pool_is_read_and_it_is_said_when_it_is_a_part() {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertWholeOrPart(damaged, "bit " + bit + " flipped");
        }
    }

    /// A flipped bit may be one that means nothing.
    private void assertWholeOrPart(byte[] bytes, String as) {
        try {
            var snapshot = SnapshotFile.read(file, holding(bytes));
            var known = snapshot.at(snapshot.moments().getLast());
            assertSame(known.getFirst().pools(), prod.pools(), as);
            if (snapshot.missing().isPresent()) assertThat(known).as(as).hasSize(1);
            else
                assertSame(known.getLast().pools(), test.pools(), as);
        } catch (SnapshotNotOpenedException refused) {
            assertThat(refused.reason()).as(as).isIn(Reason.EMPTY, Reason.DAMAGED, Reason.NOT_A_SNAPSHOT);
        }
    }

    /// A disk on which every file has this content.
    private static FileSystemOperations holding(byte[] bytes) {
        return new ForwardingFileOps() {
            @Override
            public Kind kind(Path path) {
                return Kind.FILE;
            }

            @Override
            public long size(Path path) {
                return bytes.length;
            }

            @Override
            public byte[] read(Path path, int atMost) {
                return bytes.clone();
            }
        };
    }

    @Test
    void a_snapshot_cut_off_between_two_connections_lacks_one_of_them() throws IOException {
        int first = 0;
        while (first < whole.length && opened(whole, first).isEmpty())
            first++;
        assertThat(opened(whole, first).orElseThrow().missing()).contains(new Missing(Gap.CONNECTIONS_MISSING, 1, 2));
    }

    private Optional<SnapshotFile> opened(byte[] bytes, int length) throws IOException {
        try {
            return Optional.of(opened(Arrays.copyOf(bytes, length)));
        } catch (SnapshotNotOpenedException _) {
            return Optional.empty();
        }
    }

    @Test
    void a_file_of_a_history_is_stepped_through_and_has_the_pools_of_each_moment() throws IOException {
        var moments = new Moments(7, 5);
        var snapshot = opened(history(moments, 40));
        assertThat(snapshot.missing()).isEmpty();
        assertThat(snapshot.moments()).hasSizeGreaterThan(5).isSorted();
        for (var moment : snapshot.moments())
            assertSame(snapshot.at(moment).getFirst().pools(), moments.lists.get(moment), moment.toString());
    }

    private byte[] history(Moments moments, int readings) throws IOException {
        try (var history = HistoryFolder.in(folder, FileSystemOperations.ofDisk(), Clock.fixed(START, ZoneOffset.UTC),
                _ -> {
                })) {
            for (int reading = 0; reading < readings; reading++)
                history.add(moments.next());
        }
        try (Stream<Path> files = Files.list(folder.resolve("history/c"))) {
            return Files.readAllBytes(files.filter(ConnectionHistoryFiles::isSegment).findFirst().orElseThrow());
        }
    }

    @Test
    void files_of_a_history_one_after_the_other_are_one_history_in_whatever_order() throws IOException {
        var earlier = new Moments(7, 5);
        byte[] first = history(earlier, 10);
        var later = new KnownPoolsAtTime(Moments.SOURCE, START.plusSeconds(9_000), true, new Pools(3).some(2));
        byte[] second = new SegmentLineBuilder().beginning(later, false);
        for (var bytes : List.of(joined(first, second), joined(second, first))) {
            var snapshot = opened(bytes);
            assertSame(snapshot.at(later.readAt()).getFirst().pools(), later.pools(), "later");
            assertSame(snapshot.at(START).getFirst().pools(), earlier.lists.get(START), "earlier");
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void a_pool_that_two_connections_to_one_project_list_is_there_once() throws IOException {
        var again = new KnownPoolsAtTime(new HistoryListIdentity("again", "Again", "", Moments.SOURCE.endpoint(),
                Moments.SOURCE.projectId(), ""), START, true, prod.pools());
        var known = opened(snapshot(prod, again)).at(START);
        long ids = prod.pools().stream().filter(Pool::hasId).count();
        assertThat(ids).isPositive();
        assertThat(known.getFirst().pools()).hasSameSizeAs(prod.pools());
        assertThat(known.getLast().pools()).hasSize((int) (prod.pools().size() - ids));
    }

    @Test
    void names_with_hidden_marks_are_cleaned() throws IOException {
        var dressed = new KnownPoolsAtTime(
                new HistoryListIdentity("c", "prod\u202Egnp", "a\u200Fb", "https://x\n", "p", ""), START, true,
                prod.pools());
        var snapshot = opened(snapshot(dressed));
        assertThat(snapshot.connections()).containsValue("prod\uFFFDgnp");
        var known = snapshot.at(START).getFirst();
        assertThat(known.source().region()).isEqualTo("a\uFFFDb");
        assertThat(known.source().endpoint()).isEqualTo("https://x ");
        assertThat(known.pools()).allMatch(pool -> pool.poolOrigin().connection().equals("prod\uFFFDgnp"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            other text         | {"resource": []}                                                        | NOT_A_SNAPSHOT
            another format     | {"format":"other","version":1}                                          | NOT_A_SNAPSHOT
            no JSON            | hello                                                                   | NOT_A_SNAPSHOT
            without a time     | {"format":"poolscope-history","version":1}                              | NOT_A_SNAPSHOT
            a later version    | {"format":"poolscope-history","version":3,"read_at":"later"}            | NEWER
            """)
    void a_gzipped_file_of_something_else_is_refused(String name, String text, Reason reason) throws IOException {
        assertThat(refused(GzipMemberReader.member(out -> out.write(text.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(reason);
    }

    @Test
    void a_file_that_is_not_compressed_or_by_another_program_is_refused() throws IOException {
        assertThat(refused("{\"format\":\"poolscope-history\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Reason.NOT_A_SNAPSHOT);
        var named = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(named)) {
            gzip.write(1);
        }
        byte[] bytes = named.toByteArray();
        bytes[3] = 8;
        assertThat(refused(bytes)).isEqualTo(Reason.NOT_A_SNAPSHOT);
        assertThat(refused(new byte[0])).isEqualTo(Reason.EMPTY);
    }

    @Test
    void what_follows_in_a_later_format_is_missing() throws IOException {
        byte[] newer = GzipMemberReader.member(
                out -> out.write("{\"format\":\"poolscope-history\",\"version\":9}".getBytes(StandardCharsets.UTF_8)));
        byte[] first = new SegmentLineBuilder().beginning(prod, false);
        assertThat(opened(joined(first, newer)).missing())
                .contains(new Missing(Gap.NEWER, first.length, first.length + newer.length));
    }

    @Test
    void a_folder_a_missing_file_and_one_that_the_system_denies_are_refused() throws IOException {
        assertThat(refused(folder, FileSystemOperations.ofDisk(), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.NOT_A_FILE);
        assertThat(refused(folder.resolve("nothing"), FileSystemOperations.ofDisk(), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.MISSING);
        Files.write(file, whole);
        assertThat(refused(file, failing(new AccessDeniedException("x")), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.DENIED);
        assertThat(refused(file, failing(new NoSuchFileException("x")), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.MISSING);
        assertThat(refused(file, failing(new IOException("Input/output error")), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.UNREADABLE);
    }

    /// A disk on which a file is there until it is read.
    private static FileSystemOperations failing(IOException e) {
        return new ForwardingFileOps() {
            @Override
            public byte[] read(Path path, int atMost) throws IOException {
                throw e;
            }
        };
    }

    @Test
    void a_file_of_two_gigabytes_is_refused_unread() throws IOException {
        try (var huge = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            huge.write(ByteBuffer.wrap(new byte[1]), 2L << 30);
        }
        assertThat(refused(file, failing(new IOException("it was read")), HistoryFileReadLimits.OWN))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void what_unpacks_to_more_than_memory_can_hold_is_refused_or_left_out() throws IOException {
        Files.write(file, whole);
        int size = unpacked();
        assertThat(refused(file, FileSystemOperations.ofDisk(),
                new HistoryFileReadLimits(whole.length, size - 1, 1_000, 1_000))).isEqualTo(Reason.TOO_LARGE);
        assertThat(
                refused(file, FileSystemOperations.ofDisk(), new HistoryFileReadLimits(whole.length, size, 3, 1_000)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(
                refused(file, FileSystemOperations.ofDisk(), new HistoryFileReadLimits(whole.length, size, 1_000, 2)))
                .isEqualTo(Reason.TOO_LARGE);
        assertThat(SnapshotFile
                .read(file, FileSystemOperations.ofDisk(), new HistoryFileReadLimits(whole.length, size, 1_000, 3))
                .missing()).map(Missing::gap).contains(Gap.TOO_LARGE);
        assertThat(SnapshotFile
                .read(file, FileSystemOperations.ofDisk(), new HistoryFileReadLimits(whole.length, size, 1_000, 4))
                .missing()).isEmpty();
    }

    /// The size of the largest member, in bytes.
    private int unpacked() throws IOException {
        var members = new GzipMemberReader(whole, Integer.MAX_VALUE);
        return Math.max(members.next().orElseThrow().length, members.next().orElseThrow().length);
    }

    @Test
    void any_number_of_unknown_names_does_not_keep_what_is_known_from_being_read() throws IOException {
        var junk = IntStream.range(0, 120_000)
                .mapToObj(i -> "\"x" + i + "\":{\"1\":1}")
                .collect(Collectors.joining(","));
        byte[] bytes = new SegmentLineBuilder().beginning(prod, false);
        for (var changed : List.of("{\"cluster_name\":{\"1\":\"new\"}," + junk + "}", "{\"owner\":{\"1\":\"chen\"}}",
                "{\"owner\":{\"99\":\"nobody\"}}")) {
            var line = "{\"read_at\":\"2026-03-01T09:00:00Z\",\"change\":true,\"changed\":" + changed + "}";
            bytes = joined(bytes, GzipMemberReader.member(out -> out.write(line.getBytes(StandardCharsets.UTF_8))));
        }
        var first = opened(bytes).at(Instant.MAX).getFirst().pools().getFirst();
        assertThat(first.poolNamesAndOwner().name()).isEqualTo(FieldValue.text("new"));
        assertThat(first.poolNamesAndOwner().owner()).isEqualTo(FieldValue.text("chen"));
        assertThat(first.key()).isEqualTo(prod.pools().getFirst().key());
    }

    @Test
    void what_happens_to_the_file_after_it_was_opened_does_not_matter() throws IOException {
        var snapshot = opened(whole);
        Files.write(file, new byte[]{1, 2, 3});
        Files.delete(file);
        assertSame(snapshot.at(START.plusSeconds(9)).getFirst().pools(), prod.pools(), "prod");
    }

    @Test
    void it_holds_nothing_but_names_places_and_pools() throws IOException {
        var members = new GzipMemberReader(whole, Integer.MAX_VALUE);
        var header = new String(members.next().orElseThrow(), StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        try (var parser = JsonLineCodec.FACTORY.createParser(header)) {
            assertThat(new JsonLineCodec(parser, 100).next()).containsOnlyKeys("format", "version", "read_at",
                    "connection_id", "connection", "region", "endpoint", "project_id", "narrowing", "complete", "pools",
                    "connections");
        }
    }
}
