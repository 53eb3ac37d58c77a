package poolscope.ui.savedviews;

import poolscope.settings.SavedView;

/// What has to be asked before something is done to a view.
public sealed interface ViewQuestion {

    /// What is the new view to be called?
    record SaveAs() implements ViewQuestion {}

    /// What is it to be called from now on?
    record Rename(SavedView savedView) implements ViewQuestion {}

    /// Is it really to be removed?
    record Delete(SavedView savedView) implements ViewQuestion {}

    /// Somebody sent it: what is it to be called here, and which connections does it mean?
    record Open(SavedView savedView) implements ViewQuestion {}
}
