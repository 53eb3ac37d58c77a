package poolscope.ui.views;

/// Why a view can't be kept as it was typed.
public enum NameFlaw {
    EMPTY, UNSHOWABLE, TAKEN, FILTER_TOO_LONG
}
