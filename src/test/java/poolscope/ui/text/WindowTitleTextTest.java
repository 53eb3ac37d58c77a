package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WindowTitleTextTest {
    private final WindowTitleText english = new WindowTitleText(Texts.of(Locale.ENGLISH));
    private final WindowTitleText chinese = new WindowTitleText(Texts.of(Locale.SIMPLIFIED_CHINESE));

    @Test
    void a_title_begins_with_the_view_and_ends_with_the_program() {
        assertThat(english.of("Problems", List.of("prod", "test"), 0)).isEqualTo("Problems — prod, test — PoolScope");
        assertThat(chinese.of("问题", List.of("生产", "测试"), 0)).isEqualTo("问题 — 生产、测试 — PoolScope");
    }

    @Test
    void without_a_connection_there_is_no_empty_place() {
        assertThat(english.of("All", List.of(), 0)).isEqualTo("All — PoolScope");
    }

    @Test
    void of_many_connections_the_first_are_named_and_the_others_counted() {
        assertThat(english.of("All", List.of("a", "b", "c"), 0)).isEqualTo("All — a, b, c — PoolScope");
        assertThat(english.of("All", List.of("a", "b", "c", "d", "e"), 0))
                .isEqualTo("All — a, b and 3 more — PoolScope");
        assertThat(chinese.of("全部", List.of("a", "b", "c", "d", "e"), 0)).isEqualTo("全部 — a、b及另外 3 个 — PoolScope");
    }

    @Test
    void what_watch_rules_found_is_counted_first() {
        assertThat(english.of("All", List.of("prod"), 2)).isEqualTo("(2) All — prod — PoolScope");
    }

    @Test
    void names_that_others_chose_can_t_turn_the_title_around() {
        assertThat(english.of("All", List.of("a\u202eb\nc"), 0)).doesNotContain("\u202e").doesNotContain("\n");
    }
}
