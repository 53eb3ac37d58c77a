package poolscope.ui.pools;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import poolscope.settings.FilterTextAndHistory;

/// The filter of the last session, and earlier filters.
final class FilterHistoryModel {
    private final ObjectProperty<FilterTextAndHistory> memory;
    private final ReadOnlyBooleanWrapper restored = new ReadOnlyBooleanWrapper(this, "restored", true);

    FilterHistoryModel(ObjectProperty<FilterTextAndHistory> memory) {
        this.memory = memory;
    }

    /// The last filter.
    String text() {
        return memory.get().text();
    }

    /// Earlier filters, newest first.
    List<String> history() {
        return memory.get().history();
    }

    /// Whether the filter was restored from the last session and neither changed nor dismissed since.
    ReadOnlyBooleanProperty restoredProperty() {
        return restored.getReadOnlyProperty();
    }

    /// The filter changed, the operator has seen it, or there was none.
    void dismiss() {
        restored.set(false);
    }

    /// Remembers the current filter. A truncated text would be another filter, so one that is too long is
    /// not remembered.
    void keep(String text) {
        memory.set(memory.get().withText(text.length() > FilterTextAndHistory.LONGEST ? "" : text));
    }

    /// Adds a filter that the operator committed; the empty filter is not added.
    void addToHistory(String text) {
        if (!text.isEmpty()) memory.set(memory.get().remember(text));
    }
}
