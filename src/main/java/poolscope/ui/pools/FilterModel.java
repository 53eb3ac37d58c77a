package poolscope.ui.pools;

import java.time.ZoneId;
import java.util.Collection;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import poolscope.pool.PoolFilter;
import poolscope.pool.PoolStatus;
import poolscope.pool.StatusChoice;

/// Which pools are shown: one value that the bar, the status list and the menus of cells all edit. While its text is not
/// finished, the last finished one stays on.
public final class FilterModel {
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ReadOnlyObjectWrapper<PoolFilter.Parsed> parsed = new ReadOnlyObjectWrapper<>(this, "parsed",
            PoolFilter.parse(""));
    private final ReadOnlyObjectWrapper<PoolFilter> filter = new ReadOnlyObjectWrapper<>(this, "filter", PoolFilter.ALL);

    /// @param zone
    ///            whose days the dates in a filter are
    public FilterModel(ZoneId zone) {
        text.subscribe(now -> parsed.set(PoolFilter.parse(now, zone)));
        parsed.subscribe(now -> {
            if (now.verdict() == PoolFilter.Verdict.VALID) filter.set(now.filter());
        });
    }

    /// What the operator typed.
    public StringProperty textProperty() {
        return text;
    }

    /// What the typed text was understood as, with the places that are wrong.
    public ReadOnlyObjectProperty<PoolFilter.Parsed> parsedProperty() {
        return parsed.getReadOnlyProperty();
    }

    /// The filter that is on.
    public ReadOnlyObjectProperty<PoolFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// The filter as text.
    public String text() {
        return text.get();
    }

    public void setText(String now) {
        text.set(now);
    }

    public void clear() {
        text.set("");
    }

    /// What the filter says of the status.
    public StatusChoice statusChoice() {
        return StatusChoice.in(filter.get());
    }

    /// Adds a status to those shown, or takes it out again; `known` are those that the operator can see and choose.
    public void toggle(PoolStatus status, Collection<PoolStatus> known) {
        text.set(statusChoice().toggled(status, known).print());
    }
}
