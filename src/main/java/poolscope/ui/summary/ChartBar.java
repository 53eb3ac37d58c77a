package poolscope.ui.summary;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import poolscope.ui.parts.LazyTooltip;

/// One bar of a chart, with name and number; a button that filters.
final class ChartBar extends Button {
    private static final double NAME_SHARE = 0.44;
    private static final double VALUE_SHARE = 0.4;
    /// A number is not cut, whatever becomes of the name.
    private static final double MOST_VALUE_SHARE = 0.65;
    private static final double NAME_SHARE_BESIDE_VALUE = 0.75;
    /// In em; further space goes to the bar.
    private static final double MOST_FOR_VALUE = 9;
    private static final double EDGE = 5;
    private static final double WIDTH = 200;
    private static final PseudoClass OF_A_WHOLE = PseudoClass.getPseudoClass("of-a-whole");

    private final Label name = new Label();
    private final Label value = new Label();
    private final ProportionBar bar = new ProportionBar();
    private final DoubleProperty longestValue = new SimpleDoubleProperty(this, "longestValue");

    /// Content of a bar.
    ///
    /// @param mark
    ///            the shape of a status
    /// @param share
    ///            length of the bar, 0 to 1
    /// @param isOfAWhole
    ///            whether the bar is a share of a whole, so that its empty part is drawn too
    /// @param whole
    ///            the tooltip and accessible text
    record Content(String name, @Nullable Node mark, String value, double share, boolean isOfAWhole, String whole,
            Runnable filter) {}

    ChartBar() {
        getStyleClass().add("chart-bar");
        var inner = widthProperty().subtract(2 * EDGE);
        var room = Bindings.createDoubleBinding(() -> {
            double usual = Math.min(inner.get() * VALUE_SHARE, MOST_FOR_VALUE * getFont().getSize());
            return Math.max(usual, Math.min(longestValue.get(), inner.get() * MOST_VALUE_SHARE));
        }, inner, fontProperty(), longestValue);
        var nameWidth = Bindings.createDoubleBinding(
                () -> Math.min(inner.get() * NAME_SHARE, (inner.get() - room.get()) * NAME_SHARE_BESIDE_VALUE), inner,
                room);
        bindWidth(name, nameWidth);
        name.getStyleClass().add("name");
        bindWidth(value, room);
        value.setAlignment(Pos.CENTER_RIGHT);
        value.getStyleClass().add("value");
        bindWidth(bar, inner.subtract(nameWidth).subtract(room));
        var line = new HBox(name, bar, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    /// The same in every bar of a chart, so that the bars are aligned.
    private static void bindWidth(Region part, DoubleBinding width) {
        part.setMinWidth(0);
        part.prefWidthProperty().bind(width);
        part.setMaxWidth(Region.USE_PREF_SIZE);
    }

    /// The width of the longest number of the chart.
    DoubleProperty longestValueProperty() {
        return longestValue;
    }

    /// The width that its number needs.
    double valueWidth() {
        value.applyCss();
        var measure = new Text(value.getText());
        measure.setFont(value.getFont());
        return Math.ceil(measure.getLayoutBounds().getWidth() + value.snappedLeftInset() + value.snappedRightInset())
                + 1;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    void show(Content content) {
        name.setText(content.name);
        name.setGraphic(content.mark);
        // Names of specifications differ at their end, so their start is cut.
        name.setTextOverrun(content.mark == null ? OverrunStyle.LEADING_ELLIPSIS : OverrunStyle.ELLIPSIS);
        value.setText(content.value);
        bar.show(content.share);
        bar.pseudoClassStateChanged(OF_A_WHOLE, content.isOfAWhole);
        LazyTooltip.setText(this, content.whole);
        setAccessibleText(content.whole);
        setOnAction(_ -> content.filter.run());
    }
}
