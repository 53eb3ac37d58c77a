package poolscope.live;

import java.util.Arrays;
import javafx.collections.ObservableListBase;

/// The rows shown, in their order. A new order replaces the old one in one change: that is what keeps a click on a header or a
/// keystroke in the filter cheap for the window's thread, however many rows there are.
public final class RowList extends ObservableListBase<Line> {
    private Line[] rows = {};

    RowList() {}

    /// Whether these are other rows, or the same in another order.
    boolean wouldMove(Line[] next) {
        return !Arrays.equals(rows, next);
    }

    /// Takes the array over.
    void swap(Line[] next) {
        var before = Arrays.asList(rows);
        rows = next;
        beginChange();
        nextReplace(0, next.length, before);
        endChange();
    }

    @Override
    public Line get(int index) {
        return rows[index];
    }

    @Override
    public int size() {
        return rows.length;
    }
}
