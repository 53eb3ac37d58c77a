package poolscope.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// Which changes of a connection somebody has seen, beside its history. A damaged file counts as none: then the changes
/// are marked again.
///
/// @param files
///            of the connection
record AcknowledgedChangesFile(ConnectionHistoryFiles files) {
    private static final String NAME = "acknowledged.jsonl.gz";
    private static final String KEY = "acknowledged";
    private static final String AT = "acknowledged_at";
    private static final String GONE = "gone";

    List<AcknowledgedChange> read() throws IOException {
        var stored = stored();
        if (stored.isEmpty()) return List.of();
        var content = new GzipMemberReader(stored.get(), HistoryFileReadLimits.OWN.content()).next();
        if (content.isEmpty()) return List.of();
        List<AcknowledgedChange> all = new ArrayList<>();
        try (var parser = JsonLineCodec.FACTORY.createParser(content.get())) {
            var lines = new JsonLineCodec(parser, HistoryFileReadLimits.OWN.values());
            for (var line = lines.next(); line != null; line = lines.next())
                all.add(acknowledged(line));
            return List.copyOf(all);
        } catch (IOException | RuntimeException _) {
            return List.of();
        }
    }

    private AcknowledgedChange acknowledged(Map<String, @Nullable Object> line) throws IOException {
        if (!(line.get(KEY) instanceof String key) || !(line.get(AT) instanceof String at))
            throw new IOException("a line without a pool or a time");
        var seen = Instant.parse(at);
        var origin = new PoolOrigin(files.folder().getFileName().toString(), "", "", ApiGeneration.V1, 0, seen, "");
        return new AcknowledgedChange(key, seen,
                Boolean.TRUE.equals(line.get(GONE))
                        ? Optional.empty()
                        : Optional.of(StoredPoolJson.pool(line, origin)));
    }

    private Optional<byte[]> stored() throws IOException {
        return files.ops().kind(file()) == FileSystemOperations.Kind.FILE
                ? Optional.of(files.read(file()))
                : Optional.empty();
    }

    private Path file() {
        return files.folder().resolve(NAME);
    }

    void write(List<AcknowledgedChange> all) throws IOException {
        files.ops().createFolder(files.folder());
        byte[] bytes = GzipMemberReader.member(out -> {
            try (var json = JsonLineCodec.FACTORY.createGenerator(out)) {
                for (var one : all) {
                    JsonLineCodec.write(json, line(one));
                    json.writeRaw('\n');
                }
            }
        });
        files.replace(file(), bytes, stored());
    }

    private static Map<String, @Nullable Object> line(AcknowledgedChange one) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(KEY, one.key());
        line.put(AT, one.at().toString());
        one.pool()
                .map(Pool::withoutRaw)
                .map(StoredPoolJson::of)
                .ifPresentOrElse(line::putAll, () -> line.put(GONE, true));
        return line;
    }
}
