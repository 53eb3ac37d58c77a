package poolscope.ui.table;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import poolscope.live.table.GroupRow;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.TextWidth;
import poolscope.ui.text.PoolFieldText;

/// The name of a group and its number of pools, over the cells of its row that are empty. The name is shortened when
/// there is no room, the number never is.
final class GroupHeader extends Label {
    /// Style class of the triangle that folds and unfolds a group.
    static final String DISCLOSURE = "disclosure";

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final String ELLIPSIS = "…";
    /// Letters that are left of a shortened name.
    private static final int LEAST_LETTERS = 3;

    private final PoolFieldText fields;
    private final Region disclosure = new Region();
    private String name = "";
    private int pools;

    GroupHeader(PoolFieldText fields) {
        this.fields = fields;
        disclosure.getStyleClass().add(DISCLOSURE);
        getStyleClass().add("group-name");
        setGraphic(disclosure);
        setVisible(false);
        setManaged(false);
    }

    void show(GroupRow.Now now) {
        name = fields.groupName(now.group().key());
        pools = now.group().size();
        setText(whole());
        setAccessibleText(whole());
        disclosure.pseudoClassStateChanged(OPEN, !now.isFolded());
    }

    private String whole() {
        return fields.groupHead(name, pools);
    }

    /// The width of the whole text.
    double fullWidth() {
        return widthOf(whole());
    }

    /// The width of the shortest text.
    double leastWidth() {
        return name.length() <= LEAST_LETTERS ? fullWidth() : widthOf(shortened(LEAST_LETTERS));
    }

    /// Shortens the name so that the text is no wider than this, if it can be.
    void fitTo(double width) {
        int letters = name.length();
        if (fullWidth() > width) {
            letters--;
            while (letters > LEAST_LETTERS && widthOf(shortened(letters)) > width)
                letters--;
        }
        setText(letters >= name.length() ? whole() : shortened(letters));
        LazyTooltip.setText(this, letters >= name.length() ? "" : whole());
    }

    /// More of its end is left: names of specifications begin alike.
    private String shortened(int letters) {
        int head = letters / 3;
        int tail = name.length() - (letters - head);
        if (Character.isHighSurrogate(name.charAt(head - 1))) head--;
        if (tail < name.length() && Character.isLowSurrogate(name.charAt(tail))) tail++;
        return fields.groupHead(
                name.substring(0, head).stripTrailing() + ELLIPSIS + name.substring(tail).stripLeading(), pools);
    }

    private double widthOf(String text) {
        return disclosure.minWidth(-1) + getGraphicTextGap() + TextWidth.of(text, getFont()) + snappedLeftInset()
                + snappedRightInset();
    }
}
