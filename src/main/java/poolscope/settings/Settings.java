package poolscope.settings;

/// Everything that is remembered, as one immutable value.
///
/// @param windowAppearance
///            language, theme and sizes
/// @param window
///            where the window stood and what it showed
/// @param table
///            columns and order of the table
/// @param filter
///            what was typed into the filter bar
/// @param refresh
///            how often connections are read again by themselves
/// @param view
///            the id of the view that was applied last; the view itself may be gone
/// @param recentCommandsAndExport
///            what was chosen last in the palette and for an export
/// @param changes
///            with what the pools are compared to find their changes
public record Settings(WindowAppearance windowAppearance, WindowBoundsAndPaneVisibility window, TableLayout table,
        FilterTextAndHistory filter, RefreshInterval refresh, String view,
        RecentCommandsAndExport recentCommandsAndExport, ChangeTrackingSettings changes) {

    /// The view that the window begins with: all pools. Ids of built-in views are no names of files.
    public static final String FIRST_VIEW = "built-in:all";

    /// What a first start takes.
    public static Settings defaults() {
        return new Settings(WindowAppearance.defaults(), WindowBoundsAndPaneVisibility.defaults(),
                TableLayout.defaults(), FilterTextAndHistory.defaults(), RefreshInterval.MINUTE, FIRST_VIEW,
                RecentCommandsAndExport.defaults(), ChangeTrackingSettings.defaults());
    }

    /// The same with what all windows share of other settings: everything but the window's place and panes, its table,
    /// filter and view.
    public Settings withShared(Settings other) {
        return new Settings(other.windowAppearance, window, table, filter, other.refresh, view,
                other.recentCommandsAndExport, other.changes);
    }

    public Settings withWindowAppearance(WindowAppearance windowAppearance) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withWindow(WindowBoundsAndPaneVisibility window) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withTable(TableLayout table) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withRefresh(RefreshInterval refresh) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withFilter(FilterTextAndHistory filter) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withRecentCommandsAndExport(RecentCommandsAndExport recentCommandsAndExport) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withView(String view) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }

    public Settings withChanges(ChangeTrackingSettings changes) {
        return new Settings(windowAppearance, window, table, filter, refresh, view, recentCommandsAndExport, changes);
    }
}
