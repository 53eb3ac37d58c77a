package poolscope.ui.savedviews;

import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.settings.TableLayout;

/// What is on screen now, as far as a view says it.
///
/// @param filter
///            what stands in the filter bar
/// @param setFilter
///            puts something else there, as one step that can be undone
/// @param asOneStep
///            makes one step of all that is changed while it runs
/// @param layout
///            columns, sort and grouping
/// @param view
///            the id of the view that was applied last
public record ViewTarget(ObservableValue<String> filter, Consumer<String> setFilter, Consumer<Runnable> asOneStep,
        ObjectProperty<TableLayout> layout, ObjectProperty<String> view) {}
