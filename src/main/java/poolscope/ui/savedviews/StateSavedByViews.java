package poolscope.ui.savedviews;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.settings.TableLayout;

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
public record StateSavedByViews(ObservableValue<String> filter, Consumer<String> setFilter,
        Consumer<Runnable> asOneStep, ObjectProperty<TableLayout> layout, ObjectProperty<String> view) {}
