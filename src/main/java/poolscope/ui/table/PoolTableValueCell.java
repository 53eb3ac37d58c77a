package poolscope.ui.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolStatus;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.change.ChangeBetterOrWorse;
import poolscope.pool.change.ChangeLogEntry;
import poolscope.pool.change.FieldChange;
import poolscope.pool.change.PoolChange;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.parts.TextWidth;
import poolscope.ui.text.AccessibleTableText;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.PoolFieldText;

/// A value in the table: numbers right-aligned, ids and specifications shortened in the middle, a status with its icon,
/// and the full value in a tooltip. In the header row of a group: its name, or a total. A changed value has a sign at
/// its right edge and its old value in the tooltip.
final class PoolTableValueCell extends TableCell<TableRowItem, TableCellContent> {
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass FROM_NODES = PseudoClass.getPseudoClass("from-nodes");
    private static final PseudoClass SCATTERED = PseudoClass.getPseudoClass("scattered");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private final PoolField field;
    private final PoolFieldText texts;
    private final AccessibleTableText accessible;
    private final IntSupplier decimals;
    private final TableChangeMarks changes;
    private final Function<Pool, Map<String, ReportedNodeFlavor>> flavors;
    private final StatusIcon mark = new StatusIcon();
    private @Nullable ChangedRowOrCellMarker sign;
    private Optional<Change> change = Optional.empty();

    /// A change of this cell's value.
    private record Change(FieldChange field, ChangeLogEntry mark) {}

    /// @param decimals
    ///            the current number of decimals of the column
    /// @param flavors
    ///            what one node of each specification has, as the pool's service says
    PoolTableValueCell(PoolField field, TableColumns.Formatters formatters, TableChangeMarks changes,
            IntSupplier decimals, Function<Pool, Map<String, ReportedNodeFlavor>> flavors) {
        this.flavors = flavors;
        this.changes = changes;
        this.field = field;
        texts = formatters.fields();
        accessible = formatters.accessible();
        this.decimals = decimals;
        getStyleClass().add("value-cell");
        setAlignment(field.unit().isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        boolean isEndTelling = field.unit() == PoolField.Unit.ID || field == PoolField.SPECIFICATION;
        setTextOverrun(isEndTelling ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        LazyTooltip.setText(this, () -> getItem() == null ? "" : tooltip(getItem()));
        // the row does not tell cells that are scrolled out of view of its mark
        parentProperty().subscribe(row -> {
            if (row != null) showMark(markOfRow());
        });
    }

    /// Marks the cell if the change of its row is one of its field.
    void showMark(Optional<ChangeLogEntry> ofRow) {
        var now = ofRow.flatMap(this::changeIn);
        if (change.isEmpty() && now.isEmpty()) return;
        change = now;
        pseudoClassStateChanged(CHANGED, now.isPresent());
        pseudoClassStateChanged(ChangedRowOrCellMarker.WORSE,
                now.filter(one -> one.field().meaning() == ChangeBetterOrWorse.WORSE).isPresent());
        if (sign == null) sign = new ChangedRowOrCellMarker();
        sign.setVisible(now.isPresent());
        if (now.isPresent()) sign.show(ChangeText.sign(now.get().field()), now.get().field().meaning());
        requestLayout();
    }

    /// The text for screen readers is made when one asks: a table has hundreds of cells.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT && !isEmpty() && getItem() != null
                ? accessibleText(getItem())
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    private String accessibleText(TableCellContent content) {
        var value = switch (content) {
            case TableCellContent.ValueOfField(var fieldValue, var free) ->
                accessible.cell(field, fieldValue, decimals.getAsInt(), free);
            case TableCellContent.Subtotal _, TableCellContent.Blank _ -> whole(content);
        };
        return change.map(this::describe)
                .or(() -> markOfRow().filter(_ -> field == PoolField.NAME)
                        .map(one -> changes.text().kind(one.change())))
                .map(words -> accessible.changed(value, words))
                .orElse(value);
    }

    private Optional<ChangeLogEntry> markOfRow() {
        return getTableRow() instanceof PoolTableRowControl row ? row.mark() : Optional.empty();
    }

    private Optional<Change> changeIn(ChangeLogEntry ofRow) {
        return ofRow.change() instanceof PoolChange.Changed changed
                ? changed.fields()
                        .stream()
                        .filter(one -> one.field() == field)
                        .map(one -> new Change(one, ofRow))
                        .findFirst()
                : Optional.empty();
    }

    private String describe(Change one) {
        return changes.text().cell(one.field(), one.mark(), changes.model().changes().base());
    }

    /// A number that is written exactly has no tooltip that would write it again.
    private String wholeUnlessShown(TableCellContent content) {
        boolean isShown = content instanceof TableCellContent.ValueOfField(FieldValue.Number(var number), _)
                && texts.isExact(field, number) && !LazyTooltip.isCut(this);
        return isShown ? "" : whole(content);
    }

    private String tooltip(TableCellContent content) {
        if (change.isPresent()) return describe(change.get()) + "\n\n" + whole(content);
        return markOfRow().filter(_ -> field == PoolField.NAME)
                .map(one -> whole(content) + "\n\n" + changes.text().row(one, changes.model().changes().base()))
                .orElseGet(() -> wholeUnlessShown(content));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (sign == null || !sign.isVisible()) return;
        if (sign.getParent() == null) getChildren().add(sign);
        sign.layOutAtRight(getWidth(), getHeight(), getFont().getSize());
    }

    @Override
    protected void updateItem(TableCellContent content, boolean empty) {
        super.updateItem(content, empty);
        boolean nothing = empty || content == null;
        setText(nothing ? null : text(content));
        setGraphic(nothing ? null : graphic(content));
        var fieldValue = nothing ? FieldValue.ABSENT : value(content);
        pseudoClassStateChanged(UNKNOWN, !nothing && !fieldValue.isKnown());
        pseudoClassStateChanged(SHORT,
                fieldValue instanceof FieldValue.Portion(var part, var all) && part.compareTo(all) < 0);
        if (content instanceof TableCellContent.ValueOfField(_, var free) && !empty)
            showAge(field.isFromNodes() && fieldValue.isKnown(), free.onNodes());
        else
            showAge(false, PoolFreeCardFields.NOT_READ);
        showMark(nothing ? Optional.empty() : markOfRow());
    }

    /// Whether it is a number that is only as new as the last read of the nodes, and whether free cards are scattered.
    private void showAge(boolean isFromNodes, PoolFreeCardFields onNodes) {
        pseudoClassStateChanged(FROM_NODES, isFromNodes);
        pseudoClassStateChanged(SCATTERED, isFromNodes && onNodes.isScattered());
    }

    private String text(TableCellContent content) {
        return switch (content) {
            case TableCellContent.ValueOfField(FieldValue.Number number, _) ->
                texts.cell(field, number, decimals.getAsInt());
            case TableCellContent.ValueOfField(var fieldValue, _) -> texts.cell(field, fieldValue);
            case TableCellContent.Subtotal(var poolTotals) ->
                texts.totals().sumInCell(field, poolTotals, decimals.getAsInt());
            case TableCellContent.Blank _ -> "";
        };
    }

    /// Forms of a group's subtotal, from the longest to the shortest; empty when this is no subtotal.
    List<String> subtotalForms() {
        return !isEmpty() && getItem() instanceof TableCellContent.Subtotal(var poolTotals)
                ? texts.totals().formsInCell(field, poolTotals, decimals.getAsInt())
                : List.of();
    }

    /// The width that this cell needs for a text.
    double widthOf(String text) {
        return TextWidth.of(text, getFont()) + snappedLeftInset() + snappedRightInset();
    }

    private @Nullable StatusIcon graphic(TableCellContent content) {
        if (!(content instanceof TableCellContent.ValueOfField(FieldValue.State(PoolStatus status), _))) return null;
        mark.show(status);
        return mark;
    }

    private FieldValue value(TableCellContent content) {
        return switch (content) {
            case TableCellContent.ValueOfField(var fieldValue, _) -> fieldValue;
            case TableCellContent.Subtotal(var poolTotals) -> poolTotals.of(field).total();
            case TableCellContent.Blank _ -> FieldValue.text("");
        };
    }

    /// Of fields whose tooltip says more than the value.
    private Optional<String> wholeOf(Pool pool) {
        return switch (field) {
            case SPECIFICATION -> Optional.of(texts.specifications().whole(pool.poolNodeGroups(), flavors.apply(pool)));
            case ESTIMATED_END -> Optional.of(texts.wholeEstimatedEnd(pool));
            default -> Optional.empty();
        };
    }

    private String whole(TableCellContent content) {
        return switch (content) {
            case TableCellContent.ValueOfField(var fieldValue, var free) -> Optional.ofNullable(getTableRow().getItem())
                    .flatMap(TableRowItem::poolOfLine)
                    .flatMap(this::wholeOf)
                    .orElseGet(() -> texts.whole(field, fieldValue, free));
            case TableCellContent.Subtotal(var poolTotals) -> texts.totals().wholeSum(field, poolTotals);
            case TableCellContent.Blank _ -> "";
        };
    }
}
