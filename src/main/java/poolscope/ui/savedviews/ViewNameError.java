package poolscope.ui.savedviews;

/// Why a view can't be kept as it was typed.
public enum ViewNameError {
    EMPTY, UNSHOWABLE, TAKEN, FILTER_TOO_LONG
}
