package poolscope.ui.pools;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import poolscope.settings.FilterHistory;

/// The filter of last time, and those before it.
final class RememberedFilters {
    private final ObjectProperty<FilterHistory> memory;
    private final ReadOnlyBooleanWrapper restored = new ReadOnlyBooleanWrapper(this, "restored", true);

    RememberedFilters(ObjectProperty<FilterHistory> memory) {
        this.memory = memory;
    }

    /// What stood in the bar last.
    String text() {
        return memory.get().text();
    }

    /// What stood there before, newest first.
    List<String> history() {
        return memory.get().history();
    }

    /// Whether the filter is still the one of last time, and nobody has looked at it yet.
    ReadOnlyBooleanProperty restoredProperty() {
        return restored.getReadOnlyProperty();
    }

    /// It is another now, or the operator has seen it, or there was none.
    void dismiss() {
        restored.set(false);
    }

    /// That is on now. A cut text would be another filter, so one that is too long is not remembered.
    void keep(String text) {
        memory.set(memory.get().withText(text.length() > FilterHistory.LONGEST ? "" : text));
    }

    /// That was asked for on purpose; an empty text is nothing to come back to.
    void addToHistory(String text) {
        if (!text.isEmpty()) memory.set(memory.get().remember(text));
    }
}
