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
import poolscope.live.Debouncer;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.Value;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.filter.StatusSelection;
import poolscope.pool.table.Grouping;
import poolscope.settings.FilterHistory;

/// Which pools are shown: one value that the bar, its chips, the status list, menus of cells and saved views all edit,
/// with one history of steps, in which groupings have their place. While the text in the bar is not finished, what it
/// last said stays on.
public final class FilterModel {
    private ZoneId zone;
    private final Debouncer debouncer;
    private final RememberedFilters remembered;
    private final FilterUndoHistory steps;
    private final FilterChipsModel chips;
    private Consumer<Grouping> group = _ -> {
    };
    private final ReadOnlyObjectWrapper<FilterState> state;
    private final ReadOnlyObjectWrapper<PoolFilter.Parsed> parsed;
    private final ReadOnlyObjectWrapper<PoolFilter> filter;

    /// @param memory
    ///            the filter of last time, and those before it
    /// @param debouncer
    ///            does the newest of what it is given, once typing pauses
    /// @param zone
    ///            whose days the dates in a filter are, until [#moveTo]
    public FilterModel(ObjectProperty<FilterHistory> memory, Debouncer debouncer, ZoneId zone) {
        remembered = new RememberedFilters(memory);
        this.debouncer = debouncer;
        this.zone = zone;
        steps = new FilterUndoHistory(stateOf(remembered.text()));
        if (steps.now().isEmpty()) remembered.dismiss();
        chips = new FilterChipsModel(steps::now, this::push);
        state = new ReadOnlyObjectWrapper<>(this, "state", steps.now());
        parsed = new ReadOnlyObjectWrapper<>(this, "parsed", parse(steps.now().typed()));
        filter = new ReadOnlyObjectWrapper<>(this, "filter", steps.now().filter());
    }

    /// Chips and text, as in the bar.
    public ReadOnlyObjectProperty<FilterState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public FilterState state() {
        return state.get();
    }

    /// What the typed text was understood as, with the places that are wrong.
    public ReadOnlyObjectProperty<PoolFilter.Parsed> parsedProperty() {
        return parsed.getReadOnlyProperty();
    }

    /// The filter that is on.
    public ReadOnlyObjectProperty<PoolFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    /// Whether the filter is still the one of last time, and nobody has looked at it yet.
    public ReadOnlyBooleanProperty restoredProperty() {
        return remembered.restoredProperty();
    }

    public ReadOnlyBooleanProperty undoableProperty() {
        return steps.undoableProperty();
    }

    public ReadOnlyBooleanProperty redoableProperty() {
        return steps.redoableProperty();
    }

    /// Filters that were on before, newest first.
    public List<String> history() {
        return remembered.history();
    }

    /// What a text says in the operator's time zone.
    public PoolFilter.Parsed parse(String text) {
        return PoolFilter.parse(text, zone);
    }

    /// From now on dates are days of that zone, also those that are asked for already.
    public void moveTo(ZoneId now) {
        zone = now;
        steps.change(step -> step.reread(this::reread));
        parsed.set(parse(steps.now().typed()));
        publish();
        apply();
    }

    private PoolFilter reread(PoolFilter term) {
        return parse(term.print()).filter();
    }

    /// What is asked for, as text; always one that can be read again.
    public String text() {
        return state.get().filter().print();
    }

    /// Another filter as one step. A text that is no filter stands in the bar with what is wrong about it.
    public void setText(String text) {
        push(stateOf(text));
    }

    /// The text behind the chips, while it is being written. It counts once typing pauses.
    public void type(String text) {
        steps.type(steps.now().typed(parse(text)));
        publish();
        debouncer.then(this::apply);
    }

    /// The typed text is finished: it counts now, and becomes chips if it is a filter.
    public void commit() {
        steps.commit(steps.now().settled(parsed.get()));
        done();
    }

    /// What was probably meant by a name that is none.
    public Optional<String> suggestion() {
        return FilterMistake.in(parsed.get()).flatMap(FilterMistake::suggestion);
    }

    /// Writes what was probably meant in place of what is wrong.
    public void acceptSuggestion() {
        FilterMistake.in(parsed.get()).flatMap(FilterMistake::mended).ifPresent(this::type);
    }

    /// The first thing that is wrong with the typed text.
    public Optional<FilterProblem> problem() {
        return FilterMistake.in(parsed.get()).map(FilterMistake::problem);
    }

    /// Only the pools that say the same.
    public void only(PoolField field, Value value) {
        narrow(PoolFilter.is(field, value));
    }

    /// Not the pools that say the same.
    public void leaveOut(PoolField field, Value value) {
        narrow(PoolFilter.is(field, value).negate());
    }

    /// Only the pools that compare so; nothing happens where that makes no sense.
    public void compare(PoolField field, ComparisonOperator comparisonOperator, Value value) {
        PoolFilter.compare(field, comparisonOperator, value).ifPresent(this::narrow);
    }

    /// Only the pools that match this too.
    public void narrow(PoolFilter by) {
        ask(steps.now().filter().and(by));
    }

    /// That filter and nothing else, as one step.
    public void ask(PoolFilter all) {
        push(steps.now().asking(all));
    }

    public void clear() {
        push(FilterState.EMPTY);
    }

    /// Takes away what is typed, and leaves the chips.
    public void clearTyped() {
        push(steps.now().typed(parse("")));
    }

    /// Takes one of the filter's terms away, wherever it stands.
    public void drop(PoolFilter term) {
        push(steps.now().without(term));
    }

    /// What can be done to its chips.
    public FilterChipsModel chips() {
        return chips;
    }

    /// What the filter says of the status.
    public StatusSelection statusSelection() {
        return StatusSelection.in(steps.now().filter());
    }

    /// Adds a status to those shown, or takes it out again; `known` are those that the operator can see and choose.
    public void toggle(PoolStatus status, Collection<PoolStatus> known) {
        ask(statusSelection().toggled(status, known));
    }

    /// Has the grouping undone and done again among the filters.
    void follow(GroupsModel groups) {
        steps.begin(groups.grouping());
        groups.groupingProperty().subscribe((_, now) -> {
            steps.group(now);
            publish();
        });
        group = groups::groupBy;
    }

    /// What is filtered and grouped until it returns is one step.
    public void asOneStep(Runnable change) {
        steps.join(change);
    }

    public void undo() {
        steps.undo();
        stepped();
    }

    public void redo() {
        steps.redo();
        stepped();
    }

    private void stepped() {
        publish();
        apply();
        group.accept(steps.grouping());
    }

    /// The operator knows that the filter is the one of last time.
    public void dismissRestored() {
        remembered.dismiss();
    }

    /// What is typed counts and is remembered at once: the program ends.
    public void close() {
        apply();
    }

    private FilterState stateOf(String text) {
        var read = parse(text);
        return read.verdict() == PoolFilter.Verdict.VALID
                ? FilterState.of(read.filter())
                : new FilterState(List.of(), text, PoolFilter.ALL);
    }

    private void push(FilterState next) {
        steps.push(next);
        done();
    }

    private void done() {
        publish();
        apply();
        remembered.addToHistory(text());
    }

    /// Chips and text change at once; it is only the pools that wait for a pause.
    private void publish() {
        var now = steps.now();
        if (!now.equals(state.get())) remembered.dismiss();
        if (!now.typed().equals(parsed.get().text())) parsed.set(parse(now.typed()));
        state.set(now);
    }

    private void apply() {
        var now = steps.now().filter();
        filter.set(now);
        remembered.keep(now.print());
    }
}
