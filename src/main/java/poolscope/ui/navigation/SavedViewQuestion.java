package poolscope.ui.navigation;

import poolscope.settings.SavedView;

/// What is asked before a saved view is added, renamed, deleted or opened from a file.
public sealed interface SavedViewQuestion {

    /// The name of a new view.
    record SaveAs() implements SavedViewQuestion {}

    /// The new name of a saved view.
    record Rename(SavedView savedView) implements SavedViewQuestion {}

    /// Whether a saved view is to be deleted.
    record Delete(SavedView savedView) implements SavedViewQuestion {}

    /// The name of a view from a file, and the connections that it is to use here.
    record Open(SavedView savedView) implements SavedViewQuestion {}
}
