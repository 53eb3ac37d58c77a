package poolscope.ui.savedviews;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.pool.filter.PoolFilter;
import poolscope.settings.FilterTextAndHistory;
import poolscope.settings.SavedView;
import poolscope.settings.TableLayout;
import poolscope.ui.pools.TableLayoutColumns;

/// The state of the screen that views save and set.
///
/// @param filter
///            text of the filter
/// @param setFilter
///            replaces the filter, as one undo step
/// @param asOneStep
///            combines all changes that are made while it runs into one undo step
/// @param layout
///            columns, sort and grouping
/// @param view
///            id of the view that was applied last
public record CurrentScreenStateForViews(ObservableValue<String> filter, Consumer<String> setFilter,
        Consumer<Runnable> asOneStep, ObjectProperty<TableLayout> layout, ObjectProperty<String> view) {

    /// That view with the filter and the columns of the screen.
    SavedView writtenTo(SavedView savedView, SavedView.Scope scope) {
        return savedView.withFilter(filter.getValue().strip()).withTable(layout.get()).withScope(scope);
    }

    boolean isFilterTooLong() {
        return filter.getValue().length() > FilterTextAndHistory.LONGEST;
    }

    boolean isFilterOf(SavedView savedView) {
        var shown = filter.getValue();
        return savedView.filter().equals(shown) || canonical(savedView.filter()).equals(canonical(shown));
    }

    /// A canonical form, because the same filter can be written in several ways.
    private static String canonical(String filter) {
        var read = PoolFilter.parse(filter);
        return read.verdict() == PoolFilter.Verdict.VALID ? read.filter().print() : filter.strip();
    }

    /// What of the filter and the table differs from that view.
    Set<SavedViewDifference> differencesFrom(SavedView savedView) {
        var found = EnumSet.noneOf(SavedViewDifference.class);
        var before = savedView.table();
        var now = layout.get();
        if (!isFilterOf(savedView)) found.add(SavedViewDifference.FILTER);
        if (!TableLayoutColumns.areSortedAlike(before, now)) found.add(SavedViewDifference.SORT_ORDER);
        if (!before.grouping().equals(now.grouping())) found.add(SavedViewDifference.GROUPING);
        if (!TableLayoutColumns.haveColumnsAlike(before, now)) found.add(SavedViewDifference.COLUMNS);
        return found;
    }
}
