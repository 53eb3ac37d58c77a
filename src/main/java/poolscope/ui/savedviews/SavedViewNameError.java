package poolscope.ui.savedviews;

import java.util.List;
import java.util.Optional;
import poolscope.settings.SavedView;

/// Why a view can't be saved under a name.
public enum SavedViewNameError {
    EMPTY, UNSHOWABLE, TAKEN, FILTER_TOO_LONG;

    /// Checks the name alone.
    ///
    /// @param ownId
    ///            of the view that has the name already; empty for a new one
    static Optional<SavedViewNameError> of(String typed, String ownId, List<SavedView> saved) {
        var name = typed.strip();
        if (name.isEmpty()) return Optional.of(EMPTY);
        if (!SavedView.isName(name)) return Optional.of(UNSHOWABLE);
        boolean isTaken = saved.stream().anyMatch(one -> !one.id().equals(ownId) && one.name().equalsIgnoreCase(name));
        return isTaken ? Optional.of(TAKEN) : Optional.empty();
    }
}
