package poolscope.ui.pools;

import java.util.ArrayDeque;
import java.util.Deque;

/// The filter's steps, to be undone and done again. The letters of one word are one step; so is a word with the Enter behind it.
final class FilterSteps {
    private static final int MOST = 500;

    private final Deque<FilterState> before = new ArrayDeque<>();
    private final Deque<FilterState> after = new ArrayDeque<>();
    private FilterState now;
    private boolean typing;

    FilterSteps(FilterState first) {
        now = first;
    }

    FilterState now() {
        return now;
    }

    boolean canUndo() {
        return !before.isEmpty();
    }

    boolean canRedo() {
        return !after.isEmpty();
    }

    /// A step of its own.
    void go(FilterState next) {
        typing = false;
        if (!next.equals(now)) push(next);
    }

    /// A letter more or less.
    void type(FilterState next) {
        if (next.equals(now)) return;
        boolean sameWord = typing && (!now.typed().endsWith(" ") || next.typed().length() < now.typed().length());
        if (sameWord) now = next;
        else
            push(next);
        typing = true;
    }

    /// What was typed becomes chips: the end of the step that typing was.
    void settle(FilterState next) {
        if (typing) now = next;
        else
            go(next);
        typing = false;
    }

    void undo() {
        typing = false;
        if (before.isEmpty()) return;
        after.push(now);
        now = before.pop();
    }

    void redo() {
        typing = false;
        if (after.isEmpty()) return;
        before.push(now);
        now = after.pop();
    }

    private void push(FilterState next) {
        before.push(now);
        if (before.size() > MOST) before.removeLast();
        after.clear();
        now = next;
    }
}
