package poolscope.ui.savedviews;

/// Why a view's name is invalid.
public enum ViewNameError {
    EMPTY, UNSHOWABLE, TAKEN, FILTER_TOO_LONG
}
