package poolscope.ui.pools;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.Debouncer;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.pool.filter.FilterConditionsOnStatus;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.FilterTextAndHistory;

/// The filter: one value that the bar, its chips, the status list, menus of cells and saved views all edit, with one
/// undo history, which includes groupings. While the typed text is not a valid filter, the last valid one stays
/// in force.
public final class FilterModel {
    private ZoneId zone;
    private final Debouncer debouncer;
    private final FilterHistoryModel remembered;
    private final FilterUndoHistory undoHistory;
    private final FilterChipsModel chips;
    private Consumer<PoolGroupingCriterion> setGrouping = _ -> {
    };
    private final ReadOnlyObjectWrapper<FilterChipsAndTypedText> state;
    private final ReadOnlyObjectWrapper<PoolFilter.Parsed> parsed;
    private final ReadOnlyObjectWrapper<PoolFilter> filter;

    /// @param memory
    ///            the filter of the last session, and earlier filters
    /// @param debouncer
    ///            applies what is typed after a pause
    /// @param zone
    ///            the time zone of dates in a filter, until [#moveTo]
    public FilterModel(ObjectProperty<FilterTextAndHistory> memory, Debouncer debouncer, ZoneId zone) {
        remembered = new FilterHistoryModel(memory);
        this.debouncer = debouncer;
        this.zone = zone;
        undoHistory = new FilterUndoHistory(stateOf(remembered.text()));
        if (undoHistory.now().isEmpty()) remembered.dismiss();
        chips = new FilterChipsModel(undoHistory::now, this::push);
        state = new ReadOnlyObjectWrapper<>(this, "state", undoHistory.now());
        parsed = new ReadOnlyObjectWrapper<>(this, "parsed", parse(undoHistory.now().typed()));
        filter = new ReadOnlyObjectWrapper<>(this, "filter", undoHistory.now().filter());
    }

    /// Chips and text, as in the bar.
    public ReadOnlyObjectProperty<FilterChipsAndTypedText> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public FilterChipsAndTypedText state() {
        return state.get();
    }

    /// The typed text, parsed, with its errors.
    public ReadOnlyObjectProperty<PoolFilter.Parsed> parsedProperty() {
        return parsed.getReadOnlyProperty();
    }

    /// The filter in force.
    public ReadOnlyObjectProperty<PoolFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// Whether the filter was restored from the last session and neither changed nor dismissed since.
    public ReadOnlyBooleanProperty restoredProperty() {
        return remembered.restoredProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return undoHistory.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return undoHistory.redoableProperty();
    }

    /// Earlier filters, newest first.
    public List<String> history() {
        return remembered.history();
    }

    /// The time zone of dates in a filter.
    public ZoneId zone() {
        return zone;
    }

    /// Parses a text in the operator's time zone.
    public PoolFilter.Parsed parse(String text) {
        return PoolFilter.parse(text, zone);
    }

    /// Changes the time zone of dates, also of those in the current filter and in the undo history.
    public void moveTo(ZoneId now) {
        zone = now;
        undoHistory.change(step -> step.reread(this::reread));
        parsed.set(parse(undoHistory.now().typed()));
        publish();
        apply();
    }

    private PoolFilter reread(PoolFilter term) {
        return parse(term.print()).filter();
    }

    /// The filter as text that can be parsed again.
    public String text() {
        return state.get().filter().print();
    }

    /// Replaces the filter, as one undo step. A text that is not valid is shown in the bar with its errors.
    public void setText(String text) {
        push(stateOf(text));
    }

    /// Changes the text behind the chips. It is applied once typing pauses.
    public void type(String text) {
        undoHistory.type(undoHistory.now().typed(parse(text)));
        publish();
        debouncer.then(this::apply);
    }

    /// Applies the typed text now, and turns it into chips if it is valid.
    public void commit() {
        undoHistory.commit(undoHistory.now().withTypedAsChips(parsed.get()));
        done();
    }

    /// The same without Enter: a chip that was opened as text and not changed is that chip again.
    public void leave() {
        while (undoHistory.now().isOpenedUnchanged())
            closeChip();
        commit();
    }

    private void closeChip() {
        undoHistory.cancel(undoHistory.now().withoutOpening());
        publish();
        apply();
    }

    /// The most similar field name, for an unknown one.
    public Optional<String> suggestion() {
        return FirstFilterError.in(parsed.get()).flatMap(FirstFilterError::suggestion);
    }

    /// Replaces the error in the text by the suggestion.
    public void acceptSuggestion() {
        FirstFilterError.in(parsed.get()).flatMap(FirstFilterError::corrected).ifPresent(this::type);
    }

    /// The first error in the typed text.
    public Optional<FilterProblem> problem() {
        return FirstFilterError.in(parsed.get()).map(FirstFilterError::problem);
    }

    /// Shows only the pools that have this value.
    public void only(PoolField field, FieldValue fieldValue) {
        narrow(PoolFilter.is(field, fieldValue));
    }

    /// Hides the pools that have this value.
    public void leaveOut(PoolField field, FieldValue fieldValue) {
        narrow(PoolFilter.is(field, fieldValue).negate());
    }

    /// Shows only the pools whose value compares so; does nothing for values that have no order.
    public void compare(PoolField field, ComparisonOperator comparisonOperator, FieldValue fieldValue) {
        PoolFilter.compare(field, comparisonOperator, fieldValue).ifPresent(this::narrow);
    }

    /// Adds terms to the filter.
    public void narrow(PoolFilter by) {
        setFilter(undoHistory.now().filter().and(by));
    }

    /// Replaces the filter, as one undo step.
    public void setFilter(PoolFilter all) {
        push(undoHistory.now().withFilter(all));
    }

    public void clear() {
        push(FilterChipsAndTypedText.EMPTY);
    }

    /// Clears the typed text and leaves the chips. A chip that was opened as text is a chip again, as it was.
    public void clearTyped() {
        if (undoHistory.now().opened().isPresent()) closeChip();
        else
            push(undoHistory.now().typed(parse("")));
    }

    /// Removes a term, whether it is a chip or in the typed text.
    public void drop(PoolFilter term) {
        push(undoHistory.now().without(term));
    }

    /// Actions on single chips.
    public FilterChipsModel chips() {
        return chips;
    }

    /// The statuses that the filter shows.
    public FilterConditionsOnStatus filterConditionsOnStatus() {
        return FilterConditionsOnStatus.in(undoHistory.now().filter());
    }

    /// Adds a status to those shown, or removes it; `known` are those that the operator can choose from.
    public void toggle(PoolStatus status, Collection<PoolStatus> known) {
        setFilter(filterConditionsOnStatus().toggled(status, known));
    }

    /// Includes changes of the grouping in the undo history.
    void follow(PoolGroupingModel groups) {
        undoHistory.begin(groups.poolGroupingCriterion());
        groups.poolGroupingCriterionProperty().subscribe((_, now) -> {
            undoHistory.group(now);
            publish();
        });
        setGrouping = groups::groupBy;
    }

    /// All changes of filter and grouping that `change` makes are one undo step.
    public void asOneStep(Runnable change) {
        undoHistory.join(change);
    }

    public void undo() {
        undoHistory.undo();
        applyStep();
    }

    public void redo() {
        undoHistory.redo();
        applyStep();
    }

    private void applyStep() {
        publish();
        apply();
        setGrouping.accept(undoHistory.poolGroupingCriterion());
    }

    /// The operator has seen that the filter was restored.
    public void dismissRestored() {
        remembered.dismiss();
    }

    /// Applies and remembers what is typed, without the pause.
    public void close() {
        apply();
    }

    private FilterChipsAndTypedText stateOf(String text) {
        var read = parse(text);
        return read.verdict() == PoolFilter.Verdict.VALID
                ? FilterChipsAndTypedText.of(read.filter())
                : new FilterChipsAndTypedText(List.of(), text, PoolFilter.ALL);
    }

    private void push(FilterChipsAndTypedText next) {
        undoHistory.push(next);
        done();
    }

    private void done() {
        publish();
        apply();
        if (undoHistory.now().opened().isEmpty()) remembered.addToHistory(text());
    }

    /// Updates chips and text at once; only the rows wait for a pause.
    private void publish() {
        var now = undoHistory.now();
        if (!now.equals(state.get())) remembered.dismiss();
        if (!now.typed().equals(parsed.get().text())) parsed.set(parse(now.typed()));
        state.set(now);
    }

    private void apply() {
        var now = undoHistory.now().filter();
        filter.set(now);
        remembered.keep(now.print());
    }
}
