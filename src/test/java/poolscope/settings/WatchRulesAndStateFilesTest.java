package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import poolscope.PropertyCases;
import poolscope.pool.watch.ConnectionWatchObstacle;
import poolscope.pool.watch.MatchedPoolsOfConnection;
import poolscope.pool.watch.MatchedPoolsOfRule;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.pool.watch.WatchState;
import poolscope.settings.ConfigFileNotSavedException.Why;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the samples have paths of POSIX")
class WatchRulesAndStateFilesTest {
    private static final Path RULES = Samples.FOLDER.resolve("watch-rules.json");
    private static final Path STATE = Samples.FOLDER.resolve("watch-state.json");
    private static final WatchRule ABNORMAL = new WatchRule("abnormal", "异常 \"abnormal\"", "status:abnormal",
            WatchRule.Trigger.BOTH, List.of("a-1", "b-2"), false, Optional.of(Samples.NOON));
    private static final WatchRule BROKEN = new WatchRule("broken", "Of another version", "future>=3 (",
            WatchRule.Trigger.STOPS, List.of(), true, Optional.empty());
    static final List<WatchRule> BOTH = List.of(BROKEN, ABNORMAL);
    static final WatchState FOUND = new WatchState(
            Map.of("abnormal",
                    new MatchedPoolsOfRule("status:abnormal",
                            Map.of("a-1",
                                    new MatchedPoolsOfConnection("https://a p", Samples.NOON,
                                            Map.of("id-1", "训练", "id-2", "b"))))),
            Map.of("abnormal", Samples.NOON.minusSeconds(60)),
            List.of(new WatchLogEntry.Interrupted(Samples.NOON, "prod", ConnectionWatchObstacle.SIGN_IN_REFUSED),
                    new WatchLogEntry.Resumed(Samples.NOON.plusSeconds(1), "prod"),
                    new WatchLogEntry.Hit(
                            new WatchRuleMatchChange("abnormal", "异常", "prod", WatchRuleMatchChange.Kind.STOPPED,
                                    List.of(new WatchRuleMatchChange.WatchedPool("id-1", "训练", true)), 7, Samples.NOON,
                                    Samples.NOON.minusSeconds(3600)))),
            1);

    @Test
    void a_first_start_has_no_rules_and_makes_no_file() {
        MemoryDisk disk = new MemoryDisk();
        assertThat(on(disk).load().value()).isEqualTo(WatchRulesAndStateFiles.Content.EMPTY);
        assertThat(disk.names).isEmpty();
    }

    @Test
    void what_was_saved_is_loaded_in_its_order_also_a_filter_that_is_none() throws IOException {
        assertThat(on(saved()).load())
                .isEqualTo(new LoadedValueWithNotices<>(new WatchRulesAndStateFiles.Content(BOTH, FOUND), List.of()));
    }

    @Test
    void P34_a_power_cut_leaves_the_old_rules_or_the_new_ones() throws IOException {
        MemoryDisk before = saved();
        MemoryDisk saving = before.copy();
        WatchRulesAndStateFiles files = on(saving);
        files.load();
        files.save(List.of(ABNORMAL));
        int states = new PowerCut(before, saving.changes)
                .each(disk -> assertThat(on(disk).load().value().rules()).isIn(BOTH, List.of(ABNORMAL)));
        assertThat(states).isGreaterThan(5);
    }

    @Test
    void P35_cut_off_anywhere_a_file_is_kept_and_the_other_is_not_affected() throws IOException {
        for (Path file : List.of(RULES, STATE)) {
            byte[] whole = saved().bytes(file);
            for (int length = 0; length < whole.length - 2; length++) {
                byte[] torn = Arrays.copyOf(whole, length);
                MemoryDisk disk = saved().with(file, torn);
                WatchRulesAndStateFiles files = on(disk);
                LoadedValueWithNotices<WatchRulesAndStateFiles.Content> loaded = files.load();
                assertThat(loaded.notices()).as("%s cut at %d", file, length)
                        .singleElement()
                        .isInstanceOf(FileNotice.SetAside.class);
                assertThat(disk.bytes(file.resolveSibling(disk.namesLike(file.getFileName() + ".bad-").getFirst())))
                        .isEqualTo(torn);
                assertThat(file.equals(RULES) ? loaded.value().state() : loaded.value().rules())
                        .isEqualTo(file.equals(RULES) ? FOUND : BOTH);
            }
        }
    }

    @Test
    void P35_flipped_bits_never_stop_the_start() throws IOException {
        Random random = PropertyCases.random(3);
        for (Path file : List.of(RULES, STATE)) {
            byte[] whole = saved().bytes(file);
            for (int i = 0; i < PropertyCases.times(2000); i++) {
                byte[] flipped = whole.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                MemoryDisk disk = saved().with(file, flipped);
                WatchRulesAndStateFiles files = on(disk);
                var content = files.load().value();
                try {
                    files.save(content.rules());
                    files.save(content.state());
                } catch (ConfigFileNotSavedException e) {
                    assertThat(e.why()).as("a higher version is another program's file").isEqualTo(Why.NEWER_VERSION);
                }
            }
        }
    }

    @Test
    void a_rule_without_a_filter_is_left_out_and_named_and_the_others_are_kept() throws IOException {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(saved().bytes(RULES));
        ((ObjectNode) root.get("rule:broken")).remove("filter");
        MemoryDisk disk = saved().with(RULES, root.toString().getBytes(StandardCharsets.UTF_8));
        var loaded = on(disk).load();
        assertThat(loaded.value().rules()).containsExactly(ABNORMAL);
        assertThat(loaded.notices()).singleElement()
                .isInstanceOfSatisfying(FileNotice.SetAside.class,
                        notice -> assertThat(notice.damage().replaced()).containsExactly("rule:broken"));
    }

    @Test
    void P36_keys_of_another_version_survive() throws IOException {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(saved().bytes(RULES));
        root.put("future", 1);
        ((ObjectNode) root.get("rule:abnormal")).put("sound", "none");
        MemoryDisk disk = saved().with(RULES, root.toString().getBytes(StandardCharsets.UTF_8));
        WatchRulesAndStateFiles files = on(disk);
        files.load();
        files.save(List.of(ABNORMAL.withPaused(true)));
        var now = new ObjectMapper().readTree(disk.bytes(RULES));
        assertThat(now.get("future").intValue()).isEqualTo(1);
        assertThat(now.at("/rule:abnormal/sound").textValue()).isEqualTo("none");
        assertThat(now.at("/rule:abnormal/paused").booleanValue()).isTrue();
        assertThat(now.has("rule:broken")).isFalse();
    }

    @Test
    void P36_the_file_of_a_newer_version_is_not_changed() throws IOException {
        ObjectNode root = (ObjectNode) new ObjectMapper().readTree(saved().bytes(RULES));
        root.put("version", 2);
        MemoryDisk disk = saved().with(RULES, root.toString().getBytes(StandardCharsets.UTF_8));
        WatchRulesAndStateFiles files = on(disk);
        files.load();
        assertThatThrownBy(() -> files.save(List.of())).isInstanceOfSatisfying(ConfigFileNotSavedException.class,
                e -> assertThat(e.why()).isEqualTo(Why.NEWER_VERSION));
    }

    @Test
    void P37_two_instances_can_each_add_a_rule() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        WatchRulesAndStateFiles one = on(disk);
        WatchRulesAndStateFiles other = on(disk);
        one.load();
        other.load();
        one.save(List.of(ABNORMAL));
        other.save(List.of(BROKEN));
        assertThat(on(disk).load().value().rules()).containsExactlyInAnyOrder(ABNORMAL, BROKEN);
    }

    @Test
    void more_matching_pools_than_a_file_should_hold_begin_anew_and_the_file_stays_small() throws IOException {
        var names = IntStream.range(0, WatchStateJson.MOST_POOLS + 1)
                .boxed()
                .collect(Collectors.toMap(i -> "0a1b2c3d-4e5f-6789-abcd-" + i, i -> "a pool with a long name " + i));
        var huge = new MatchedPoolsOfRule("", Map.of("c", new MatchedPoolsOfConnection("s", Instant.EPOCH, names)));
        MemoryDisk disk = new MemoryDisk();
        on(disk).save(FOUND.withMatches("z-huge", huge));
        assertThat(on(disk).load().value().state()).isEqualTo(FOUND.withMatches("z-huge", MatchedPoolsOfRule.none("")));
        assertThat(disk.bytes(STATE)).hasSizeLessThan(ProgramJsonFileReader.LARGEST / 2);
    }

    private static WatchRulesAndStateFiles on(MemoryDisk disk) {
        return WatchRulesAndStateFiles.in(Samples.FOLDER, disk, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }

    private static MemoryDisk saved() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        on(disk).save(BOTH);
        on(disk).save(FOUND);
        return disk.copy();
    }
}
