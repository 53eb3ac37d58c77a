package poolscope.ui.text;

import java.util.List;
import poolscope.pool.node.PoolEvent;

/// Formats what a service reports to have happened in a pool.
public final class PoolEventText {
    private final Texts texts;
    private final PoolContentsText contents;

    PoolEventText(Texts texts, PoolContentsText contents) {
        this.texts = texts;
        this.contents = contents;
    }

    public String summary(List<PoolEvent> events) {
        return events.isEmpty() ? texts.format("events.none") : texts.format("events.summary", events.size());
    }

    /// The text that the search searches.
    public String textOf(PoolEvent event) {
        return String.join("\n", contents.text(event.type()), contents.text(event.reason()),
                contents.text(event.message()));
    }
}
