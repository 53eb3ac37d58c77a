package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poolscope.settings.Samples.FILE;
import static poolscope.settings.Samples.NEW;
import static poolscope.settings.Samples.RICH;
import static poolscope.settings.Samples.holding;
import static poolscope.settings.Samples.on;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.settings.ConfigFileNotSavedException.Why;

/// Settings of another version and of another instance.
class ThreeWayMergeTest {

    private static final String LATER = """
            {"version": 1, "sparkles": {"deep": [1, {"x": 1.10}], "big": 123456789012345678901234567890, "tiny": 1e-400},
             "look": {"theme": "dark", "glow": true},
             "table": {"columns": [{"field": "status", "width": 90.0, "shown": true, "frozen": "left"}, {"field": "nodes"}],
                       "groupBy": "region"},
             "none": null}
            """;
    /// As version 1 of the file was written. Never change this text: add one for each later version.
    private static final String VERSION_1 = """
            {
              "version" : 1,
              "look" : {
                "language" : "chinese",
                "theme" : "dark",
                "density" : "compact",
                "zoomPercent" : 125
              },
              "window" : {
                "bounds" : [ -1280.0, 40.5, 1100.0, 720.0 ],
                "maximised" : true,
                "detailsShown" : false,
                "detailsShare" : 0.4,
                "sidebarShown" : false
              },
              "table" : {
                "columns" : [ {
                  "field" : "cluster_name",
                  "width" : 240.5,
                  "shown" : true
                }, {
                  "field" : "status",
                  "width" : 90.0,
                  "shown" : true
                }, {
                  "field" : "order_id",
                  "width" : 120.0,
                  "shown" : false
                } ],
                "sort" : [ {
                  "field" : "status",
                  "descending" : true
                }, {
                  "field" : "cluster_name",
                  "descending" : false
                } ]
              },
              "filter" : {
                "text" : "status:abnormal 训练",
                "history" : [ "训练 😀 \\"quoted\\" \\\\", "nodes>4" ]
              }
            }
            """;

    @Test
    void a_file_of_version_1_is_read() {
        var table = RICH.table();
        var withoutLaterKeys = RICH
                .withWindowAppearance(RICH.windowAppearance()
                        .withAccentColour(Settings.defaults().windowAppearance().accentColour())
                        .withTimeZone(Settings.defaults().windowAppearance().timeZone())
                        .withEstimatedEnds(Settings.defaults().windowAppearance().estimatedEnds()))
                .withRefresh(Settings.defaults().refresh())
                .withWindow(RICH.window().withSummaryVisibility(SummaryVisibility.defaults()))
                .withView(Settings.FIRST_VIEW)
                .withRecentCommandsAndExport(RecentCommandsAndExport.defaults())
                .withChanges(ChangeTrackingSettings.defaults())
                .withTable(new TableLayout(table.columns()
                        .stream()
                        .map(column -> new TableLayout.Column(column.fieldId(), column.width(), column.shown(),
                                column.fieldId().equals("cluster_name")))
                        .toList(), table.sort()));
        assertThat(on(holding(VERSION_1)).load()).isEqualTo(new LoadedValueWithNotices<>(withoutLaterKeys, List.of()));
    }

    @Test
    void a_grouping_that_only_a_newer_version_knows_is_kept() throws IOException {
        MemoryDisk disk = holding("{\"version\": 1, \"table\": {\"grouping\": \"phase of the moon\"}}");
        SettingsFile file = on(disk);
        Settings settings = file.load().value();
        file.save(settings.withWindowAppearance(NEW.windowAppearance()));
        assertThat(on(disk).load().value().table().grouping()).isEqualTo("phase of the moon");
    }

    @Test
    void P36_unknown_keys_survive() throws IOException {
        MemoryDisk disk = holding(LATER);
        SettingsFile file = on(disk);
        file.save(file.load().value());
        file.save(NEW);
        JsonNode before = new ObjectMapper().readTree(LATER);
        JsonNode after = new ObjectMapper().readTree(disk.bytes(FILE));
        assertThat(after.path("sparkles")).isEqualTo(before.path("sparkles"));
        assertThat(after.has("none")).isTrue();
        assertThat(after.at("/look/glow")).isEqualTo(before.at("/look/glow"));
        assertThat(after.at("/table/groupBy")).isEqualTo(before.at("/table/groupBy"));
        assertThat(after.at("/table/columns/0/frozen").asText()).isEqualTo("left");
        assertThat(new String(disk.bytes(FILE), StandardCharsets.UTF_8)).contains("1.10", "1E-400",
                "123456789012345678901234567890");
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(NEW, List.of()));
    }

    @Test
    void P36_unknown_keys_survive_a_file_that_vanished() throws IOException {
        MemoryDisk disk = holding(LATER);
        SettingsFile file = on(disk);
        Settings settings = file.load().value();
        disk.delete(FILE);
        file.save(settings);
        assertThat(new ObjectMapper().readTree(disk.bytes(FILE)).at("/look/glow").asBoolean()).isTrue();
        assertThat(on(disk).load().value()).isEqualTo(settings);
    }

    @Test
    void P36_a_newer_versions_file_is_read_and_never_rewritten() {
        String text = LATER.replace("\"version\": 1", "\"version\": 2").replace("\"dark\"", "\"sepia\"");
        MemoryDisk disk = holding(text);
        SettingsFile file = on(disk);
        LoadedValueWithNotices<Settings> loadedSettings = file.load();
        assertThat(loadedSettings.notices()).containsExactly(new FileNotice.NewerVersion(FILE, "2"));
        assertThat(loadedSettings.value().table().columns()).hasSize(2);
        refusesToReplaceNewer(disk, file, text);
    }

    @Test
    void P36_a_file_that_a_newer_version_has_taken_over_meanwhile_is_not_rewritten() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile file = on(disk);
        file.load();
        disk.with(FILE, "{\"version\": 2.5}".getBytes(StandardCharsets.UTF_8));
        refusesToReplaceNewer(disk, file, "{\"version\": 2.5}");
    }

    @Test
    void P37_the_last_writer_wins_key_by_key() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        SettingsFile one = on(disk);
        SettingsFile two = on(disk);
        Settings atOne = one.load().value();
        Settings atTwo = two.load().value();
        one.save(atOne = atOne.withWindowAppearance(atOne.windowAppearance().withZoomPercent(150)));
        two.save(atTwo = atTwo.withWindowAppearance(atTwo.windowAppearance().withTheme(WindowAppearance.Theme.LIGHT))
                .withFilter(new FilterTextAndHistory("two", List.of())));
        one.save(atOne = atOne.withWindow(NEW.window()));
        Settings expected = RICH
                .withWindowAppearance(
                        RICH.windowAppearance().withZoomPercent(150).withTheme(WindowAppearance.Theme.LIGHT))
                .withFilter(new FilterTextAndHistory("two", List.of()))
                .withWindow(NEW.window());
        assertThat(on(disk).load().value()).isEqualTo(expected);
        two.save(atTwo.withWindowAppearance(atTwo.windowAppearance().withZoomPercent(75)));
        assertThat(on(disk).load().value().windowAppearance().zoomPercent()).isEqualTo(75);
    }

    @Test
    void P37_a_save_waits_for_another_instance_and_then_gives_up() {
        MemoryDisk disk = new MemoryDisk();
        disk.lockedByAnother = true;
        assertThatThrownBy(() -> on(disk).save(RICH)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.BUSY));
        assertThat(disk.pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(2));
        assertThat(disk.names).isEmpty();
    }

    @Test
    void P37_a_disk_without_locks_is_written_all_the_same() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        disk.fault = (_, what, _) -> {
            if (what.equals("tryLock")) {
                throw new IOException("No locks available");
            }
        };
        on(disk).save(RICH);
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
    }

    @Test
    void saving_what_is_there_already_writes_nothing() throws IOException {
        MemoryDisk disk = Samples.saved(RICH);
        on(disk).save(RICH);
        assertThat(disk.changes).isEmpty();
    }

    private static void refusesToReplaceNewer(MemoryDisk disk, SettingsFile file, String text) {
        assertThatThrownBy(() -> file.save(NEW)).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.NEWER_VERSION));
        assertThat(disk.bytes(FILE)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(disk.namesLike("settings.json")).containsExactly("settings.json");
    }
}
