package poolscope.settings;

/// Everything that is remembered, as one immutable value.
///
/// @param look
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
/// @param habits
///            what was chosen last in the palette and for an export
public record Settings(Look look, WindowPlace window, TableLayout table, FilterMemory filter, RefreshEvery refresh,
        String view, Habits habits) {

    /// The view that the window begins with: all pools. Ids of built-in views are no names of files.
    public static final String FIRST_VIEW = "built-in:all";

    /// What a first start takes.
    public static Settings defaults() {
        return new Settings(Look.defaults(), WindowPlace.defaults(), TableLayout.defaults(), FilterMemory.defaults(),
                RefreshEvery.MINUTE, FIRST_VIEW, Habits.defaults());
    }

    public Settings withLook(Look look) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withWindow(WindowPlace window) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withTable(TableLayout table) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withRefresh(RefreshEvery refresh) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withFilter(FilterMemory filter) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withHabits(Habits habits) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }

    public Settings withView(String view) {
        return new Settings(look, window, table, filter, refresh, view, habits);
    }
}
