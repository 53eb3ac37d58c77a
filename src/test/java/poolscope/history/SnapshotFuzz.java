package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import poolscope.disk.ForwardingFileOps;
import poolscope.fuzz.FuzzTarget;
import poolscope.pool.Pool;

/// A file of a history or a snapshot: it is read up to its first damage or refused, and what was read is written and
/// read back as the same. An input that is not compressed stands for members of a file, with form feeds between them.
public final class SnapshotFuzz implements FuzzTarget {
    private static final byte FORM_FEED = '\f';
    private static final byte GZIP = 0x1f;
    private static final HistoryFileReadLimits LIMITS = new HistoryFileReadLimits(1 << 20, 1 << 20, 100_000, 10_000);

    @Override
    public List<byte[]> seeds() {
        try {
            var moments = new Moments(3, 4);
            var snapshot = new ByteArrayOutputStream();
            SnapshotFile.write(List.of(moments.next()), snapshot);
            var lines = new SegmentLineBuilder();
            var segment = new ByteArrayOutputStream();
            var known = moments.next();
            segment.writeBytes(lines.beginning(known, false));
            for (int i = 0; i < 4; i++) {
                var next = moments.changed(known.readAt().plusSeconds(60));
                segment.writeBytes(lines.next(next.readAt(), lines.advance(next.pools()), true));
                known = next;
            }
            return List.of(unpacked(segment.toByteArray()), unpacked(snapshot.toByteArray()), segment.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] unpacked(byte[] file) throws IOException {
        var members = new GzipMemberReader(file, LIMITS.content());
        var text = new ByteArrayOutputStream();
        for (var member = members.next(); member.isPresent(); member = members.next()) {
            if (text.size() > 0) text.write(FORM_FEED);
            text.writeBytes(member.get());
        }
        return text.toByteArray();
    }

    private static byte[] packed(byte[] input) throws IOException {
        if (input.length > 0 && input[0] == GZIP) return input;
        var file = new ByteArrayOutputStream();
        for (var member : new String(input, StandardCharsets.ISO_8859_1).split("\f"))
            file.writeBytes(GzipMemberReader.member(out -> out.write(member.getBytes(StandardCharsets.ISO_8859_1))));
        return file.toByteArray();
    }

    @Override
    public void check(byte[] input) throws IOException {
        byte[] file = packed(input);
        var reader = new SegmentReader(file, LIMITS);
        List<Pool> pools = new ArrayList<>();
        for (var entry = reader.next(); entry.isPresent(); entry = reader.next())
            switch (entry.get()) {
                case SegmentEntry.Beginning beginning -> pools.addAll(beginning.byNumber().values());
                case SegmentEntry.Difference difference -> pools.addAll(difference.appeared().values());
            }
        assertThat(reader.end()).isPresent();
        assertThat(reader.bytesRead()).isBetween(0, file.length);
        for (var pool : pools)
            checkRoundTrip(pool);
        checkSnapshot(file);
    }

    private static void checkRoundTrip(Pool pool) {
        var again = StoredPoolJson.pool(StoredPoolJson.of(pool), pool.poolOrigin());
        assertThat(StoredPoolJson.of(again)).isEqualTo(StoredPoolJson.of(pool));
    }

    private static void checkSnapshot(byte[] file) {
        try {
            var snapshot = SnapshotFile.read(Path.of("sent.jsonl.gz"), holding(file), LIMITS);
            assertThat(snapshot.moments()).isNotEmpty().isSorted();
            assertThat(snapshot.lostConnections()).isNotNegative();
            for (var moment : snapshot.moments())
                assertThat(snapshot.at(moment)).doesNotContainNull();
        } catch (SnapshotNotOpenedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static ForwardingFileOps holding(byte[] file) {
        return new ForwardingFileOps() {
            @Override
            public Kind kind(Path path) {
                return Kind.FILE;
            }

            @Override
            public long size(Path path) {
                return file.length;
            }

            @Override
            public byte[] read(Path path, int atMost) {
                return file;
            }
        };
    }
}
