package poolscope.ui.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How the sheet of keys is divided.
class ShortcutColumnsTest {
    private static final List<ShortcutSheet.Group> GROUPS = List.of(group("a", 5), group("b", 9), group("c", 11),
            group("d", 8), group("e", 3), group("f", 1), group("g", 8));

    @Test
    void every_group_stands_once_and_in_its_order() {
        for (int columns = 1; columns <= 4; columns++) {
            var divided = ShortcutSheet.inColumns(GROUPS, columns);
            assertThat(divided.size()).isLessThanOrEqualTo(columns);
            assertThat(divided.stream().flatMap(List::stream)).containsExactlyElementsOf(GROUPS);
        }
    }

    @Test
    void the_columns_are_of_about_the_same_height() {
        assertThat(ShortcutSheet.inColumns(GROUPS, 2)
                .stream()
                .map(column -> column.stream().map(ShortcutSheet.Group::title).toList()))
                .containsExactly(List.of("a", "b", "c"), List.of("d", "e", "f", "g"));
    }

    private static ShortcutSheet.Group group(String title, int lines) {
        return new ShortcutSheet.Group(title,
                IntStream.range(0, lines).mapToObj(i -> new ShortcutSheet.Line(title + i, List.of("F" + i))).toList());
    }
}
