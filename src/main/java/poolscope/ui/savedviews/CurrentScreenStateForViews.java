package poolscope.ui.savedviews;

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

    boolean isLayoutOf(SavedView savedView) {
        return TableLayoutColumns.areAlike(savedView.table(), layout.get());
    }
}
