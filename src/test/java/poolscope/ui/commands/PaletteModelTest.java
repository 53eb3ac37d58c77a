package poolscope.ui.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.filter.TextRange;
import poolscope.ui.commands.PaletteEntry.Effect;

class PaletteModelTest {
    private static PaletteEntry entry(String name, String beside) {
        return entry(name, beside, List.of());
    }

    private static PaletteEntry entry(String name, String beside, List<String> synonyms) {
        return new PaletteEntry(name, name, beside, "", synonyms, "", Effect.OTHER, () -> {
        });
    }

    private static List<String> found(String typed, List<String> recent, List<List<PaletteEntry>> kinds) {
        return result(typed, recent, kinds).entries().stream().map(PaletteEntry::name).toList();
    }

    private static PaletteModel.Result result(String typed, List<String> recent, List<List<PaletteEntry>> kinds) {
        return result(typed, recent, kinds, List.of());
    }

    private static PaletteModel.Result result(String typed, List<String> recent, List<List<PaletteEntry>> kinds,
            List<PaletteEntry> fields) {
        return PaletteModel.result(typed, List.of("which", "has", "most"),
                new PaletteModel.PaletteEntries(kinds, fields), recent, () -> false);
    }

    private final List<PaletteEntry> commands = List.of(entry("Refresh", "File"), entry("Dark", "View ▸ Theme"),
            entry("Details", "View"), entry("刷新", "文件"));
    private final List<PaletteEntry> pools = List.of(entry("dark-pool", "id-1"), entry("refinery", "id-2"));

    @Test
    void with_nothing_typed_those_chosen_lately_come_first_then_all_in_their_order() {
        assertThat(found("", List.of("Details", "refinery"), List.of(commands, pools))).containsExactly("Details",
                "refinery", "Refresh", "Dark", "刷新", "dark-pool");
    }

    @Test
    void disabled_commands_are_last_also_when_they_fit_better() {
        var disabled = new PaletteEntry("Undo", "Undo", "Edit", "", List.of(), "", Effect.NONE, () -> {
        });
        assertThat(found("undo", List.of("Undo"), List.of(List.of(disabled, entry("Show what Undo did", "Edit")))))
                .containsExactly("Show what Undo did", "Undo");
    }

    @Test
    void commands_come_before_pools_that_fit_as_well() {
        assertThat(found("dark", List.of(), List.of(commands, pools))).containsExactly("Dark", "dark-pool");
        assertThat(found("dar", List.of("dark-pool"), List.of(commands, pools))).containsExactly("dark-pool", "Dark");
    }

    /// Pools are named after each other, and what was used last is often not the one that is asked for.
    @Test
    void what_is_called_as_typed_comes_before_what_was_used_last() {
        var aurora = List.of(entry("aurora-night", ""), entry("the aurora", ""), entry("aurora", ""));
        var recent = List.of("the aurora", "aurora-night");
        assertThat(found(" Aurora", recent, List.of(commands, aurora))).containsExactly("aurora", "aurora-night",
                "the aurora");
        assertThat(found("the aurora", recent, List.of(commands, aurora))).containsExactly("the aurora");
        assertThat(found("dark", List.of("dark-pool"), List.of(commands, pools))).containsExactly("Dark", "dark-pool");
    }

    @Test
    void a_pool_that_begins_so_comes_before_one_used_last_that_has_it_inside() {
        var night = List.of(entry("aurora-night", ""), entry("night-shift", ""), entry("nightly", ""));
        assertThat(found("night", List.of("aurora-night", "nightly"), List.of(commands, night)))
                .containsExactly("nightly", "night-shift", "aurora-night");
    }

    @Test
    void a_pool_called_as_typed_comes_before_commands_and_a_field_called_so_before_pools() {
        var called = List.of(entry("columns", ""));
        assertThat(found("columns", List.of(), List.of(List.of(entry("Columns of nodes", "")), called)))
                .containsExactly("columns", "Columns of nodes");
        assertThat(result("nodes", List.of(), List.of(commands, List.of(entry("nodes-1", ""))),
                List.of(entry("Nodes", "field"), entry("Free nodes", "field"))).entries())
                .extracting(PaletteEntry::name)
                .containsExactly("Nodes", "nodes-1", "Free nodes");
    }

    @Test
    void what_only_shows_something_comes_before_what_turns_something_off_when_it_fits_as_well() {
        var hide = turningOff("Nodes");
        var hideFree = turningOff("Free nodes");
        var fields = Stream.of("Nodes", "Free nodes", "Nodes used").map(name -> entry(name, "field")).toList();
        var kinds = List.of(List.of(hide, hideFree, entry("Nodes of jobs", "")), List.of(entry("nodes-1", "")));
        assertThat(result("nodes", List.of("Nodes"), kinds, fields).entries())
                .extracting(PaletteEntry::name,
                        entry -> entry.beside().isEmpty() ? entry.effect().name() : entry.beside())
                .containsExactly(tuple("Nodes", "field"), tuple("Nodes", "TURNS_OFF"), tuple("Nodes of jobs", "OTHER"),
                        tuple("Nodes used", "field"), tuple("Free nodes", "field"), tuple("Free nodes", "TURNS_OFF"),
                        tuple("nodes-1", "OTHER"));
        assertThat(found("node", List.of("Nodes"), kinds)).startsWith("Nodes of jobs", "Nodes");
        assertThat(found("", List.of("Nodes"), kinds)).as("used last").startsWith("Nodes");
    }

    private static PaletteEntry turningOff(String name) {
        return new PaletteEntry(name, name, "", "", List.of(), "", Effect.TURNS_OFF, () -> {
        });
    }

    @Test
    void the_menu_that_a_command_stands_in_and_the_id_of_a_pool_are_found_too() {
        assertThat(found("theme", List.of(), List.of(commands, pools))).containsExactly("Dark");
        assertThat(found("id-2", List.of(), List.of(commands, pools))).containsExactly("refinery");
        assertThat(found("sx", List.of(), List.of(commands, pools))).containsExactly("刷新");
    }

    @ParameterizedTest
    @CsvSource({"chongqing, 重庆", "chongq, 重庆", "cq, 重庆", "chongmingming, 重命名", "cmm, 重命名", "fuzhihang, 复制行", "fzh, 复制行",
            "yunxing, 运行中", "yxz, 运行中", "shenzhen, 深圳", "shaixuan, 清除筛选"})
    void a_chinese_name_is_found_by_the_reading_that_its_words_have(String typed, String name) {
        var entries = Stream.of("重庆", "重命名", "复制行", "运行中", "深圳", "清除筛选", "中国").map(each -> entry(each, "")).toList();
        assertThat(found(typed, List.of(), List.of(entries))).containsExactly(name);
    }

    @Test
    void the_best_fifty_of_very_many_are_those_that_sorting_all_would_give() {
        var many = new ArrayList<PaletteEntry>();
        IntStream.range(0, 20_000).forEach(i -> many.add(entry((i % 3 == 0 ? "gpu-" : "x-gpu-") + i, "")));
        var found = found("gpu", List.of(), List.of(many));
        assertThat(found).hasSize(50).isEqualTo(IntStream.range(0, 50).mapToObj(i -> "gpu-" + 3 * i).toList());
    }

    @Test
    void a_search_that_was_overtaken_ends() {
        assertThat(
                PaletteModel
                        .result("", List.of(), new PaletteModel.PaletteEntries(List.of(commands), List.of()), List.of(),
                                () -> true)
                        .entries())
                .isEmpty();
    }

    @Test
    void a_command_is_found_by_a_synonym_before_the_pools_that_begin_so() {
        var gpuPools = IntStream.range(0, 60).mapToObj(i -> entry("gpu-" + i, "id-" + i)).toList();
        var accelerators = entry("Accelerators", "View ▸ Columns", List.of("GPU", "NPU", "加速卡"));
        assertThat(found("gpu", List.of(), List.of(List.of(accelerators), gpuPools)).getFirst())
                .isEqualTo("Accelerators");
        assertThat(found("jiasuka", List.of(), List.of(List.of(accelerators), gpuPools)))
                .containsExactly("Accelerators");
    }

    @Test
    void a_question_is_understood_without_the_words_that_ask_it() {
        var charts = entry("Charts", "View", List.of("specification", "unavailable nodes"));
        assertThat(found("Which specification has most unavailable nodes?", List.of(), List.of(List.of(charts), pools)))
                .containsExactly("Charts");
    }

    @Test
    void words_of_a_question_are_searched_for_as_long_as_something_is_called_so() {
        assertThat(found("which pool", List.of(), List.of(List.of(entry("which-pool", ""), entry("pool", "")))))
                .containsExactly("which-pool");
    }

    @Test
    void the_result_bears_the_search_whose_words_are_marked() {
        var marked = result("most dark", List.of(), List.of(commands)).search().ranges("Dark");
        assertThat(marked).containsExactly(new TextRange(0, 4));
    }

    @Test
    void a_command_called_by_the_word_typed_comes_before_one_that_has_it_as_a_synonym() {
        var copies = List.of(entry("Markdown table", "Edit ▸ Copy", List.of("ticket", "list")),
                entry("For a ticket (Markdown)", "Edit ▸ Copy", List.of("issue")));
        assertThat(found("ticket", List.of(), List.of(copies))).containsExactly("For a ticket (Markdown)",
                "Markdown table");
    }

    @Test
    void a_pool_that_begins_so_comes_before_a_command_with_the_letters_inside_of_a_word() {
        assertThat(found("test", List.of(), List.of(List.of(entry("Latest", "")), List.of(entry("test-pool", "")))))
                .containsExactly("test-pool", "Latest");
    }

    @Test
    void a_few_fields_come_after_all_others_and_none_while_nothing_is_typed() {
        var fields = IntStream.range(0, 9).mapToObj(i -> entry("gpu " + i, "field")).toList();
        var gpuPools = IntStream.range(0, 60).mapToObj(i -> entry("gpu-" + i, "id-" + i)).toList();
        var kinds = List.of(List.<PaletteEntry>of(), gpuPools);
        var all = result("gpu", List.of(), kinds, fields).entries().stream().map(PaletteEntry::name).toList();
        assertThat(all).hasSize(PaletteModel.MOST + PaletteModel.MOST_FIELDS)
                .endsWith("gpu 0", "gpu 1", "gpu 2", "gpu 3", "gpu 4");
        assertThat(result("", List.of(), List.of(commands), fields).entries()).isEqualTo(commands);
    }
}
