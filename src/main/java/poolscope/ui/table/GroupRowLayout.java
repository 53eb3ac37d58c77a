package poolscope.ui.table;

import java.util.List;

/// Places name and subtotals in the row of a group. A subtotal ends where its column ends, may begin over the empty
/// cells before it, and is written in a shorter form where there is no room. The name has the space before the first
/// subtotal that is visible: a subtotal that is wider than its column gets shorter before the name does.
final class GroupRowLayout {
    private final GroupHeader head;
    private final double height;
    private final double start;
    private final double visibleEnd;
    /// Where the last part that was placed ends; the next one can't begin before.
    private double end;
    private double headEnd;
    private boolean isFirst = true;

    /// @param start
    ///            left edge of the name
    /// @param visibleEnd
    ///            right edge of what is visible of the row
    GroupRowLayout(GroupHeader head, double height, double start, double visibleEnd) {
        this.head = head;
        this.height = height;
        this.start = start;
        this.visibleEnd = visibleEnd;
        end = start + head.leastWidth();
        headEnd = visibleEnd;
    }

    /// Places the cells and the name. All positions are those of the cells in the row.
    ///
    /// @param pinned
    ///            cells that don't scroll, from left to right; the others scroll under them
    /// @param scrolling
    ///            the other cells, from left to right
    /// @param pinnedEnd
    ///            right edge of the pinned cells
    void apply(List<PoolTableValueCell> pinned, List<PoolTableValueCell> scrolling, double pinnedEnd) {
        pinned.forEach(this::place);
        end = Math.max(end, pinnedEnd);
        scrolling.forEach(this::place);
        double width = Math.max(headEnd - start, head.leastWidth());
        head.fitTo(width);
        head.resizeRelocate(start, 0, width, height);
    }

    private void place(PoolTableValueCell cell) {
        double column = cell.getLayoutX() + cell.getTranslateX();
        double right = column + cell.getWidth();
        var forms = cell.subtotalForms();
        if (forms.isEmpty()) return;
        if (right - cell.widthOf(forms.getLast()) < end) {
            // a part of it is under the name, or under pinned cells: the rest would read as another number
            cell.setText("");
            return;
        }
        double preferredStart = isFirst ? Math.max(end, Math.min(column, start + head.fullWidth())) : end;
        var form = forms.stream()
                .filter(one -> right - cell.widthOf(one) >= preferredStart)
                .findFirst()
                .orElseGet(forms::getLast);
        cell.setText(form);
        // one that is cut by the right edge stays in its column, which is faded there
        double left = right > visibleEnd + 1
                ? Math.max(end, column)
                : Math.max(end, Math.min(column, right - cell.widthOf(form)));
        PoolTableRowSkin.move(cell, left, right - left, height);
        if (isFirst) headEnd = Math.max(end, right - cell.widthOf(form));
        isFirst = false;
        end = right;
    }
}
