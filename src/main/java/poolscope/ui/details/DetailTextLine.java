package poolscope.ui.details;

import javafx.scene.layout.Region;
import poolscope.ui.parts.LazyTooltip;

/// A line of the details: name and value, each with a tooltip.
final class DetailTextLine extends NameAndValueLine {

    /// A text and its tooltip.
    record Content(String text, String tip) {}

    DetailTextLine(Content name, Content value) {
        this(name, value, false);
    }

    /// @param isId
    ///            whether the value is an id, which is shortened in the middle and not wrapped
    DetailTextLine(Content name, Content value, boolean isId) {
        super(isId, new Region());
        name().setText(name.text());
        LazyTooltip.setText(name(), name.tip());
        show(value);
    }

    void show(Content now) {
        value().setText(now.text());
        LazyTooltip.setText(value(), now.tip());
    }
}
