package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.history.Moments.START;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.pool.change.PoolListDiff;

/// Every prefix and every flipped bit of a segment.
class DamagedHistoryTest {
    /// Tens of thousands of files are written.
    private static final FileSystemOperations DISK = new ForwardingFileOps() {
        @Override
        public void force(Path file) {}

        @Override
        public void forceFolder(Path folder) {}
    };
    private final Moments moments = new Moments(13, 1);
    private final List<Path> copies = new ArrayList<>();
    private Path segment;
    private byte[] whole;
    @TempDir
    Path config;

    @BeforeEach
    void record() throws IOException {
        try (var history = open()) {
            for (int reading = 0; reading < 12; reading++)
                history.add(moments.next());
        }
        try (Stream<Path> files = Files.list(config.resolve("history/c"))) {
            segment = files.toList().getFirst();
        }
        whole = Files.readAllBytes(segment);
    }

    private HistoryFolder open() {
        return HistoryFolder.in(config, DISK, Clock.fixed(START, ZoneOffset.UTC), copies::add);
    }

    @Test
    void of_every_prefix_what_is_whole_is_read_and_the_rest_is_kept_aside() throws IOException {
        for (int length = 0; length < whole.length; length++)
            assertReadable(Arrays.copyOf(whole, length), "cut off after " + length + " bytes", false);
    }

    @Test
    void with_any_bit_flipped_what_stands_before_it_is_read_and_a_file_that_lost_something_is_kept_aside()
            throws IOException {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertReadable(damaged, "bit " + bit + " flipped", true);
        }
    }

    /// @param isDamaged
    ///            whether something is wrong in it; a file that is cut off where a line ends is none
    private void assertReadable(byte[] bytes, String as, boolean isDamaged) throws IOException {
        copies.clear();
        Files.write(segment, bytes);
        try (var history = open()) {
            var known = history.newest("c");
            known.ifPresent(found -> assertThat(
                    PoolListDiff.between(moments.lists.floorEntry(found.readAt()).getValue(), found.pools())).as(as)
                    .isEmpty());
            boolean isWhole = known.filter(found -> found.readAt().equals(moments.lists.lastKey())).isPresent();
            if (isDamaged && !isWhole) assertThat(copies).as(as).hasSize(1);
            if (!copies.isEmpty()) assertThat(Files.readAllBytes(copies.getFirst())).as(as).isEqualTo(bytes);
            history.add(new KnownPoolsAtTime(Moments.SOURCE, START.plusSeconds(86_400), true, List.of()));
            assertThat(history.newest("c").orElseThrow().pools()).as(as).isEmpty();
        }
        int kept = copies.size();
        try (var history = open()) {
            history.newest("c");
            history.moments("c");
        }
        assertThat(copies).as("%s: said once", as).hasSize(kept);
        for (Path file : contents())
            if (!file.equals(segment) && !file.getFileName().toString().contains(".bad-")) Files.delete(file);
        assertThat(contents().stream().filter(file -> file.toString().contains(".bad-"))).hasSizeLessThanOrEqualTo(5);
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(segment.getParent())) {
            return files.toList();
        }
    }

    @Test
    void any_program_that_knows_gzip_and_json_can_read_it() throws IOException {
        try (var lines = new GZIPInputStream(Files.newInputStream(segment))) {
            var text = new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var mapper = new com.fasterxml.jackson.databind.json.JsonMapper();
            var header = mapper.readTree(text.lines().findFirst().orElseThrow());
            assertThat(header.get("format").textValue()).isEqualTo("poolscope-history");
            assertThat(header.get("pools").intValue()).isEqualTo(1);
            assertThat(text.lines().skip(2)).isNotEmpty()
                    .allSatisfy(line -> assertThat(mapper.readTree(line).get("read_at").textValue())
                            .startsWith("2026-03-01T08:"));
        }
    }

    @Test
    void what_a_newer_version_wrote_is_left_alone() throws IOException {
        byte[] newer = GzipMemberReader.member(out -> out.write("{\"format\":\"poolscope-history\",\"version\":3}\n"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Files.write(segment, newer);
        try (var history = open()) {
            assertThat(history.newest("c")).isEmpty();
            assertThat(history.moments("c")).isEmpty();
        }
        assertThat(copies).isEmpty();
        assertThat(Files.readAllBytes(segment)).isEqualTo(newer);
    }
}
