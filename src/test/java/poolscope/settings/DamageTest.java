package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.settings.Samples.FILE;
import static poolscope.settings.Samples.RICH;
import static poolscope.settings.Samples.holding;
import static poolscope.settings.Samples.on;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.PropertyCases;

@Execution(ExecutionMode.CONCURRENT)
class DamageTest {

    private final byte[] whole = saved();

    @Test
    void P35_of_a_file_cut_at_any_byte_the_defaults_are_used_and_it_is_kept_and_named() throws IOException {
        for (int length = 0; length < whole.length - 2; length++) {
            assertThat(loadedDespite(Arrays.copyOf(whole, length)).value()).as("cut at %d", length)
                    .isEqualTo(Settings.defaults());
        }
    }

    @Test
    void P35_after_a_flipped_bit_nothing_is_lost_without_a_copy_and_a_notice() throws IOException {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            if (isJsonObject(flipped)) {
                continue;
            }
            assertThat(loadedDespite(flipped).value())
                    .as("after a flip of bit %d: %s", bit, new String(flipped, StandardCharsets.UTF_8))
                    .isEqualTo(Settings.defaults());
        }
    }

    @Test
    void P35_any_bytes_at_all_give_settings_and_can_be_saved_over() throws IOException {
        Random random = PropertyCases.random(20260301);
        for (int round = 0; round < PropertyCases.times(3_000); round++) {
            byte[] bytes = whole.clone();
            for (int hits = random.nextInt(1, 40); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            MemoryDisk disk = new MemoryDisk().with(FILE, bytes);
            SettingsFile file = on(disk);
            file.load();
            if (file.load().notices().stream().noneMatch(FileNotice.NewerVersion.class::isInstance)) {
                file.save(Samples.NEW);
                assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(Samples.NEW, List.of()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\0", "null", "[]", "7", "\"look\"", "{", "}{", "{\"look\":", "<html>", "{} {}",
            "{\"look\":{\"zoomPercent\":125}} tail", "{\"a\":1e99999999999999}", "{\"a\":-}", "{\"look\" 5}"})
    void P35_what_is_not_json_is_kept_and_replaced(String text) throws IOException {
        loadedDespite(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void P35_a_deep_or_a_long_file_is_no_trouble() throws IOException {
        loadedDespite("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        loadedDespite("[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
        loadedDespite("\n  \"a\":".repeat(300_000).getBytes(StandardCharsets.UTF_8));
        loadedDespite(("{\"a\":" + "9".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
    void P35_another_unicode_encoding_is_understood(String encoding) {
        byte[] bytes = new String(whole, StandardCharsets.UTF_8).getBytes(Charset.forName(encoding));
        assertThat(on(new MemoryDisk().with(FILE, bytes)).load())
                .isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
    }

    @Test
    void P35_a_byte_order_mark_is_no_damage() {
        byte[] bytes = ("\uFEFF" + new String(whole, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(on(new MemoryDisk().with(FILE, bytes)).load())
                .isEqualTo(new LoadedValueWithNotices<>(RICH, List.of()));
    }

    @Test
    void P35_a_file_in_a_chinese_encoding_is_kept_and_named() throws IOException {
        byte[] bytes = new String(Samples.saved(RICH.withFilter(new FilterTextAndHistory("训练", List.of()))).bytes(FILE),
                StandardCharsets.UTF_8).getBytes(Charset.forName("GBK"));
        assertThat(loadedDespite(bytes).value()).isEqualTo(Settings.defaults());
    }

    @Test
    void P35_of_a_torn_file_no_value_is_believed() {
        assertThat(on(holding("{\"look\":{\"theme\":\"dark\",\"zoomPercent\":12")).load().value())
                .isEqualTo(Settings.defaults());
        assertThat(on(holding("{\"look\":{\"zoomPercent\":80}} tail")).load().value()).isEqualTo(Settings.defaults());
    }

    @Test
    void P35_each_senseless_value_becomes_its_default_and_is_named() {
        MemoryDisk disk = holding(
                """
                        {"version": 1,
                         "look": {"language": 5, "theme": "purple", "density": "compact", "zoomPercent": 400},
                         "window": {"bounds": [0, 0, "wide", 3], "maximised": "yes", "detailsShare": 1e400, "sidebarShown": false},
                         "table": {"columns": [{"field": "status", "width": -4, "shown": true}, 7, {"width": 50}, {"field": "nodes", "width": 60}],
                                   "sort": {}},
                         "filter": null, "habits": {"chosen": ["a", 7], "exportRows": [], "exportRawNames": true}}
                        """);
        LoadedValueWithNotices<Settings> loadedSettings = on(disk).load();
        Settings usual = Settings.defaults();
        assertThat(loadedSettings.value()).isEqualTo(
                usual.withWindowAppearance(usual.windowAppearance().withDensity(WindowAppearance.Density.COMPACT))
                        .withWindow(usual.window().withSidebarShown(false))
                        .withTable(new TableLayout(List.of(new TableLayout.Column("status", 120, true, false),
                                new TableLayout.Column("nodes", 60, true, false)), List.of()))
                        .withRecentCommandsAndExport(new RecentCommandsAndExport(List.of("a"),
                                new RecentCommandsAndExport.Export("", "", "", true, true, false, false))));
        assertThat(loadedSettings.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.SetAside.class, aside -> {
                    assertThat(aside.damage().broken()).isFalse();
                    assertThat(aside.damage().replaced()).containsExactlyInAnyOrder("look.language", "look.theme",
                            "look.zoomPercent", "window.bounds", "window.maximised", "window.detailsShare",
                            "table.columns[0].width", "table.columns[1]", "table.columns[2]", "table.sort", "filter",
                            "habits.chosen[1]", "habits.exportRows");
                });
    }

    @Test
    void P35_senseless_values_are_repaired_by_the_next_save() throws IOException {
        MemoryDisk disk = holding("{\"look\": {\"zoomPercent\": 400, \"theme\": \"dark\"}}");
        SettingsFile file = on(disk);
        file.save(file.load().value());
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(
                Settings.defaults()
                        .withWindowAppearance(WindowAppearance.defaults().withTheme(WindowAppearance.Theme.DARK)),
                List.of()));
    }

    @Test
    void P35_five_bad_files_are_kept_and_no_file_twice() {
        MemoryDisk disk = new MemoryDisk();
        for (int n = 0; n < 8; n++) {
            startWithBadFile(disk, n, Samples.NOON.plusSeconds(n));
            startWithBadFile(disk, n, Samples.NOON.plusSeconds(100 + n));
        }
        assertThat(disk.namesLike("settings.json.bad-")).containsExactly("settings.json.bad-20260301T120003Z",
                "settings.json.bad-20260301T120004Z", "settings.json.bad-20260301T120005Z",
                "settings.json.bad-20260301T120006Z", "settings.json.bad-20260301T120007Z");
    }

    @Test
    void P35_the_newest_bad_file_is_kept_though_the_clock_was_set_back_or_stands() {
        MemoryDisk disk = new MemoryDisk();
        for (int n = 0; n < 20; n++) {
            Instant now = n < 10 ? Samples.NOON : Samples.NOON.minusSeconds(n);
            FileNotice.SetAside aside = startWithBadFile(disk, n, now);
            assertThat(disk.bytes(aside.badCopy())).isEqualTo(disk.bytes(FILE));
            assertThat(disk.namesLike("settings.json.bad-")).hasSizeLessThanOrEqualTo(5);
        }
    }

    private static FileNotice.SetAside startWithBadFile(MemoryDisk disk, int number, Instant now) {
        disk.with(FILE, ("{\"bad\":" + number).getBytes(StandardCharsets.UTF_8));
        LoadedValueWithNotices<Settings> loadedSettings = SettingsFile
                .in(Samples.FOLDER, disk, Clock.fixed(now, ZoneOffset.UTC))
                .load();
        return (FileNotice.SetAside) loadedSettings.notices().getFirst();
    }

    /// Loads a file with damage, checks that it is kept byte by byte before and after a save, and answers what was
    /// taken from it.
    private static LoadedValueWithNotices<Settings> loadedDespite(byte[] bytes) throws IOException {
        MemoryDisk disk = new MemoryDisk().with(FILE, bytes);
        SettingsFile file = on(disk);
        LoadedValueWithNotices<Settings> loadedSettings = file.load();
        assertThat(loadedSettings.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.SetAside.class, aside -> {
                    assertThat(aside.damage().broken()).isTrue();
                    assertThat(disk.bytes(aside.badCopy())).isEqualTo(bytes);
                });
        assertThat(disk.bytes(FILE)).isEqualTo(bytes);
        file.save(loadedSettings.value());
        assertThat(on(disk).load()).isEqualTo(new LoadedValueWithNotices<>(loadedSettings.value(), List.of()));
        assertThat(disk.namesLike("settings.json.bad-")).hasSize(1);
        return loadedSettings;
    }

    /// Whether a JSON parser of its own takes the bytes for one whole object.
    private static boolean isJsonObject(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(text).isObject();
        } catch (IOException notJson) {
            return false;
        }
    }

    private static byte[] saved() {
        try {
            return Samples.saved(RICH).bytes(FILE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
