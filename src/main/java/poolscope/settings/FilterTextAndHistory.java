package poolscope.settings;

import java.util.ArrayList;
import java.util.List;

/// What was typed into the filter bar.
///
/// @param text
///            what stands in the bar, at most [#LONGEST] characters
/// @param history
///            what stood there before, newest first, each once, at most [#MOST]; longer texts than [#LONGEST] are
///            not remembered
public record FilterTextAndHistory(String text, List<String> history) {

    /// Entries of the history.
    public static final int MOST = 50;
    /// Characters of one text, so that the file stays small enough to be read again.
    public static final int LONGEST = 4_000;

    public FilterTextAndHistory {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        history = history.stream().filter(FilterTextAndHistory::isWorthKeeping).distinct().limit(MOST).toList();
    }

    public static FilterTextAndHistory defaults() {
        return new FilterTextAndHistory("", List.of());
    }

    /// The same history with another text in the bar.
    public FilterTextAndHistory withText(String text) {
        return new FilterTextAndHistory(text, history);
    }

    /// The history with that text on top; a blank one changes nothing.
    public FilterTextAndHistory remember(String used) {
        List<String> longer = new ArrayList<>();
        longer.add(used);
        longer.addAll(history);
        return new FilterTextAndHistory(text, longer);
    }

    private static boolean isWorthKeeping(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }
}
