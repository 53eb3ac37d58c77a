package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poolscope.connection.SavedConnections;
import poolscope.disk.CrashingDisk;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchState;

/// A program that saves one of its files is killed before each of its operations on the disk, and in the middle of
/// those that write.
class KilledWhileSavingTest {
    private static final Clock CLOCK = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    private static final WatchRule RULE = new WatchRule("abnormal", "异常", "status:abnormal", WatchRule.Trigger.BOTH,
            List.of("a-1"), false, Optional.of(Samples.NOON));
    private static final WatchRule OTHER_RULE = new WatchRule("many", "Many", "nodes>4", WatchRule.Trigger.STOPS,
            List.of(), true, Optional.empty());
    @TempDir
    Path folder;
    private int runs;

    /// A kind of file.
    ///
    /// @param before
    ///            what is there
    /// @param next
    ///            what is being saved
    /// @param later
    ///            what the next program saves
    private record Kind<T>(JsonFileMapping<T> mapping, T before, T next, T later) {
        JsonFile<T> in(Path folder, FileSystemOperations ops) {
            return new JsonFile<>(folder, mapping, ops, CLOCK);
        }

        @Override
        public String toString() {
            return mapping.fileName();
        }
    }

    static Stream<Kind<?>> kinds() {
        return Stream.of(
                new Kind<>(new SettingsJson(), Samples.OLD, Samples.NEW,
                        Samples.NEW.withWindowAppearance(Samples.NEW.windowAppearance().withZoomPercent(90))),
                new Kind<>(new ConnectionsJson(), ConnectionSamples.ALL,
                        new SavedConnections(List.of(ConnectionSamples.PRIVATE)),
                        new SavedConnections(List.of(ConnectionSamples.OPEN, ConnectionSamples.PRODUCTION))),
                new Kind<>(new WatchRulesJson(), List.of(RULE), List.of(RULE, OTHER_RULE), List.of(OTHER_RULE)),
                new Kind<>(new WatchStateJson(), state(1), state(2), state(3)),
                new Kind<>(new SavedViewJson("morning", "morning.json"), Optional.of(view("nodes>1")),
                        Optional.of(view("nodes>2")), Optional.of(view("nodes>3"))));
    }

    private static WatchState state(int minutes) {
        return new WatchState(Map.of(), Map.of(),
                List.of(new WatchLogEntry.Resumed(Samples.NOON.plusSeconds(60L * minutes), "prod")), 0);
    }

    private static SavedView view(String filter) {
        return new SavedView("morning", "早班", SavedView.Scope.AS_TICKED, filter, Samples.NEW.table(), 1);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void P34_the_next_program_finds_the_old_content_or_the_new_one_and_saves(Kind<T> kind) throws IOException {
        for (boolean movesAtomically : new boolean[]{true, false})
            assertThat(CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
                var place = folder.resolve("run-" + runs++);
                kind.in(place, FileSystemOperations.ofDisk()).save(kind.before());
                kill(kind, place, disk, kind.next());
                var loaded = kind.in(place, FileSystemOperations.ofDisk()).load();
                assertThat(loaded.value()).as("%s", disk).isIn(kind.before(), kind.next());
                boolean isTorn = disk.torn().filter(place.resolve(kind.toString())::equals).isPresent();
                assertThat(loaded.notices()).as("%s", disk)
                        .noneMatch(notice -> notice instanceof FileNotice.SetAside && !isTorn);
                assertSaves(kind, place, disk);
                assertThat(names(place)).as("%s: nothing is left of the killed one", disk)
                        .allMatch(name -> List.of(kind.toString(), kind + ".lock").contains(name)
                                || isTorn && name.startsWith(kind + ".bad-"));
            })).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void P34_a_first_save_is_all_or_nothing(Kind<T> kind) throws IOException {
        for (boolean movesAtomically : new boolean[]{true, false})
            CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
                var place = folder.resolve("run-" + runs++);
                kill(kind, place, disk, kind.next());
                assertThat(kind.in(place, FileSystemOperations.ofDisk()).load().value()).as("%s", disk)
                        .isIn(kind.mapping().defaults(), kind.next());
                assertSaves(kind, place, disk);
            });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void P35_a_damaged_file_is_kept_aside_before_it_is_replaced(Kind<T> kind) throws IOException {
        for (boolean movesAtomically : new boolean[]{true, false})
            CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
                var place = folder.resolve("run-" + runs++);
                kind.in(place, FileSystemOperations.ofDisk()).save(kind.before());
                var file = place.resolve(kind.toString());
                byte[] whole = Files.readAllBytes(file);
                byte[] damaged = Files.readAllBytes(Files.write(file, Arrays.copyOf(whole, whole.length / 2)));
                kill(kind, place, disk, kind.next());
                assertThat(isThere(place, damaged)).as("%s", disk).isTrue();
                assertSaves(kind, place, disk);
                assertThat(isThere(place, damaged)).as("%s, and saved again", disk).isTrue();
            });
    }

    private static <T> void kill(Kind<T> kind, Path place, CrashingDisk disk, T next) throws IOException {
        disk.survives(() -> {
            var file = kind.in(place, disk);
            file.load();
            file.save(next);
        });
    }

    private static <T> void assertSaves(Kind<T> kind, Path place, CrashingDisk disk) throws IOException {
        var file = kind.in(place, FileSystemOperations.ofDisk());
        file.load();
        file.save(kind.later());
        assertThat(kind.in(place, FileSystemOperations.ofDisk()).load()).as("%s: saved again", disk)
                .isEqualTo(new LoadedValueWithNotices<>(kind.later(), List.of()));
    }

    private static boolean isThere(Path place, byte[] content) throws IOException {
        for (var name : names(place))
            if (Arrays.equals(Files.readAllBytes(place.resolve(name)), content)) return true;
        return false;
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
