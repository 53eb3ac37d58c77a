package poolscope.ui.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import poolscope.live.table.TableRowItem;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolTotals;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.ShownColumns;
import poolscope.ui.table.TotalsRowSlots.Column;
import poolscope.ui.table.TotalsRowSlots.Slot;

/// The row of totals under the table: each total is aligned with its column.
public final class TotalsRow extends Region {
    /// Minimum width of the note in em, like the padding.
    private static final double MIN_WIDTH = 7.4;
    private static final double PADDING = 2 * 0.615;
    /// Wider padding of the head, which is aligned with the cells of the first column, in em.
    private static final double HEAD_GAP = 0.462;

    private final Map<PoolField, Label> sums = new EnumMap<>(PoolField.class);
    private final Label head = new Label();
    private final Label note = new Label();
    private final Region cover = new Region();
    private final Rectangle clip = new Rectangle();
    private final Text measure = new Text();
    private List<Column> columns = List.of();
    private double scrolled;
    private PoolTotals poolTotals = PoolTotals.NONE;
    private Optional<SumFormat> sumFormat = Optional.empty();
    private Captions captions = new Captions("", "", "");
    private int headAt = -1;
    private int noteAt = -1;

    /// Texts beside the sums.
    ///
    /// @param shortHead
    ///            the head for a narrow column
    /// @param note
    ///            what the sums do not include; empty for none
    record Captions(String head, String shortHead, String note) {}

    /// Formats a sum, short for the column and in full for the tooltip.
    interface SumFormat {
        /// Forms from the longest to the shortest; the first that fits is used.
        List<String> of(PoolField field, PoolTotals poolTotals);

        String whole(PoolField field, PoolTotals poolTotals);
    }

    public TotalsRow() {
        getStyleClass().add("totals-row");
        head.setId("totalsHead");
        note.setId("totalsNote");
        head.getStyleClass().add("head");
        note.getStyleClass().add("note");
        cover.getStyleClass().add("cover");
        cover.setViewOrder(-1);
        getChildren().addAll(cover, head, note);
        for (var field : PoolTotals.fields()) {
            var sum = new Label();
            sum.setId("total-" + field.id());
            sum.getStyleClass().add("sum");
            sums.put(field, sum);
            getChildren().add(sum);
        }
        setClip(clip);
        widthProperty().subscribe((_, _) -> fill());
        // All labels share this font, which changes with the zoom.
        head.fontProperty().subscribe((_, _) -> fill());
    }

    /// Follows the columns of the table until unsubscribed.
    Subscription follow(TableView<TableRowItem> table) {
        return ShownColumns.follow(table, () -> place(table));
    }

    /// Follows the horizontal scroll position of the table, in pixels.
    void scroll(double by) {
        scrolled = by;
        fill();
    }

    private void place(TableView<TableRowItem> table) {
        columns = table.getVisibleLeafColumns().stream().map(this::column).toList();
        fill();
    }

    private Column column(TableColumn<TableRowItem, ?> column) {
        return new Column(CurrentCellMarker.fieldOf(column), snapSizeX(column.getWidth()),
                PinnedColumns.isPinned(column));
    }

    void show(PoolTotals now, SumFormat in) {
        poolTotals = now;
        sumFormat = Optional.of(in);
        sums.forEach((field, label) -> {
            var whole = in.whole(field, now);
            LazyTooltip.setText(label, whole);
            label.setAccessibleText(whole);
        });
        fill();
    }

    void show(Captions now) {
        captions = now;
        fill();
    }

    /// Sets texts and positions. Not in layoutChildren: a text that changes during layout requests a layout that
    /// JavaFX ignores.
    private void fill() {
        var slots = slots(false);
        sums.forEach((field, label) -> label
                .setVisible(slots.stream().anyMatch(slot -> slot.sum().equals(Optional.of(field)))));
        for (int i = 0; i < slots.size(); i++)
            if (slots.get(i).sum().isPresent())
                write(slots.get(i).sum().get(), slots.get(i).width() + (i > 0 ? slots.get(i - 1).room() : 0));
        headAt = first(slots, 0, needed(captions.shortHead) + ems(HEAD_GAP), false);
        // the note has what the sums leave
        noteAt = headAt < 0 ? -1 : first(slots(true), headAt + 1, ems(MIN_WIDTH), true);
        var whole = Stream.of(captions.head, captions.note)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        head.setText(headText(whole));
        head.setVisible(headAt >= 0);
        LazyTooltip.setText(head, whole);
        head.setAccessibleText(whole);
        note.setText(captions.note);
        LazyTooltip.setText(note, captions.note);
        note.setVisible(noteAt >= 0);
        requestLayout();
    }

    private String headText(String whole) {
        if (headAt < 0) return "";
        double room = headSlot(slots(true)).width() - ems(HEAD_GAP);
        var forms = noteAt < 0 ? List.of(whole, captions.head) : List.of(captions.head);
        return forms.stream().filter(form -> needed(form) <= room).findFirst().orElse(captions.shortHead);
    }

    /// The slot of the head, with the free space after a pinned column, as long as nothing scrolls under that.
    private Slot headSlot(List<Slot> slots) {
        var slot = slots.get(headAt);
        boolean isNoteBeside = headAt + 1 == noteAt && !captions.note.isEmpty();
        if (scrolled > 0 || isNoteBeside || headAt + 1 >= slots.size()) return slot;
        var next = slots.get(headAt + 1);
        return next.sum().isEmpty() ? slot.with(next) : slot;
    }

    private void write(PoolField field, double width) {
        if (sumFormat.isEmpty()) return;
        var forms = sumFormat.get().of(field, poolTotals);
        sums.getOrDefault(field, head)
                .setText(forms.stream().filter(form -> needed(form) <= width).findFirst().orElse(forms.getLast()));
    }

    private double needed(String text) {
        measure.setFont(head.getFont());
        measure.setText(text);
        return measure.getLayoutBounds().getWidth() + ems(PADDING);
    }

    private double ems(double count) {
        return count * head.getFont().getSize();
    }

    private int first(List<Slot> slots, int from, double least, boolean inSight) {
        for (int i = from; i < slots.size(); i++) {
            var slot = slots.get(i);
            boolean isSeen = left(slot) >= 0 && left(slot) + least <= getWidth();
            if (slot.isRoom(least) && (!inSight || isSeen)) return i;
        }
        return -1;
    }

    /// @param fitted
    ///            whether a sum that is too wide for its column also uses the space beside it
    private List<Slot> slots(boolean fitted) {
        return TotalsRowSlots.of(columns, sums::containsKey,
                field -> fitted ? sums.getOrDefault(field, head).prefWidth(-1) : 0);
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        cover.resizeRelocate(0, 0, columns.stream().filter(Column::pinned).mapToDouble(Column::width).sum(),
                getHeight());
        var slots = slots(true);
        for (int i = 0; i < slots.size(); i++) {
            var slot = slots.get(i);
            slot.sum().map(sums::get).ifPresent(label -> {
                put(label, slot);
                // the part of a sum that is left would read as another one
                label.setOpacity(isPartlyCovered(label, slot) || isCutAtRight(slot) ? 0 : 1);
            });
            if (i == headAt) put(head, headSlot(slots));
            if (i == noteAt) put(note, slot);
        }
    }

    private boolean isCutAtRight(Slot slot) {
        return left(slot) + slot.width() - ems(PADDING) / 2 > getWidth() + 1;
    }

    private boolean isPartlyCovered(Label label, Slot slot) {
        double textAt = left(slot) + slot.width() - needed(label.getText());
        return !slot.pinned() && scrolled > 0 && textAt < cover.getWidth();
    }

    private double left(Slot slot) {
        return slot.from() - (slot.pinned() ? 0 : scrolled);
    }

    private void put(Label label, Slot slot) {
        label.setViewOrder(slot.pinned() ? -2 : 0);
        label.resizeRelocate(left(slot), 0, slot.width(), getHeight());
    }
}
