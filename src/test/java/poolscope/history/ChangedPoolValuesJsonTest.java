package poolscope.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.disk.FileSystemOperations;
import poolscope.pool.PoolField;
import poolscope.pool.change.PoolChange;

class ChangedPoolValuesJsonTest {

    private static Map<Integer, Map<String, Object>> read(String json) throws IOException {
        try (var parser = JsonLineCodec.FACTORY.createParser("{\"changed\":" + json + "}")) {
            return ChangedPoolValuesJson.byNumber(new JsonLineCodec(parser, 1_000).next().get("changed"));
        }
    }

    @Test
    void pools_that_changed_in_the_same_fields_are_one_group_in_which_equal_values_follow_each_other() {
        Map<Integer, Map<String, Object>> changed = new LinkedHashMap<>();
        changed.put(7, Map.of("status", "running"));
        changed.put(2, Map.of("count", BigDecimal.ONE));
        changed.put(5, Map.of("status", "abnormal"));
        changed.put(1, Map.of("status", "running"));
        assertThat(ChangedPoolValuesJson.of(changed)).containsExactly(
                Map.of("n", List.of(2), "count", List.of(BigDecimal.ONE)),
                Map.of("n", List.of(5, 1, 7), "status", List.of("abnormal", "running", "running")));
    }

    @Test
    void a_value_that_is_not_there_any_more_is_null() throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("phase", null);
        var columns = ChangedPoolValuesJson.of(Map.of(3, values));
        assertThat(columns).singleElement().satisfies(group -> {
            assertThat(group.get("n")).isEqualTo(List.of(3));
            assertThat(group.get("phase")).isEqualTo(Arrays.asList((Object) null));
        });
        assertThat(read("[{\"n\":[3],\"phase\":[null]}]")).isEqualTo(Map.of(3, values));
    }

    @Test
    void what_stands_by_field_and_number_as_in_version_1_is_read_too() throws IOException {
        assertThat(read("{\"status\":{\"1\":\"running\",\"2\":\"abnormal\"},\"count\":{\"2\":4}}")).isEqualTo(Map.of(1,
                Map.of("status", "running"), 2, Map.of("status", "abnormal", "count", BigDecimal.valueOf(4))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"status\":[\"running\"]}]", "[{\"n\":[1,2],\"status\":[\"running\"]}]",
            "[{\"n\":[1],\"status\":\"running\"}]", "[{\"n\":[\"x\"],\"status\":[\"running\"]}]"})
    void columns_that_do_not_fit_each_other_are_damage(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOfAny(IOException.class, RuntimeException.class);
    }

    /// Byte by byte as the program wrote it before there were columns.
    @Test
    void a_file_of_version_1_is_read_with_its_changes(@TempDir Path config) throws IOException {
        var folder = Files.createDirectories(config.resolve("history/c"));
        var file = folder.resolve("20260301T080000Z-1.jsonl.gz");
        Files.write(file, member("""
                {"format":"poolscope-history","version":1,"read_at":"2026-03-01T08:00:00Z","connection_id":"c",\
                "connection":"Connection","region":"","endpoint":"https://service.example","project_id":"p",\
                "narrowing":"","complete":true,"pools":1}
                {"n":1,"cluster_id":"a","cluster_name":"A","status":"running","api":"v1"}
                """));
        Files.write(file, member("""
                {"read_at":"2026-03-01T08:01:00Z","change":true,"changed":{"status":{"1":"abnormal"}}}
                """), java.nio.file.StandardOpenOption.APPEND);

        try (var history = HistoryFolder.in(config, FileSystemOperations.ofDisk(),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), copy -> {
                    throw new AssertionError("damaged: " + copy);
                })) {
            assertThat(history.newest("c").orElseThrow().pools()).singleElement()
                    .satisfies(pool -> assertThat(pool.status().word()).isEqualTo("abnormal"));
            assertThat(history.changesSince("c", Instant.EPOCH)).singleElement()
                    .satisfies(entry -> assertThat(((PoolChange.Changed) entry.change()).fields()).singleElement()
                            .satisfies(change -> assertThat(change.field()).isEqualTo(PoolField.STATUS)));
        }
    }

    private static byte[] member(String lines) throws IOException {
        return GzipMemberReader.member(out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
    }
}
