package poolscope.ui.text;

import java.util.List;
import java.util.stream.Collectors;
import poolscope.pool.ExternalTextCleaner;

/// Formats the title of a window.
public final class WindowTitleText {
    /// Connections that are named; of more, only the first are.
    private static final int NAMED = 3;

    private final Texts texts;

    public WindowTitleText(Texts texts) {
        this.texts = texts;
    }

    /// The view first, because a task bar shows only the start of a title; then where the pools are from, and the
    /// program.
    ///
    /// @param sources
    ///            names of connections, or of the file whose pools are shown
    /// @param unseen
    ///            number of pools that watch rules found since somebody looked
    public String of(String view, List<String> sources, int unseen) {
        var name = ExternalTextCleaner.of(view);
        var title = sources.isEmpty()
                ? texts.format("window.title.none", name)
                : texts.format("window.title", name, names(sources));
        return unseen > 0 ? texts.format("window.title.unseen", unseen, title) : title;
    }

    private String names(List<String> sources) {
        var named = sources.stream()
                .limit(sources.size() > NAMED ? NAMED - 1 : NAMED)
                .map(ExternalTextCleaner::of)
                .collect(Collectors.joining(texts.format("watch.names.join")));
        return sources.size() > NAMED ? texts.format("window.title.more", named, sources.size() - NAMED + 1) : named;
    }
}
