package poolscope.ui.pools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import poolscope.pool.table.PoolGroupingCriterion;

/// Undo and redo of filter and grouping. Typing one word is one step, together with the Enter that commits it.
final class FilterUndoHistory {
    private static final int MAX_STEPS = 500;

    private final Deque<Step> before = new ArrayDeque<>();
    private final Deque<Step> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private Step now;
    private boolean typing;
    private boolean joining;
    private boolean joined;

    /// Filter and grouping at one moment.
    private record Step(FilterChipsAndTypedText filter, PoolGroupingCriterion poolGroupingCriterion) {}

    FilterUndoHistory(FilterChipsAndTypedText first) {
        now = new Step(first, PoolGroupingCriterion.NONE);
    }

    FilterChipsAndTypedText now() {
        return now.filter();
    }

    PoolGroupingCriterion poolGroupingCriterion() {
        return now.poolGroupingCriterion();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// Adds a step with another filter.
    void push(FilterChipsAndTypedText next) {
        typing = false;
        push(new Step(next, now.poolGroupingCriterion()));
    }

    /// Adds a step with another grouping.
    void group(PoolGroupingCriterion by) {
        typing = false;
        push(new Step(now.filter(), by));
    }

    /// Sets the initial grouping without a step.
    void begin(PoolGroupingCriterion by) {
        now = new Step(now.filter(), by);
    }

    /// All changes that `change` makes are one step.
    void join(Runnable change) {
        joining = true;
        joined = false;
        change.run();
        joining = false;
    }

    /// Typing: extends the current step while it is the same word.
    void type(FilterChipsAndTypedText next) {
        if (next.equals(now())) return;
        boolean sameWord = typing && (!now().typed().endsWith(" ") || next.typed().length() < now().typed().length());
        if (sameWord) now = new Step(next, now.poolGroupingCriterion());
        else
            push(new Step(next, now.poolGroupingCriterion()));
        typing = true;
    }

    /// The typed text became chips: ends the step of typing.
    void commit(FilterChipsAndTypedText next) {
        if (typing) now = new Step(next, now.poolGroupingCriterion());
        else
            push(next);
        typing = false;
    }

    /// Goes back to before a chip was opened as text.
    void cancel(FilterChipsAndTypedText next) {
        typing = false;
        while (!before.isEmpty() && now().opened().isPresent() && !now().opened().equals(next.opened())
                && before.peek().poolGroupingCriterion() == poolGroupingCriterion())
            goTo(before.pop());
        push(new Step(next, now.poolGroupingCriterion()));
    }

    void undo() {
        typing = false;
        if (before.isEmpty()) return;
        after.push(now);
        goTo(before.pop());
    }

    void redo() {
        typing = false;
        if (after.isEmpty()) return;
        before.push(now);
        goTo(after.pop());
    }

    /// Changes the filter of every step in the history, without adding one.
    void change(UnaryOperator<FilterChipsAndTypedText> by) {
        UnaryOperator<Step> step = it -> new Step(by.apply(it.filter()), it.poolGroupingCriterion());
        now = step.apply(now);
        var earlier = before.stream().map(step).toList();
        var later = after.stream().map(step).toList();
        before.clear();
        before.addAll(earlier);
        after.clear();
        after.addAll(later);
    }

    private void push(Step next) {
        if (next.equals(now)) return;
        if (!(joining && joined)) before.push(now);
        joined = true;
        if (before.size() > MAX_STEPS) before.removeLast();
        after.clear();
        goTo(next);
    }

    private void goTo(Step step) {
        now = step;
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }
}
