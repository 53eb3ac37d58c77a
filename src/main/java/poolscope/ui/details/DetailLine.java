package poolscope.ui.details;

import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import poolscope.ui.parts.LazyTooltip;

/// A line of the details: name and value, each with a tooltip.
final class DetailLine extends HBox {

    /// A text and its tooltip.
    record Content(String text, String tip) {}

    private final Label value = new Label();

    DetailLine(Content name, Content value) {
        this(name, value, false);
    }

    /// @param isId
    ///            whether the value is an id, which is shortened in the middle and not wrapped
    DetailLine(Content name, Content value, boolean isId) {
        getStyleClass().add("line");
        var left = new Label(name.text());
        left.getStyleClass().add("name");
        LazyTooltip.setText(left, name.tip());
        left.setMinWidth(USE_PREF_SIZE);
        this.value.getStyleClass().add("value");
        if (isId) this.value.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        else {
            this.value.setWrapText(true);
            this.value.setMinHeight(USE_PREF_SIZE);
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(left, space, this.value);
        show(value);
    }

    void show(Content now) {
        value.setText(now.text());
        LazyTooltip.setText(value, now.tip());
    }
}
