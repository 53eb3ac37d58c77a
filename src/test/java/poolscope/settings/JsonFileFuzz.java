package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import poolscope.fuzz.FuzzTarget;

/// A file of the program, whatever is in it: there is a value to start with, and when it is saved it is loaded again as
/// it was.
public final class JsonFileFuzz<T> implements FuzzTarget {
    private final JsonFileMapping<T> mapping;
    private final List<byte[]> seeds;

    private JsonFileFuzz(JsonFileMapping<T> mapping, List<T> values) {
        this.mapping = mapping;
        seeds = values.stream()
                .map(value -> mapping.render(value).toString().getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    public static FuzzTarget ofSettings() {
        return new JsonFileFuzz<>(new SettingsJson(), List.of(Samples.RICH, Samples.NEW));
    }

    public static FuzzTarget ofConnections() {
        return new JsonFileFuzz<>(new ConnectionsJson(), List.of(ConnectionSamples.ALL));
    }

    public static FuzzTarget ofWatchRules() {
        return new JsonFileFuzz<>(new WatchRulesJson(), List.of(WatchRulesAndStateFilesTest.BOTH));
    }

    public static FuzzTarget ofWatchState() {
        return new JsonFileFuzz<>(new WatchStateJson(), List.of(WatchRulesAndStateFilesTest.FOUND));
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public void check(byte[] input) throws IOException {
        Path path = Samples.FOLDER.resolve(mapping.fileName());
        MemoryDisk disk = new MemoryDisk().with(path, input);
        JsonFile<T> file = on(disk);
        var loaded = file.load();
        assertThat(disk.bytes(path)).as("loading changes nothing").isEqualTo(input);
        if (loaded.notices().stream().anyMatch(FileNotice.NewerVersion.class::isInstance)) return;
        file.save(loaded.value());
        assertThat(on(disk).load()).as("what was saved is in order")
                .isEqualTo(new LoadedValueWithNotices<>(loaded.value(), List.of()));
    }

    private JsonFile<T> on(MemoryDisk disk) {
        return new JsonFile<>(Samples.FOLDER, mapping, disk, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }
}
