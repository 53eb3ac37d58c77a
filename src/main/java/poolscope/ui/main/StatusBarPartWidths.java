package poolscope.ui.main;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import poolscope.ui.parts.TextWidth;

/// Keeps each part of the status bar as wide as the widest text that it had, so that the parts beside it stay where
/// they are. Kinds of texts of a part, such as whole and brief ones, are kept apart.
final class StatusBarPartWidths {
    private final Map<Form, Double> widths = new HashMap<>();
    private final Map<Labeled, Object> subjects = new HashMap<>();

    private record Form(Labeled part, Object kind) {}

    /// Sets the minimum width of a part, whose styles are applied.
    ///
    /// @param kind
    ///            of its text
    /// @param later
    ///            texts of that kind that the part may have later
    void hold(Labeled part, Object kind, List<String> later) {
        double needed = part.isManaged() ? needed(part, later) : 0;
        part.setMinWidth(widths.merge(new Form(part, kind), needed, Math::max));
    }

    private static double needed(Labeled part, List<String> later) {
        double now = part.prefWidth(-1);
        double beside = now - TextWidth.of(part.getText(), part.getFont());
        return Math.max(now,
                beside + later.stream().mapToDouble(text -> TextWidth.of(text, part.getFont())).max().orElse(0));
    }

    /// Gives up the room of a part when its text is about something else than before.
    void setSubject(Labeled part, Object subject) {
        if (!subject.equals(subjects.put(part, subject))) widths.keySet().removeIf(form -> form.part() == part);
    }

    /// Forgets the widths: the bar has another width or font.
    void release() {
        widths.clear();
    }
}
