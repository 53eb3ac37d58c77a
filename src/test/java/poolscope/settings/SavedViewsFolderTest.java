package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;

/// The folder of views: one file each, and none of them can stop the start.
class SavedViewsFolderTest {
    private static final Path VIEWS = Samples.FOLDER.resolve("views");
    private static final TableLayout TABLE = new TableLayout(
            List.of(new Column("cluster_name", 240, true, true), new Column("owner", 90, false, false)),
            List.of(new SortBy("allocatable_gpus", true)), "status", Set.of("owner"));
    private static final SavedView MORNING = new SavedView("morning", "早班 check \"1\"",
            new SavedView.Scope.Named(List.of("生产 \"prod\"", "lab")), "status:abnormal 训练", TABLE, 1);
    static final SavedView EVENING = new SavedView("evening", "Evening", new SavedView.Scope.Group("训练"), "gpu>0",
            TableLayout.defaults(), 2);
    private static final SavedView PLAIN = new SavedView("plain", "Plain", SavedView.Scope.AS_TICKED, "",
            TableLayout.defaults(), 0);
    /// As version 1 of a view was written. Never change this text: add one for each later version.
    private static final String VERSION_1 = """
            {
              "version" : 1,
              "name" : "早班 check \\"1\\"",
              "connections" : {
                "which" : "named",
                "names" : [ "生产 \\"prod\\"", "lab" ],
                "group" : ""
              },
              "filter" : "status:abnormal 训练",
              "table" : {
                "columns" : [ {
                  "field" : "cluster_name",
                  "width" : 240.0,
                  "shown" : true,
                  "pinned" : true
                }, {
                  "field" : "owner",
                  "width" : 90.0,
                  "shown" : false,
                  "pinned" : false
                } ],
                "sort" : [ {
                  "field" : "allocatable_gpus",
                  "descending" : true
                } ],
                "grouping" : "status",
                "pinningChosen" : true,
                "chosen" : [ "owner" ]
              },
              "place" : 1
            }
            """;

    @Test
    void without_a_folder_there_are_no_views_and_nothing_is_made() {
        MemoryDisk disk = new MemoryDisk();
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(List.of(), List.of()));
        assertThat(disk.namesLike("views")).isEmpty();
    }

    @Test
    void what_was_saved_is_loaded_in_the_order_of_the_places() throws IOException {
        MemoryDisk disk = holding(EVENING, MORNING, PLAIN);
        assertThat(on(disk).load())
                .isEqualTo(new LoadedValueWithNotices<>(List.of(PLAIN, MORNING, EVENING), List.of()));
    }

    @Test
    void a_view_of_version_1_is_read() {
        MemoryDisk disk = new MemoryDisk().with(file("morning"), bytes(VERSION_1));
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(List.of(MORNING), List.of()));
    }

    @Test
    void a_view_that_is_deleted_is_gone_and_the_others_stay() throws IOException {
        MemoryDisk disk = holding(MORNING, EVENING);
        SavedViewsFolder files = on(disk);
        files.load();
        files.delete("morning");
        files.delete("never-there");
        assertThat(on(disk).load().value()).containsExactly(EVENING);
    }

    @Test
    void a_view_that_is_deleted_does_not_come_back_from_its_backup() throws IOException {
        MemoryDisk disk = holding(MORNING.withFilter("gpu>=8"), EVENING).with(VIEWS.resolve("morning.json.backup"),
                bytes(VERSION_1));
        on(disk).delete("morning");
        assertThat(disk.namesLike("morning")).isEmpty();
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(List.of(EVENING), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "", "missing"})
    void P35_a_view_that_was_torn_while_it_was_replaced_is_the_one_of_its_backup(String torn) {
        MemoryDisk disk = new MemoryDisk().with(VIEWS.resolve("morning.json.backup"), bytes(VERSION_1));
        if (!torn.equals("missing")) disk.with(file("morning"), bytes(torn));
        LoadedValueWithNotices<List<SavedView>> loadedValueWithNotices = on(disk).load();
        assertThat(loadedValueWithNotices.value()).containsExactly(MORNING);
        assertThat(loadedValueWithNotices.notices())
                .contains(new FileNotice.FromBackup(VIEWS.resolve("morning.json.backup")));
    }

    @Test
    void P35_a_view_cut_at_any_byte_is_left_out_named_and_kept_and_the_others_are_there() throws IOException {
        byte[] whole = bytes(VERSION_1.strip());
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            MemoryDisk disk = holding(EVENING).with(file("morning"), torn);
            LoadedValueWithNotices<List<SavedView>> loadedValueWithNotices = on(disk).load();
            assertThat(loadedValueWithNotices.value()).as("cut at %d", length).containsExactly(EVENING);
            assertThat(loadedValueWithNotices.notices()).singleElement()
                    .isInstanceOfSatisfying(FileNotice.ViewSkipped.class, skipped -> {
                        assertThat(skipped.kept().getFileName().toString()).startsWith("morning.json.bad-");
                        assertThat(disk.bytes(skipped.kept())).isEqualTo(torn);
                    });
            assertThat(on(disk).load()).as("told once")
                    .isEqualTo(new LoadedValueWithNotices<>(List.of(EVENING), List.of()));
        }
    }

    @Test
    void P35_any_bytes_at_all_are_a_view_or_are_kept() {
        Random random = PropertyCases.random(20260301);
        for (int round = 0; round < PropertyCases.times(2_000); round++) {
            byte[] bytes = bytes(VERSION_1);
            for (int hits = random.nextInt(1, 20); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            MemoryDisk disk = new MemoryDisk().with(file("morning"), bytes);
            for (FileNotice fileNotice : on(disk).load().notices()) {
                if (fileNotice instanceof FileNotice.ViewSkipped(Path kept, var _)) {
                    assertThat(disk.bytes(kept)).isEqualTo(bytes);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"name\":\"\"}", "{\"name\":7}", "{\"name\":\" x\"}",
            "{\"name\":\"a\\nb\"}", "{\"name\":\"a\",\"filter\":[]}", "{\"name\":\"a\",\"connections\":\"all\"}",
            "{\"name\":\"a\",\"connections\":{\"which\":\"named\",\"names\":[7]}}",
            "{\"name\":\"a\",\"table\":{\"columns\":7}}", "<html>"})
    void P35_what_makes_no_view_is_left_out_and_kept(String text) {
        MemoryDisk disk = new MemoryDisk().with(file("odd"), bytes(text));
        LoadedValueWithNotices<List<SavedView>> loadedValueWithNotices = on(disk).load();
        assertThat(loadedValueWithNotices.value()).isEmpty();
        assertThat(loadedValueWithNotices.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.ViewSkipped.class,
                        skipped -> assertThat(disk.bytes(skipped.kept())).isEqualTo(bytes(text)));
    }

    @Test
    void P36_a_newer_versions_view_is_shown_and_never_rewritten_or_removed() throws IOException {
        String newer = VERSION_1.replace("\"version\" : 1", "\"version\" : 2, \"sparkles\" : true");
        MemoryDisk disk = new MemoryDisk().with(file("morning"), bytes(newer));
        SavedViewsFolder files = on(disk);
        LoadedValueWithNotices<List<SavedView>> loadedValueWithNotices = files.load();
        assertThat(loadedValueWithNotices.value()).containsExactly(MORNING);
        assertThat(loadedValueWithNotices.notices()).containsExactly(new FileNotice.NewerVersion(file("morning"), "2"));
        refuses(Why.NEWER_VERSION, () -> files.save(MORNING.withFilter("x")));
        refuses(Why.NEWER_VERSION, () -> files.delete("morning"));
        assertThat(disk.bytes(file("morning"))).isEqualTo(bytes(newer));
    }

    @Test
    void P36_a_newer_versions_view_that_is_not_understood_is_left_alone() {
        String newer = "{\"version\": 3, \"name\": {\"en\": \"Morning\"}}";
        MemoryDisk disk = new MemoryDisk().with(file("morning"), bytes(newer));
        assertThat(on(disk).load()).isEqualTo(
                new LoadedValueWithNotices<>(List.of(), List.of(new FileNotice.NewerVersion(file("morning"), "3"))));
        assertThat(disk.bytes(file("morning"))).isEqualTo(bytes(newer));
    }

    @Test
    void P36_unknown_keys_survive() throws IOException {
        MemoryDisk disk = new MemoryDisk().with(file("morning"),
                bytes(VERSION_1.replace("\"version\" : 1", "\"version\" : 1, \"sparkles\" : [1.10]")));
        SavedViewsFolder files = on(disk);
        files.save(files.load().value().getFirst().withFilter("gpu>=8"));
        assertThat(new String(disk.bytes(file("morning")), StandardCharsets.UTF_8)).contains("1.10", "gpu>=8");
    }

    @Test
    void P37_two_instances_change_different_parts_of_one_view() throws IOException {
        MemoryDisk disk = holding(MORNING);
        SavedViewsFolder here = on(disk);
        SavedViewsFolder there = on(disk);
        SavedView mine = here.load().value().getFirst();
        there.save(there.load().value().getFirst().withName("Other"));
        here.save(mine.withFilter("gpu>=8"));
        assertThat(on(disk).load().value()).containsExactly(MORNING.withName("Other").withFilter("gpu>=8"));
    }

    @Test
    void files_that_are_no_views_of_ours_are_left_alone() {
        MemoryDisk disk = new MemoryDisk().with(VIEWS.resolve("notes.txt"), bytes("x"))
                .with(VIEWS.resolve("a b.json"), bytes("x"))
                .with(VIEWS.resolve("x.json.bad-20260301T120000Z"), bytes("x"));
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(List.of(), List.of()));
        assertThat(disk.bytes(VIEWS.resolve("a b.json"))).isEqualTo(bytes("x"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void P39_views_are_for_the_operator_alone(@TempDir Path folder) throws IOException {
        SavedViewsFolder.in(folder.resolve("config"), FileSystemOperations.ofDisk(), Clock.systemUTC()).save(MORNING);
        Path views = folder.resolve("config").resolve("views");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(views))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(views.resolve("morning.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void P35_a_folder_or_a_file_of_100_MB_in_the_place_of_a_view_is_told_and_left(@TempDir Path folder)
            throws IOException {
        Path views = Files.createDirectories(folder.resolve("views"));
        Files.createDirectory(views.resolve("folder.json"));
        try (var file = new java.io.RandomAccessFile(views.resolve("huge.json").toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        assertThat(SavedViewsFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC()).load())
                .isEqualTo(new LoadedValueWithNotices<>(List.of(), List.of(
                        new FileNotice.ViewUnreadable(views.resolve("folder.json"), FileNotice.Obstacle.NOT_A_FILE),
                        new FileNotice.ViewUnreadable(views.resolve("huge.json"), FileNotice.Obstacle.TOO_LARGE))));
        assertThat(views.resolve("huge.json")).hasSize(100 << 20);
    }

    @Test
    void P35_a_file_in_the_place_of_the_folder_costs_the_views_and_not_the_start(@TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("views"), "x");
        SavedViewsFolder files = SavedViewsFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
        assertThat(files.load()).isEqualTo(new LoadedValueWithNotices<>(List.of(),
                List.of(new FileNotice.ViewsUnreadable(folder.resolve("views")))));
        refuses(Why.DISK, () -> files.save(MORNING));
        assertThat(folder.resolve("views")).hasContent("x");
    }

    private static void refuses(Why why, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static MemoryDisk holding(SavedView... views) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        for (SavedView savedView : views) {
            on(disk).save(savedView);
        }
        return disk.copy();
    }

    private static SavedViewsFolder on(MemoryDisk disk) {
        return SavedViewsFolder.in(Samples.FOLDER, disk, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }

    private static Path file(String id) {
        return VIEWS.resolve(id + ".json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
