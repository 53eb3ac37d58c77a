package poolscope.ui.savedviews;

/// What the screen may have different from the view that was applied last.
public enum SavedViewDifference {
    FILTER, SORT_ORDER, GROUPING, COLUMNS, CONNECTIONS
}
