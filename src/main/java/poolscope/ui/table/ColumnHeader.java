package poolscope.ui.table;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import poolscope.pool.PoolField;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.PoolFieldText;

/// The header of a column: the field's name, its unit, and its position among several sort keys.
final class ColumnHeader extends HBox {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private final Label number = new Label();

    ColumnHeader(PoolField field, PoolFieldText fields) {
        var name = new Label(fields.name(field));
        name.getStyleClass().add("name");
        var unit = new Label(fields.unit(field));
        unit.getStyleClass().add("unit");
        number.getStyleClass().add("number");
        getStyleClass().add("header-name");
        getChildren().addAll(name, unit, number);
        for (var part : getChildren())
            part.managedProperty().bind(((Label) part).textProperty().isNotEmpty());
        LazyTooltip.setText(this, fields.meaning(field));
    }

    /// Sets the position among several sort keys, from 1; 0 for none.
    void setNumber(int place) {
        number.setText(number(place));
    }

    /// The position as it is written; empty for 0.
    static String number(int place) {
        return place <= 0
                ? ""
                : Integer.toString(place)
                        .chars()
                        .mapToObj(digit -> SUPERSCRIPTS.substring(digit - '0', digit - '0' + 1))
                        .collect(Collectors.joining());
    }
}
