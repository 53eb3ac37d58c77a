package poolscope.ui.about;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import poolscope.pool.filter.TextMatcher;

/// One entry of the reference.
///
/// @param subject
///            the field or the column that it describes; empty for a status or a part of the syntax
/// @param lines
///            all of its text, which is searched and copied
/// @param node
///            makes what is shown
record ReferenceEntry(Optional<Enum<?>> subject, List<String> lines, Supplier<Node> node) {
    /// Whether one of its lines contains the text, or the first one its pinyin; all do when it is empty.
    boolean contains(TextMatcher sought) {
        return sought.text().isEmpty() || sought.isInOrPinyinOf(lines.getFirst())
                || lines.stream().anyMatch(sought::isIn);
    }

    String text() {
        return String.join("\n", lines);
    }
}
