package poolscope.ui.pools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import poolscope.pool.table.Grouping;

/// What was filtered and grouped by, step by step, to be undone and done again. The letters of one word are one step;
/// so is a word with the Enter behind it.
final class FilterUndoHistory {
    private static final int MOST = 500;

    private final Deque<Step> before = new ArrayDeque<>();
    private final Deque<Step> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private Step now;
    private boolean typing;
    private boolean joining;
    private boolean joined;

    /// What was on at one moment.
    private record Step(FilterState filter, Grouping grouping) {}

    FilterUndoHistory(FilterState first) {
        now = new Step(first, Grouping.NONE);
    }

    FilterState now() {
        return now.filter();
    }

    Grouping grouping() {
        return now.grouping();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /// A step of its own.
    void push(FilterState next) {
        typing = false;
        push(new Step(next, now.grouping()));
    }

    /// Another grouping, as a step of its own.
    void group(Grouping by) {
        typing = false;
        push(new Step(now.filter(), by));
    }

    /// The grouping to begin with, which nobody chose just now.
    void begin(Grouping by) {
        now = new Step(now.filter(), by);
    }

    /// All that is done until it returns is one step.
    void join(Runnable change) {
        joining = true;
        joined = false;
        change.run();
        joining = false;
    }

    /// A letter more or less.
    void type(FilterState next) {
        if (next.equals(now())) return;
        boolean sameWord = typing && (!now().typed().endsWith(" ") || next.typed().length() < now().typed().length());
        if (sameWord) now = new Step(next, now.grouping());
        else
            push(new Step(next, now.grouping()));
        typing = true;
    }

    /// What was typed becomes chips: the end of the step that typing was.
    void commit(FilterState next) {
        if (typing) now = new Step(next, now.grouping());
        else
            push(next);
        typing = false;
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

    /// Changes the filter of all of them, each for itself: no step of its own.
    void change(UnaryOperator<FilterState> by) {
        UnaryOperator<Step> step = it -> new Step(by.apply(it.filter()), it.grouping());
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
        if (before.size() > MOST) before.removeLast();
        after.clear();
        goTo(next);
    }

    private void goTo(Step step) {
        now = step;
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }
}
