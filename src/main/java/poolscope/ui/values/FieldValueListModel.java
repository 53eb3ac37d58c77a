package poolscope.ui.values;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.LatestTask;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.TextMatcher;
import poolscope.pool.table.FieldValueCounts;
import poolscope.pool.table.PoolSet;
import poolscope.ui.pools.FilterModel;

/// The values of one field, which of them are ticked, and the filter that results. Nothing changes on screen before it
/// is applied. Created each time the list is opened.
public final class FieldValueListModel {
    private final PoolField field;
    private final FilterModel filter;
    private final Set<FieldValue> ticked = new HashSet<>();
    private final ReadOnlyObjectWrapper<Optional<FieldValueCounts>> counts = new ReadOnlyObjectWrapper<>(this, "counts",
            Optional.empty());
    private final ReadOnlyObjectWrapper<Ticks> ticks = new ReadOnlyObjectWrapper<>(this, "ticks",
            new Ticks(0, 0, Validity.NONE));

    /// Whether the ticks can become a filter.
    enum Validity {
        /// They can.
        READY,
        /// Nothing is ticked, and the field has no filter.
        NONE,
        /// Nothing is ticked: the field's filter is removed.
        REMOVES_FILTER,
        /// Too many values for a readable filter.
        TOO_MANY
    }

    /// The number of ticked values.
    record Ticks(int ticked, int all, Validity validity) {}

    /// Starts counting the values of that field in the background: 100,000 different names take too long for the FX
    /// thread.
    ///
    /// @param now
    ///            what ages are computed from
    public FieldValueListModel(PoolField field, FilterModel filter, PoolSet set, Instant now, LatestTask latestTask) {
        this.field = field;
        this.filter = filter;
        var current = filter.filterProperty().get();
        latestTask.start(_ -> FieldValueCounts.of(set, current, field, now), this::show);
    }

    private void show(FieldValueCounts now) {
        var shown = now.lines()
                .stream()
                .filter(FieldValueCounts.Line::ticked)
                .map(FieldValueCounts.Line::fieldValue)
                .toList();
        // without a filter on the field all are shown: who then picks a few need not untick the others first
        if (shown.size() < now.lines().size()) ticked.addAll(shown);
        counts.set(Optional.of(now));
        validate();
    }

    PoolField field() {
        return field;
    }

    /// Empty while the values are counted.
    ReadOnlyObjectProperty<Optional<FieldValueCounts>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /// Changes with every tick.
    ReadOnlyObjectProperty<Ticks> ticksProperty() {
        return ticks.getReadOnlyProperty();
    }

    /// The values whose `words` contain the text.
    List<FieldValueCounts.Line> found(String text, boolean byCount, Function<FieldValue, String> words) {
        if (counts.get().isEmpty()) return List.of();
        var all = byCount ? counts.get().get().byCount() : counts.get().get().lines();
        var textMatcher = TextMatcher.of(text.strip());
        return textMatcher.text().isEmpty()
                ? all
                : all.stream().filter(line -> textMatcher.isIn(words.apply(line.fieldValue()))).toList();
    }

    boolean isTicked(FieldValue fieldValue) {
        return ticked.contains(fieldValue);
    }

    void toggle(FieldValue fieldValue) {
        if (!ticked.remove(fieldValue)) ticked.add(fieldValue);
        validate();
    }

    /// Ticks this value and no other.
    void tickOnly(FieldValue fieldValue) {
        ticked.clear();
        ticked.add(fieldValue);
        validate();
    }

    /// Ticks or unticks all of these lines.
    void tick(Collection<FieldValueCounts.Line> lines, boolean on) {
        for (var line : lines) {
            if (on) ticked.add(line.fieldValue());
            else
                ticked.remove(line.fieldValue());
        }
        validate();
    }

    /// Nothing ticked is no filter: hiding every pool helps nobody.
    private Validity validityOfNothing() {
        return counts.get().filter(now -> now.choice().isMade()).isPresent() ? Validity.REMOVES_FILTER : Validity.NONE;
    }

    private void validate() {
        int all = counts.get().map(now -> now.lines().size()).orElse(0);
        boolean tellable = counts.get()
                .map(now -> now.choice().canTell(ticked.size(), all - ticked.size()))
                .orElse(false);
        ticks.set(new Ticks(ticked.size(), all,
                ticked.isEmpty() ? validityOfNothing() : tellable ? Validity.READY : Validity.TOO_MANY));
    }

    /// Applies the ticks as filter. Does nothing when they can't become one.
    boolean apply() {
        var shown = switch (ticks.get().validity()) {
            case NONE, TOO_MANY -> Optional.<PoolFilter>empty();
            case READY -> counts.get().map(now -> now.choice().with(ticked, now.values()));
            case REMOVES_FILTER -> counts.get().map(now -> now.choice().rest());
        };
        shown.ifPresent(all -> filter.setText(all.print()));
        return shown.isPresent();
    }
}
