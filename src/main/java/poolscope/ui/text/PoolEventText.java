package poolscope.ui.text;

import java.util.List;
import java.util.Optional;
import poolscope.pool.node.PoolEvent;

/// Formats what a service reports to have happened in a pool.
public final class PoolEventText {
    private final Texts texts;
    private final PoolContentsText contents;

    PoolEventText(Texts texts, PoolContentsText contents) {
        this.texts = texts;
        this.contents = contents;
    }

    /// The number of events, and how many of them are shown when these are not all.
    public String summary(List<PoolEvent> events, List<PoolEvent> shown) {
        if (events.isEmpty()) return texts.format("events.none");
        return shown.size() == events.size()
                ? texts.format("events.summary", events.size())
                : texts.format("events.shown", shown.size(), events.size());
    }

    /// The whole message of the selected event, or that one can be selected.
    public String wholeMessage(Optional<PoolEvent> selected) {
        return selected.map(event -> contents.text(event.message())).orElseGet(() -> texts.format("event.select"));
    }

    /// The text that the search searches.
    public String textOf(PoolEvent event) {
        return String.join("\n", contents.text(event.type()), contents.text(event.reason()),
                contents.text(event.message()));
    }
}
