package poolscope.ui.navigation;

import poolscope.settings.SavedView;

/// What is asked before a saved view is added, renamed, deleted or opened from a file.
public sealed interface ViewQuestion {

    /// The name of a new view.
    record SaveAs() implements ViewQuestion {}

    /// The new name of a saved view.
    record Rename(SavedView savedView) implements ViewQuestion {}

    /// Whether a saved view is to be deleted.
    record Delete(SavedView savedView) implements ViewQuestion {}

    /// The name of a view from a file, and the connections that it is to use here.
    record Open(SavedView savedView) implements ViewQuestion {}
}
